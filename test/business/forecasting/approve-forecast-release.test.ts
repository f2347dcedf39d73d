import { beforeEach, describe, expect, it } from 'vitest';
import { approveForecastRelease } from '#business/forecasting/approve-forecast-release.ts';
import { releaseIdOf } from '#business/forecasting/model.ts';
import { unwrap } from '#core/kernel/result.ts';
import { readyDesk } from '#test/builders/forecast-desk.ts';
import { aForecastCsv, weeklyRows } from '#test/builders/forecast-file.ts';

const planner = { kind: 'person', id: 'pat' } as const;
const file = (quantity: string) => aForecastCsv(weeklyRows(3, { quantity }));

describe('a planner approves a held release', () => {
  let desk: Awaited<ReturnType<typeof readyDesk>>;
  let first: string;
  let held: string;

  beforeEach(async () => {
    desk = await readyDesk();
    first = await desk.release(file('10'));
    desk.clock.advance(60_000);
    held = await desk.release(file('900'));
  });

  const approve = async (releaseId: string, change: { version?: number; reason?: string } = {}) =>
    approveForecastRelease(desk, {
      releaseId,
      expectedVersion: change.version ?? (await desk.stored(releaseId)).version,
      actor: planner,
      correlationId: 'cor-planner-1',
      ...(change.reason !== undefined && { reason: change.reason }),
    });

  it('[B2] it is the baseline, the one before is superseded, all in one commit with an audit record', async () => {
    const approved = unwrap(await approve(held, { reason: 'promotion in week 49' }));
    expect(approved.body).toMatchObject({ state: 'approved', approvedBy: 'person:pat' });
    expect((await desk.stored(first)).body.state).toBe('superseded');
    expect((await desk.records.get('forecast-baseline', 'baseline'))?.body.releaseId).toBe(held);
    expect(desk.events().slice(-2).sort()).toEqual([
      'forecast-release-approved',
      'forecast-release-superseded',
    ]);
    expect(desk.records.audit()).toHaveLength(1);
    expect(JSON.stringify(desk.records.audit()[0])).toContain('promotion in week 49');
  });

  it('[B2] not twice, and not what was approved before', async () => {
    unwrap(await approve(held));
    expect(await approve(held)).toMatchObject({ ok: false, problem: { code: 'state-not-allowed' } });
    expect(await approve(first)).toMatchObject({ ok: false, problem: { code: 'state-not-allowed' } });
  });

  it('[B2] not on a version that has changed since', async () => {
    const stale = await approve(held, { version: (await desk.stored(held)).version - 1 });
    expect(stale).toMatchObject({ ok: false, problem: { code: 'version-stale' } });
  });

  it('[B2] not a release that does not exist', async () => {
    const unknown = await approve('fr-none', { version: 1 });
    expect(unknown).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  });

  it('[B2] two planners at once approve once', async () => {
    const results = await Promise.all([approve(held), approve(held)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ problem: { code: 'version-stale' } });
  });

  it('[B2] one that is older than the baseline only with a reason', async () => {
    const older = await desk.drop(file('11'), 'older.csv');
    desk.clock.advance(60_000);
    const newer = await desk.drop(file('12'), 'newer.csv');
    for (const documentId of [newer, older]) {
      unwrap(await desk.split(documentId));
      unwrap(await desk.check(releaseIdOf(documentId), 0));
      unwrap(await desk.conclude(releaseIdOf(documentId)));
    }
    const refused = await approve(releaseIdOf(older));
    expect(refused).toMatchObject({ ok: false, problem: { code: 'state-not-allowed' } });
    const approved = await approve(releaseIdOf(older), { reason: 'the newer file has last year in it' });
    expect(unwrap(approved).body.state).toBe('approved');
    expect((await desk.stored(releaseIdOf(newer))).body.state).toBe('superseded');
  });
});
