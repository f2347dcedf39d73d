import { describe, expect, it } from 'vitest';
import { concludeForecastRelease } from '#business/forecasting/conclude-forecast-release.ts';
import { releaseIdOf, releaseKeys } from '#business/forecasting/model.ts';
import type { Records } from '#core/kernel/records.ts';
import { unwrap } from '#core/kernel/result.ts';
import { aLocation, anItem, forecastDesk, readyDesk } from '#test/builders/forecast-desk.ts';
import { aForecastCsv, aForecastRow, mondayAfter, weeklyRows } from '#test/builders/forecast-file.ts';

type Desk = ReturnType<typeof forecastDesk>;

/** A file of ten items over four weeks; `quantity` by item, undefined to leave it out. */
function tenItems(quantity: (item: number) => string | undefined, firstWeek = 0): string {
  const rows = Array.from({ length: 10 }, (_, item) => {
    const value = quantity(item);
    return Array.from({ length: 4 }, (_, week) => ({
      ...aForecastRow({ item: `ITEM-${item}`, bucket: mondayAfter('2026-11-23', firstWeek + week) }),
      quantity: value ?? 'skip',
    }));
  });
  return aForecastCsv(rows.flat().filter((row) => row.quantity !== 'skip'));
}

async function tenItemDesk(): Promise<Desk> {
  const desk = forecastDesk().withPolicy();
  await desk.withItems(...Array.from({ length: 10 }, (_, item) => `ITEM-${item}`));
  await desk.withLocations('DC-1');
  return desk;
}

const baselineOf = async (desk: Desk) =>
  (await desk.records.get('forecast-baseline', 'baseline'))?.body.releaseId;

describe('concluding a release', () => {
  it('[B2] the first release that policy lets pass is the baseline', async () => {
    const desk = await readyDesk();
    const releaseId = await desk.release(aForecastCsv(weeklyRows(3)));
    expect((await desk.stored(releaseId)).body).toMatchObject({
      state: 'approved',
      approvedBy: 'policy:release',
      horizon: { from: '2026-11-23', to: '2026-12-07', buckets: 3 },
      total: '120',
      itemLocations: 1,
      reasons: [],
    });
    expect(await baselineOf(desk)).toBe(releaseId);
    expect(desk.events()).toEqual([
      'document-received',
      'forecast-release-received',
      'forecast-release-validated',
      'forecast-release-approved',
    ]);
  });

  it('[B2] the next one supersedes it and says what it changes', async () => {
    const desk = await tenItemDesk();
    const first = await desk.release(tenItems((item) => (item < 9 ? '10' : undefined)));
    desk.clock.advance(7 * 86_400_000);
    const second = await desk.release(tenItems((item) => (item === 0 ? '11' : '10'), 1));
    expect((await desk.stored(first)).body.state).toBe('superseded');
    expect((await desk.stored(second)).body).toMatchObject({
      state: 'approved',
      revision: { against: first, changed: 1, added: 1, dropped: 0, totalBefore: '360', totalAfter: '404' },
    });
    expect(await baselineOf(desk)).toBe(second);
    const superseded = desk.records.published().find(({ type }) => type.includes('superseded'));
    expect(superseded?.data).toEqual({ releaseId: first, by: second });
  });

  it('[B2] without a policy every release is held for a planner', async () => {
    const desk = forecastDesk();
    await desk.withItems('ITEM-1');
    await desk.withLocations('DC-1');
    const releaseId = await desk.release(aForecastCsv(weeklyRows(3)));
    expect((await desk.stored(releaseId)).body).toMatchObject({
      state: 'held',
      reasons: ['No release policy is set, so a planner approves every release.'],
    });
    expect(await baselineOf(desk)).toBeUndefined();
  });

  it('[B2] a policy may leave every approval to a planner', async () => {
    const desk = (await readyDesk()).withPolicy({ approveAutomatically: false });
    const releaseId = await desk.release(aForecastCsv(weeklyRows(3)));
    expect((await desk.stored(releaseId)).body.state).toBe('held');
  });

  it.each([
    ['a spike', (item: number) => (item < 2 ? '100' : '10'), '2 rise by more than 50 %'],
    ['a drop', (item: number) => (item < 2 ? '1' : '10'), '2 fall by more than 50 %'],
    ['a zero', (item: number) => (item < 2 ? '0' : '10'), '2 fall to zero'],
    ['a loss of coverage', (item: number) => (item < 2 ? undefined : '10'), '2 are no longer covered'],
  ])(
    '[B2] %s beyond what policy lets pass holds the release, the baseline stays in force',
    async (_, quantity, says) => {
      const desk = await tenItemDesk();
      const first = await desk.release(tenItems(() => '10'));
      const second = await desk.release(tenItems(quantity));
      const { body } = await desk.stored(second);
      expect(body.state).toBe('held');
      expect(body.reasons[0]).toBe(
        'Of 10 item-locations of the baseline 2 depart from it; the release policy lets 10 % pass.',
      );
      expect(body.reasons[1]).toContain(says);
      expect(body.reasons[1]).toContain('ITEM-0 at DC-1: 40 → ');
      expect(await baselineOf(desk)).toBe(first);
      expect((await desk.stored(first)).body.state).toBe('approved');
      expect(desk.events().at(-1)).toBe('forecast-release-held');
    },
  );

  it('[B2] departures within what policy lets pass do not hold it', async () => {
    const desk = await tenItemDesk();
    await desk.release(tenItems(() => '10'));
    const second = await desk.release(tenItems((item) => (item === 0 ? '900' : '10')));
    expect((await desk.stored(second)).body.state).toBe('approved');
  });

  it('[B2] a release without a week in common with the baseline is held', async () => {
    const desk = await tenItemDesk();
    await desk.release(tenItems(() => '10'));
    const second = await desk.release(tenItems(() => '10', 8));
    expect((await desk.stored(second)).body.reasons).toEqual([
      'It has no week in common with the baseline, so nothing can be compared.',
    ]);
  });

  it('[B2] a file that arrived before the baseline never replaces it by itself', async () => {
    const desk = await tenItemDesk();
    const older = await desk.drop(
      tenItems(() => '10'),
      'older.csv',
    );
    desk.clock.advance(60_000);
    const newer = await desk.release(
      tenItems(() => '11'),
      'newer.csv',
    );
    unwrap(await desk.split(older));
    unwrap(await desk.check(releaseIdOf(older), 0));
    expect(unwrap(await desk.conclude(releaseIdOf(older))).state).toBe('held');
    expect((await desk.stored(releaseIdOf(older))).body.reasons).toEqual([
      'Its file arrived before the one of the baseline in force.',
    ]);
    expect(await baselineOf(desk)).toBe(newer);
  });

  it('[B1] a release of which every row is quarantined is rejected, and its rows can be downloaded', async () => {
    const desk = await readyDesk();
    const releaseId = await desk.release(
      aForecastCsv([aForecastRow({ item: 'ITEM-9' }), aForecastRow({ quantity: '-1' })]),
    );
    const { body } = await desk.stored(releaseId);
    expect(body).toMatchObject({
      state: 'rejected',
      counts: { received: 2, applied: 0, rejected: 0, quarantined: 2, inFlight: 0 },
      reasons: ['all 2 rows are quarantined; each says why'],
    });
    expect(await desk.document(body.documentId)).toMatchObject({
      state: 'rejected',
      rejection: { code: 'file-unusable' },
    });
    expect((await desk.quarantined(releaseId)).map(({ line, code }) => [line, code])).toEqual([
      [2, 'item-unknown'],
      [3, 'quantity-invalid'],
    ]);
    expect(await baselineOf(desk)).toBeUndefined();
  });

  it('[B1] quarantined rows of the splitter and of the chunks stand together in the order of the file', async () => {
    const desk = await readyDesk();
    const rows = Array.from({ length: 300 }, (_, index) =>
      aForecastRow(index % 2 ? { quantity: 'NaN' } : { item: `OTHER-${index}` }),
    );
    const releaseId = await desk.release(aForecastCsv([...weeklyRows(2), ...rows]));
    const lines = (await desk.quarantined(releaseId)).map(({ line }) => line);
    expect(lines).toEqual(Array.from({ length: 300 }, (_, index) => index + 4));
    const { quarantine } = (await desk.stored(releaseId)).body;
    expect(quarantine?.rows).toBe(300);
  });

  it('[C2] counts packs in base units', async () => {
    const desk = forecastDesk().withPolicy();
    await desk.withItem(anItem({ packs: [{ unit: 'XCS', holds: '12' }] }));
    await desk.withLocation(aLocation());
    const releaseId = await desk.release(aForecastCsv([aForecastRow({ quantity: '2', unit: 'XCS' })]));
    expect((await desk.stored(releaseId)).body.total).toBe('24');
  });
});

describe('nothing counts until the totals agree', () => {
  async function checked(desk: Desk, content = aForecastCsv(weeklyRows(3))): Promise<string> {
    const documentId = await desk.drop(content);
    unwrap(await desk.split(documentId));
    unwrap(await desk.check(releaseIdOf(documentId), 0));
    return releaseIdOf(documentId);
  }

  function changeResult(desk: Desk, releaseId: string, change: object): void {
    const key = releaseKeys.result(releaseId, 0);
    const result: object = JSON.parse(desk.objects.text('work', key));
    desk.objects.putText('work', key, JSON.stringify({ ...result, ...change }));
  }

  it.each([
    ['a chunk that lost a row', { received: 2, applied: 2 }, 'partition 0 was given 3 rows and saw 2'],
    ['a chunk that forgot a row', { applied: 2 }, 'partition 0 saw 3 rows and accounts for 2'],
    ['a chunk that counted a row twice', { quarantined: 1 }, 'partition 0 saw 3 rows and accounts for 4'],
  ])('[O7] %s rejects the release', async (_, change, reason) => {
    const desk = await readyDesk();
    const releaseId = await checked(desk);
    changeResult(desk, releaseId, change);
    expect(unwrap(await desk.conclude(releaseId)).state).toBe('rejected');
    expect((await desk.stored(releaseId)).body).toMatchObject({
      state: 'rejected',
      counts: { received: 3, applied: 0, rejected: 3, quarantined: 0, inFlight: 0 },
      reasons: [reason],
    });
    expect(await baselineOf(desk)).toBeUndefined();
  });

  it('[O7] series that are not what their result says reject the release', async () => {
    const desk = await readyDesk();
    const releaseId = await checked(desk);
    const key = releaseKeys.series(releaseId, 0);
    desk.objects.putText('work', key, desk.objects.text('work', key).replace('"40"', '"4000"'));
    expect(unwrap(await desk.conclude(releaseId)).state).toBe('rejected');
    expect((await desk.stored(releaseId)).body.reasons).toEqual([
      'the series of partition 0 are not what its result says',
    ]);
  });

  it('[O7] while a chunk is missing the conclusion can only be tried again', async () => {
    const desk = await readyDesk();
    const documentId = await desk.drop(aForecastCsv(weeklyRows(3)));
    unwrap(await desk.split(documentId));
    const early = await desk.conclude(releaseIdOf(documentId));
    expect(early).toMatchObject({ ok: false, problem: { code: 'temporarily-unavailable' } });
    expect((await desk.stored(releaseIdOf(documentId))).body.state).toBe('received');
  });

  it('[O7] a part that is not what the manifest says is never checked', async () => {
    const desk = await readyDesk();
    const documentId = await desk.drop(aForecastCsv(weeklyRows(3)));
    unwrap(await desk.split(documentId));
    const releaseId = releaseIdOf(documentId);
    const key = releaseKeys.rows(releaseId, 0, 0);
    desk.objects.putText('work', key, desk.objects.text('work', key).replace(',40,', ',41,'));
    expect(await desk.check(releaseId, 0)).toMatchObject({ ok: false, problem: { code: 'release-broken' } });
  });

  it('[O7] a partition that does not exist is a terminal problem', async () => {
    const desk = await readyDesk();
    const releaseId = await checked(desk);
    expect(await desk.check(releaseId, 1)).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  });

  it('[O7] a checked chunk keeps its result though master data changed, a concluded release its conclusion', async () => {
    const desk = await readyDesk();
    const releaseId = await checked(desk, aForecastCsv([...weeklyRows(2), aForecastRow({ item: 'ITEM-2' })]));
    await desk.withItems('ITEM-2');
    expect(unwrap(await desk.check(releaseId, 0))).toMatchObject({ applied: 2, quarantined: 1 });
    expect(unwrap(await desk.conclude(releaseId)).state).toBe('approved');
    const events = desk.events().length;
    expect(unwrap(await desk.conclude(releaseId)).state).toBe('approved');
    expect(desk.events()).toHaveLength(events);
  });

  it('[E2] two releases concluded at once: one is the baseline, and each knows the other', async () => {
    const desk = await tenItemDesk();
    const files = ['10', '11'].map((quantity) => tenItems(() => quantity));
    const ids: string[] = [];
    for (const [index, file] of files.entries()) {
      const documentId = await desk.drop(file, `${index}.csv`);
      unwrap(await desk.split(documentId));
      unwrap(await desk.check(releaseIdOf(documentId), 0));
      ids.push(releaseIdOf(documentId));
    }
    await Promise.all(ids.map((id) => desk.conclude(id)));
    const states = await Promise.all(ids.map(async (id) => (await desk.stored(id)).body.state));
    expect([...states].sort()).toEqual(['approved', 'superseded']);
    expect(await baselineOf(desk)).toBe(ids[states.indexOf('approved')]);
  });

  it('[E2] a commit that fails leaves release, baseline and document as they were', async () => {
    const desk = await readyDesk();
    const releaseId = await checked(desk);
    const records: Records = { ...desk.records, commit: () => Promise.reject(new Error('crash')) };
    const task = { releaseId, correlationId: 'cor-12345678' };
    await expect(concludeForecastRelease({ ...desk, records }, task)).rejects.toThrow('crash');
    expect((await desk.stored(releaseId)).body.state).toBe('received');
    expect(unwrap(await desk.conclude(releaseId)).state).toBe('approved');
  });
});
