/**
 * `npm test`: everything that must hold, on one embedded cloud and one ERP of its own. Its last line is
 * `<n> passed, <n> failed`, where a step of `npm run check` counts as one; it exits with 1 unless all passed.
 * `--full` also runs what takes long; `--only unit,infra` runs those projects alone.
 */
import { parseArgs } from 'node:util';
import { Blocked } from './bootstrap/blocked.mjs';
import { inSession, type Session } from './process/session.ts';
import { environmentOfStack, raiseStack } from './raise-stack.ts';
import { runChecks } from './testing/run-checks.ts';
import { runProject } from './testing/run-project.ts';
import { add, NOTHING, type Tally } from './testing/tally.ts';

const ALONE = ['unit', 'infra', 'simulation'];
const ON_THE_STACK = ['contract', 'integration', 'e2e'];

const { values: options } = parseArgs({
  options: { full: { type: 'boolean', default: false }, only: { type: 'string' } },
});
const isWanted = (project: string) => options.only === undefined || options.only.split(',').includes(project);
const depth: Record<string, string> = options.full ? { CROSSDOCK_FULL: '1' } : {};

let total: Tally = NOTHING;
const count = (tally: Tally) => {
  total = add(total, tally);
};

async function testAll(session: Session): Promise<number> {
  if (options.only === undefined) count(await runChecks(session));
  for (const project of ALONE.filter(isWanted)) {
    count(await runProject(session, { project, environment: depth, oneFileAtATime: false }));
  }
  const onTheStack = ON_THE_STACK.filter(isWanted);
  if (onTheStack.length === 0) return 0;
  const environment = await environmentOfTestStack(session);
  if (environment === undefined) count({ passed: 0, failed: 1 });
  else {
    for (const project of onTheStack) {
      count(
        await runProject(session, {
          project,
          environment: { ...depth, ...environment },
          oneFileAtATime: true,
        }),
      );
    }
  }
  return 0;
}

async function environmentOfTestStack({
  supervisor,
  run,
}: Session): Promise<Record<string, string> | undefined> {
  try {
    return environmentOfStack(await raiseStack({ supervisor, run, say: console.log }));
  } catch (failure) {
    if (!(failure instanceof Blocked)) throw failure;
    console.log(`${failure.message}\n\nWhat needs the stack was not tested.`);
    return undefined;
  }
}

const code = await inSession('test', testAll);
// A run that was cut short, or found nothing to run, did not pass, whatever it had counted until then.
if (total.failed === 0 && (code !== 0 || total.passed === 0)) count({ passed: 0, failed: 1 });
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = code !== 0 ? code : total.failed > 0 ? 1 : 0;
