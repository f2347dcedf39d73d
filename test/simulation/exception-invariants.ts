import { resolutionStep } from '#business/exceptions/resolution-steps.ts';
import type { ExceptionWorld } from './exception-world.ts';
import { brokenSequences } from './release-invariants.ts';

/** What does not hold of exceptions after a run; empty when all is well. */
export async function brokenExceptionPromises(world: ExceptionWorld): Promise<readonly string[]> {
  const { records, causes, effects, impossible } = world;
  const broken: string[] = [];
  const expect = (holds: boolean, fault: string): void => {
    if (!holds) broken.push(fault);
  };
  const published = records.published();
  const told = (id: string, name: string, what?: string): number =>
    published.filter(
      ({ type, subject, data }) =>
        type === `crossdock.${name}.v1` && subject === id && (what === undefined || data.what === what),
    ).length;
  const all = await world.all();

  expect(all.length === causes, `${causes} causes opened ${all.length} exceptions`);
  for (const { id, body } of all) {
    const { state, resolution, kind, comments } = body;
    const opened = told(id, 'exception-opened');
    expect(opened === body.reopened + 1, `${id} was opened ${opened} times and says ${body.reopened}`);
    const resolved = told(id, 'exception-resolved');
    expect(resolved === opened - (state === 'resolved' ? 0 : 1), `${id} was resolved ${resolved} times`);
    for (const what of ['reminded', 'escalated'])
      expect(told(id, 'exception-changed', what) <= opened, `${id} was ${what} more often than opened`);
    expect((state === 'resolved') === (resolution !== undefined), `${id} is ${state} and has a decision`);
    const said = told(id, 'exception-changed', 'commented');
    expect(comments.filter(({ by }) => by !== 'crossdock').length === said, `${id} lost a comment`);
    if (state !== 'resolved' || resolution === undefined) continue;
    const decision = `${id}@${resolution.at}`;
    expect(!impossible.has(decision), `${id} stays resolved though nothing could be done`);
    const step = resolutionStep(kind, resolution.action);
    expect(step === 'none' || effects.has(decision), `the decision of ${id} was never carried out`);
  }
  const wishes = published.filter(({ type, data }) =>
    ['exception-resolved', 'exception-changed'].some(
      (name) => type.includes(name) && !['evidence', 'reminded', 'escalated'].includes(String(data.what)),
    ),
  ).length;
  const audited = records.audit().filter(({ action }) => action !== 'reopen-exception').length;
  expect(wishes === audited, `${wishes} wishes came true and ${audited} were audited`);
  broken.push(...brokenSequences(published));
  return broken;
}
