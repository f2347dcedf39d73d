import { join } from 'node:path';
import { ROOT } from './bootstrap/places.mjs';
import { environmentOf } from './process/environment.ts';
import type { Session } from './process/session.ts';

/** Bundle all functions into `dist/`, as for a deploy to AWS. */
export function bundle({ supervisor, run }: Pick<Session, 'supervisor' | 'run'>): Promise<void> {
  return supervisor.run({
    name: 'the bundling of the functions',
    command: process.execPath,
    args: [join(ROOT, 'lib', 'bundle.ts')],
    env: environmentOf({}),
    log: join(run.logs, 'bundle.log'),
  });
}
