import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { VENV } from './bootstrap/places.mjs';
import { environmentOf } from './process/environment.ts';
import type { Session } from './process/session.ts';

/** A folder's files as a zip archive, as Lambda takes code. Python, which is here anyway, knows the format. */
export async function zipFolder({
  supervisor,
  run,
  folder,
}: Pick<Session, 'supervisor' | 'run'> & { readonly folder: string }): Promise<Buffer> {
  const archive = join(run.data, `${basename(folder)}.zip`);
  await supervisor.run({
    name: `the packing of ${basename(folder)}`,
    command: join(VENV, 'bin', 'python'),
    args: ['-m', 'zipfile', '-c', archive, '.'],
    env: environmentOf({}),
    cwd: folder,
    log: join(run.logs, 'zip.log'),
  });
  return readFileSync(archive);
}
