import { join } from 'node:path';
import { Blocked } from '../bootstrap/blocked.mjs';
import { MODULES } from '../bootstrap/places.mjs';
import { environmentOf } from '../process/environment.ts';
import type { Session } from '../process/session.ts';
import { phase } from '../progress.ts';
import { type Tally, tallyReportFile } from './tally.ts';

export interface ProjectOptions {
  /** A vitest project, as vitest.config.ts names it. */
  readonly project: string;
  /** How the tests find what they need. */
  readonly environment: Readonly<Record<string, string>>;
  /** Whether its files share something (the stack) that only one of them may use at a time. */
  readonly oneFileAtATime: boolean;
  /** A test that never ends must not hold up the rest for ever. */
  readonly withinSeconds: number;
}

/** Run one vitest project and show what it says. */
export async function runProject({ supervisor, run }: Session, options: ProjectOptions): Promise<Tally> {
  const { project, environment, oneFileAtATime, withinSeconds } = options;
  const report = join(run.data, `${project}.json`);
  const program = {
    name: `the tests of ${project}`,
    command: process.execPath,
    args: [
      ...[join(MODULES, 'vitest', 'vitest.mjs'), 'run', '--project', project],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      // Otherwise vitest would leave a core to itself, which needs none while tests run.
      oneFileAtATime ? '--no-file-parallelism' : '--maxWorkers=100%',
    ],
    env: environmentOf(environment),
    log: join(run.logs, `tests-${project}.log`),
    withinSeconds,
  };
  await phase(`tests: ${project}`, console.log, () => supervisor.run(program, console.log)).catch(
    (failure) => {
      if (!(failure instanceof Blocked)) throw failure;
      // vitest itself has said which tests failed; how it ended is the last line
      console.log(failure.message.split('\n').at(-1));
    },
  );
  return tallyReportFile(report);
}
