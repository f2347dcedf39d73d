import '#test/builders/function-environment.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ApiContext } from '#api/operation.ts';
import type { ApprovalGroup, ReplenishmentRun } from '#core/canonical/proposal.ts';
import { unwrap } from '#core/kernel/result.ts';
import { operation as rejectForecastRelease } from '#functions/api/reject-forecast-release.ts';
import { aPerson } from '#test/builders/a-person.ts';
import { call, expectProblem, settingsWithConsumer } from '#test/builders/an-api.ts';
import { forecastDesk } from '#test/builders/forecast-desk.ts';
import { aForecastCsv, weeklyRows } from '#test/builders/forecast-file.ts';
import { planningHandlers } from '#test/builders/planning-handlers.ts';
import { MemoryAnswers } from '#test/doubles/memory-answers.ts';

const file = (quantity: string, more: readonly string[] = []) =>
  aForecastCsv([...weeklyRows(3, { quantity }), ...more]);

async function room() {
  const desk = forecastDesk().withPolicy();
  const read: string[] = [];
  await desk.withItems('ITEM-1', 'ITEM-2');
  await desk.withLocations('DC-1');
  const objects: typeof desk.objects = {
    ...desk.objects,
    read: (bucket, key, range) => {
      read.push(key);
      return desk.objects.read(bucket, key, range);
    },
  };
  const writing = { settings: settingsWithConsumer(), answers: new MemoryAnswers() };
  const handlers = planningHandlers({ records: desk.records, objects }, writing);
  return { desk, handlers, read };
}

let on: Awaited<ReturnType<typeof room>>;
let first: string;
let held: string;
let requests = 0;

beforeEach(async () => {
  on = await room();
  first = await on.desk.release(file('10', ['ITEM-2,DC-1,2026-11-30,5,EA,']));
  on.desk.clock.advance(60_000);
  held = await on.desk.release(file('900'));
});

const get = (
  id: 'compare-forecast-release' | 'get-forecast-series' | 'get-replenishment-run',
  params: Record<string, string>,
  query: Record<string, string> = {},
) => call(on.handlers[id], { ...aPerson('auditor'), params, query });
const reject = (releaseId: string, version: number, reason = 'Somebody typed a zero too many.') => {
  requests += 1;
  return call(on.handlers['reject-forecast-release'], {
    ...aPerson('planner'),
    ...{ method: 'POST', params: { releaseId }, body: { reason } },
    headers: { 'Idempotency-Key': `request-${requests}`, 'If-Match': `"${version}"` },
  });
};

describe('what planners look into', () => {
  it('[B2] a release beside its baseline, as sums and as what differs most', async () => {
    const answer = await get('compare-forecast-release', { releaseId: held });
    expect(JSON.parse(answer.body)).toMatchObject({
      against: first,
      weeks: [{ before: '10', after: '900' }, { before: '15', after: '900' }, { after: '900' }],
      largest: [
        { itemId: 'ITEM-1', what: 'changed' },
        { itemId: 'ITEM-2', what: 'dropped' },
      ],
    });
    expectProblem(await get('compare-forecast-release', { releaseId: 'fr-9' }), 404, 'not-found');
  });

  it('[B2] one item at one location, beside the baseline, from the one object of each that holds it', async () => {
    const place = { itemId: 'ITEM-1', locationId: 'DC-1' };
    on.read.length = 0;
    const answer = await get('get-forecast-series', { releaseId: held }, place);
    const series = { ...place, unit: 'EA', from: '2026-11-23' };
    expect(JSON.parse(answer.body)).toEqual({
      releaseId: held,
      series: { ...series, quantities: ['900', '900', '900'] },
      baseline: { releaseId: first, series: { ...series, quantities: ['10', '10', '10'] } },
    });
    expect(on.read.filter((key) => key.includes('/series/'))).toHaveLength(2);
  });

  it('[B2] what a release does not speak of is absent, and so is a baseline that it has not', async () => {
    const dropped = await get(
      'get-forecast-series',
      { releaseId: held },
      { itemId: 'ITEM-2', locationId: 'DC-1' },
    );
    expect(JSON.parse(dropped.body)).toMatchObject({
      baseline: { series: { from: '2026-11-30', quantities: ['5'] } },
    });
    expect(JSON.parse(dropped.body)).not.toHaveProperty('series');
    const none = await get(
      'get-forecast-series',
      { releaseId: first },
      { itemId: 'ITEM-9', locationId: 'DC-1' },
    );
    expect(JSON.parse(none.body)).toEqual({ releaseId: first });
    for (const key of on.desk.objects.keys('work', `releases/${first}/series/`)) {
      await on.desk.objects.delete('work', key);
    }
    const gone = await get(
      'get-forecast-series',
      { releaseId: first },
      { itemId: 'ITEM-1', locationId: 'DC-1' },
    );
    expect(JSON.parse(gone.body)).toEqual({ releaseId: first });
  });

  it('[R4] runs, newest first, and one with its groups, those that wait first', async () => {
    const run: Pick<ReplenishmentRun, 'state' | 'releaseId' | 'decisions'> = {
      ...{ state: 'proposed', releaseId: first, decisions: [] },
    };
    const starts = ['2026-11-23T08:00:00.000Z', '2026-11-24T08:00:00.000Z'];
    for (const [index, startedAt] of starts.entries()) {
      const body = { ...run, id: `run-${index + 1}`, startedAt };
      const change = { type: 'replenishment-run', id: body.id, expect: 'absent', body } as const;
      unwrap(await on.desk.records.commit({ changes: [change], correlationId: 'cor-00000001' }));
    }
    for (const [index, state] of (['ordered', 'waiting', 'nothing_to_order'] as const).entries()) {
      const body = aGroup({ id: `ag-${index + 1}`, runId: 'run-2', state });
      const change = { type: 'approval-group', id: body.id, expect: 'absent', body } as const;
      unwrap(await on.desk.records.commit({ changes: [change], correlationId: 'cor-00000001' }));
    }
    const page = await call(on.handlers['list-replenishment-runs'], aPerson('buyer'));
    expect(JSON.parse(page.body).entries).toMatchObject([{ id: 'run-2' }, { id: 'run-1' }]);
    expect(page.body).not.toContain('decisions');
    const one = await get('get-replenishment-run', { runId: 'run-2' });
    expect(JSON.parse(one.body).groups).toMatchObject([{ id: 'ag-2' }, { id: 'ag-1' }, { id: 'ag-3' }]);
    expectProblem(await get('get-replenishment-run', { runId: 'run-9' }), 404, 'not-found');
  });
});

const aGroup = (differing: Partial<ApprovalGroup>): ApprovalGroup => ({
  id: 'ag-1',
  runId: 'run-1',
  releaseId: first,
  supplierId: 'S1',
  locationId: 'DC-1',
  currency: 'EUR',
  approval: 'person',
  state: 'waiting',
  proposalIds: ['pr-1'],
  pending: 1,
  value: { amount: '60', currency: 'EUR' },
  ...differing,
});

describe('a planner rejects a held release', () => {
  it('[B2] with the reason: none of its rows counts, the baseline stays, its file may come again', async () => {
    const { version, body: before } = await on.desk.stored(held);
    const answer = await reject(held, version);
    expect(answer).toMatchObject({ statusCode: 200, headers: { ETag: `"${version + 1}"` } });
    expect(JSON.parse(answer.body)).toMatchObject({
      state: 'rejected',
      reasons: ['Somebody typed a zero too many.', ...before.reasons],
      counts: { received: 3, applied: 0, rejected: 3, quarantined: 0, inFlight: 0 },
    });
    expect((await on.desk.records.get('forecast-baseline', 'baseline'))?.body.releaseId).toBe(first);
    expect((await on.desk.document(before.documentId)).state).toBe('rejected');
    expect(on.desk.events().slice(-2)).toEqual(['forecast-release-rejected', 'document-rejected']);
    expect(on.desk.records.audit()).toMatchObject([
      { action: 'reject-forecast-release', reason: 'Somebody typed a zero too many.' },
    ]);
    const again = await on.desk.release(file('900'));
    expect(again).not.toBe(held);
    expect((await on.desk.stored(again)).body.state).toBe('held');
  });

  it('[B2] as it was seen, once, and only one that waits for a planner', async () => {
    const { version } = await on.desk.stored(held);
    expectProblem(await reject(held, version + 1), 412, 'version-stale');
    expectProblem(await reject(first, (await on.desk.stored(first)).version), 409, 'state-not-allowed');
    expectProblem(await reject(held, version, ' '), 400, 'validation-failed');
    await reject(held, version);
    expectProblem(await reject(held, version + 1), 409, 'state-not-allowed');
  });

  it('[O7] a request that broke off after its commit finds its own rejection', async () => {
    const { version } = await on.desk.stored(held);
    const { run } = rejectForecastRelease(on.desk.records);
    const context: ApiContext = {
      ...{ actor: { kind: 'person', id: 'pat' }, correlationId: 'cor-12345678', requestId: 'rq-1' },
      ...{ resumed: false, expectedVersion: version },
    };
    const input = { params: { releaseId: held }, query: {}, body: { reason: 'No.' } };
    const done = unwrap(await run(input, context));
    expect(unwrap(await run(input, { ...context, resumed: true }))).toEqual(done);
    const other = { ...input, body: { reason: 'Another.' } };
    expect(await run(other, { ...context, resumed: true })).toMatchObject({ ok: false });
  });
});
