import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { ROOT } from '../bootstrap/places.mjs';
import { environmentOf } from '../process/environment.ts';
import type { Session } from '../process/session.ts';
import { phase } from '../progress.ts';
import { attempt } from './attempt.ts';
import { add, NOTHING, type Tally } from './tally.ts';

const packageSchema = z.object({ scripts: z.object({ check: z.string() }) });

/** Run each step of `npm run check`, all of them even when one fails. */
export async function runChecks({ supervisor, run }: Session): Promise<Tally> {
  const { scripts } = packageSchema.parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
  let tally = NOTHING;
  for (const [index, step] of scripts.check.split(' && ').entries()) {
    const program = {
      name: step,
      command: 'sh',
      args: ['-c', step],
      env: environmentOf({}),
      log: join(run.logs, `check-${index + 1}.log`),
    };
    const outcome = await attempt(phase(`check: ${step}`, console.log, () => supervisor.run(program)));
    tally = add(tally, outcome.tally);
  }
  return tally;
}
