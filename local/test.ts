/**
 * `npm test`: everything that must hold, on one embedded cloud and one ERP of its own. Its last line is
 * `<n> passed, <n> failed`, where a step of `npm run check` counts as one; it exits with 1 unless all passed.
 * `--full` also runs what takes long; `--only unit,infra` runs those projects alone; `--screenshots` puts the pictures
 * that the tests take of the console where the guides show them.
 */
import { bundle } from './bundle.ts';
import { readOptions } from './options.ts';
import { inSession, type Session } from './process/session.ts';
import { phase } from './progress.ts';
import { environmentOfStack, raiseStack } from './raise-stack.ts';
import { attempt } from './testing/attempt.ts';
import { runChecks } from './testing/run-checks.ts';
import { runProject } from './testing/run-project.ts';
import { add, NOTHING, type Tally } from './testing/tally.ts';

const ALONE = ['unit', 'functions', 'infra', 'judges', 'simulation'];
const ON_THE_STACK = ['contract', 'integration', 'e2e'];
/** Several times what each takes; `--full` may take longer still. */
const WITHIN_SECONDS = { ordinary: 900, full: 3600 };

const options = readOptions({
  full: { type: 'boolean', default: false },
  only: { type: 'string' },
  screenshots: { type: 'boolean', default: false },
});
const isWanted = (project: string) => options.only === undefined || options.only.split(',').includes(project);
/** What `--full` adds: many more seeds of every simulation, and longer fuzzing. */
const depth: Record<string, string> = options.full
  ? { SEEDS: '20000', FUZZ_RUNS: '30000', FUZZ_SECONDS: '60' }
  : {};
const withinSeconds = options.full ? WITHIN_SECONDS.full : WITHIN_SECONDS.ordinary;

let total: Tally = NOTHING;
const count = (tally: Tally) => {
  total = add(total, tally);
};

async function testAll(session: Session): Promise<number> {
  if (options.only === undefined) count(await runChecks(session));
  const bundled = attempt(phase('bundle: all functions', console.log, () => bundle(session)));
  count((await bundled).tally);
  for (const project of ALONE.filter(isWanted)) {
    count(await runProject(session, { project, environment: depth, oneFileAtATime: false, withinSeconds }));
  }
  const onTheStack = ON_THE_STACK.filter(isWanted);
  if (onTheStack.length > 0) await testOnTheStack(session, onTheStack);
  return 0;
}

async function testOnTheStack(session: Session, projects: readonly string[]): Promise<void> {
  const { supervisor, run } = session;
  const stack = await attempt(raiseStack({ supervisor, run, say: console.log }));
  count(stack.tally);
  if (stack.value === undefined) return console.log(`Not tested without the stack: ${projects.join(', ')}.`);
  const pictures: Record<string, string> = options.screenshots ? { CROSSDOCK_SCREENSHOTS: 'keep' } : {};
  const environment = { ...depth, ...pictures, ...environmentOfStack(stack.value) };
  for (const project of projects) {
    count(await runProject(session, { project, environment, oneFileAtATime: true, withinSeconds }));
  }
}

const code = await inSession('test', testAll);
// A run that was cut short, or found nothing to run, did not pass, whatever it had counted until then.
if (total.failed === 0 && (code !== 0 || total.passed === 0)) count({ passed: 0, failed: 1 });
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(code !== 0 ? code : total.failed > 0 ? 1 : 0);
