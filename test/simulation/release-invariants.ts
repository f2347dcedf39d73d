import type { EventEnvelope } from '#events/envelope.ts';
import type { Desk } from './release-world.ts';

/** What does not hold of releases and the baseline after a run; empty when all is well. */
export async function brokenReleasePromises(desk: Desk): Promise<readonly string[]> {
  const broken: string[] = [];
  const expect = (holds: boolean, fault: string): void => {
    if (!holds) broken.push(fault);
  };
  const published = desk.records.published();
  const countOf = (name: string, subject?: string): number =>
    published.filter(
      (event) =>
        event.type === `crossdock.${name}.v1` && (subject === undefined || event.subject === subject),
    ).length;

  const inForce: string[] = [];
  for (const releaseId of desk.releaseIds) {
    const { state, documentId } = (await desk.stored(releaseId)).body;
    if (state === 'approved') inForce.push(releaseId);
    expect(['approved', 'held', 'superseded'].includes(state), `${releaseId} is still ${state}`);
    expect(countOf('forecast-release-validated', releaseId) === 1, `${releaseId} is not validated once`);
    const approvals = countOf('forecast-release-approved', releaseId);
    expect(
      approvals === (state === 'held' ? 0 : 1),
      `${releaseId} is ${state} and was approved ${approvals} times`,
    );
    const superseded = countOf('forecast-release-superseded', releaseId);
    expect(
      superseded === (state === 'superseded' ? 1 : 0),
      `${releaseId}: ${superseded} events of superseding`,
    );
    expect(
      (await desk.document(documentId)).state === 'applied',
      `the document of ${releaseId} is not applied`,
    );
  }
  const baseline = await desk.records.get('forecast-baseline', 'baseline');
  expect(inForce.length <= 1, `${inForce.length} releases are in force`);
  expect(baseline?.body.releaseId === inForce[0], 'the baseline is not the approved release');
  return [...broken, ...brokenSequences(published)];
}

/** Every record's events count from 1 without a gap. */
export function brokenSequences(published: readonly EventEnvelope[]): readonly string[] {
  const seen = new Map<string, number>();
  return published.flatMap(({ id, sequence }) => {
    const record = id.slice(0, id.lastIndexOf('/'));
    const next = (seen.get(record) ?? 0) + 1;
    seen.set(record, next);
    return Number(sequence) === next ? [] : [`event ${id} should have been number ${next}`];
  });
}
