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
}

/** Run one vitest project and show what it says. */
export async function runProject({ supervisor, run }: Session, options: ProjectOptions): Promise<Tally> {
  const { project, environment, oneFileAtATime } = options;
  const report = join(run.data, `${project}.json`);
  const program = {
    name: `the tests of ${project}`,
    command: process.execPath,
    args: [
      ...[join(MODULES, 'vitest', 'vitest.mjs'), 'run', '--project', project],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      ...(oneFileAtATime ? ['--no-file-parallelism'] : []),
    ],
    env: environmentOf(environment),
    log: join(run.logs, `tests-${project}.log`),
  };
  await phase(`tests: ${project}`, console.log, () => supervisor.run(program, console.log)).catch(
    (failure) => {
      // vitest has said what failed, and the report has the count
      if (!(failure instanceof Blocked)) throw failure;
    },
  );
  return tallyReportFile(report);
}
