import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChunkResult } from '#business/forecasting/model.ts';
import { largestDifferences } from '#business/forecasting/rules/largest-differences.ts';
import { sumsByWeek, weeklySums } from '#business/forecasting/rules/weekly-sums.ts';
import { readComparison } from '#business/forecasting/work-objects.ts';
import type { ForecastSeries } from '#core/canonical/forecast.ts';
import { decimalText, ONE } from '#core/kernel/decimal.ts';
import { unwrap } from '#core/kernel/result.ts';
import { forecastDesk } from '#test/builders/forecast-desk.ts';
import { aForecastCsv, aForecastRow, mondayAfter, weeklyRows } from '#test/builders/forecast-file.ts';

const MONDAY = '2026-11-23';

async function desk() {
  const made = forecastDesk().withPolicy();
  await made.withItems('ITEM-1', 'ITEM-2', 'ITEM-3');
  await made.withLocations('DC-1', 'DC-2');
  return made;
}
const compared = async (on: Awaited<ReturnType<typeof desk>>, releaseId: string) =>
  unwrap(await readComparison(on.objects, (await on.stored(releaseId)).body));

describe('what a release changes, for a planner', () => {
  it('[B2] is the sums by week of both, and what differs most, the largest first', async () => {
    const on = await desk();
    const first = await on.release(
      aForecastCsv([
        ...weeklyRows(2, { quantity: '10' }),
        ...weeklyRows(2, { item: 'ITEM-2', quantity: '7.5' }),
        ...weeklyRows(2, { item: 'ITEM-3', location: 'DC-2', quantity: '1' }),
      ]),
    );
    on.clock.advance(60_000);
    const second = await on.release(
      aForecastCsv([
        ...weeklyRows(3, { quantity: '14' }),
        ...weeklyRows(2, { item: 'ITEM-2', quantity: '7.5' }),
        ...weeklyRows(2, { item: 'ITEM-2', location: 'DC-2', quantity: '50' }),
      ]),
    );
    expect(await compared(on, second)).toEqual({
      against: first,
      weeks: [
        { bucket: MONDAY, before: '18.5', after: '71.5' },
        { bucket: mondayAfter(MONDAY, 1), before: '18.5', after: '71.5' },
        { bucket: mondayAfter(MONDAY, 2), before: '0', after: '14' },
      ],
      largest: [
        { itemId: 'ITEM-2', locationId: 'DC-2', unit: 'EA', what: 'added', before: '0', after: '100' },
        { itemId: 'ITEM-1', locationId: 'DC-1', unit: 'EA', what: 'changed', before: '20', after: '28' },
        { itemId: 'ITEM-3', locationId: 'DC-2', unit: 'EA', what: 'dropped', before: '2', after: '0' },
      ],
    });
  });

  it('[B2] of a first release is that everything is new', async () => {
    const on = await desk();
    const first = await on.release(
      aForecastCsv([aForecastRow({ quantity: '3' }), aForecastRow({ item: 'ITEM-2', quantity: '8' })]),
    );
    expect(await compared(on, first)).toEqual({
      weeks: [{ bucket: MONDAY, before: '0', after: '11' }],
      largest: [
        { itemId: 'ITEM-2', locationId: 'DC-1', unit: 'EA', what: 'added', before: '0', after: '8' },
        { itemId: 'ITEM-1', locationId: 'DC-1', unit: 'EA', what: 'added', before: '0', after: '3' },
      ],
    });
  });

  it('[B2] is not known before it was checked, and not believed when it was tampered with', async () => {
    const on = await desk();
    const releaseId = await on.release(aForecastCsv([aForecastRow()]));
    const { body } = await on.stored(releaseId);
    const { comparison, ...unchecked } = body;
    expect(await readComparison(on.objects, unchecked)).toMatchObject({ problem: { code: 'not-found' } });
    on.objects.putText('work', comparison?.key ?? '', '{"weeks":[],"largest":[]}');
    expect(await readComparison(on.objects, body)).toMatchObject({ problem: { code: 'release-broken' } });
  });

  it('[B2] keeps the largest of any number, in any order', () => {
    const quantities = fc.array(fc.tuple(fc.nat(50), fc.nat(50)), { maxLength: 60 });
    fc.assert(
      fc.property(quantities, fc.integer({ min: 1, max: 8 }), (pairs, most) => {
        const largest = largestDifferences(most);
        for (const [index, [before, after]] of pairs.entries()) {
          const place = { itemId: `I-${index}`, locationId: 'DC-1', unit: 'EA', what: 'changed' } as const;
          largest.add({ ...place, before: BigInt(before) * ONE, after: BigInt(after) * ONE });
        }
        const expected = pairs
          .map(([before, after], index) => ({ itemId: `I-${index}`, by: Math.abs(before - after) }))
          .filter(({ by }) => by > 0)
          .sort((a, b) => b.by - a.by)
          .slice(0, most);
        expect(largest.list().map(({ itemId }) => itemId)).toEqual(expected.map(({ itemId }) => itemId));
      }),
    );
  });

  it('[B2] adds up the same however a release is partitioned', () => {
    const series = fc.record({
      from: fc.nat(5),
      quantities: fc.array(fc.nat(99), { minLength: 1, maxLength: 6 }),
    });
    fc.assert(
      fc.property(fc.array(fc.array(series, { maxLength: 5 }), { maxLength: 4 }), (partitions) => {
        const made = partitions.map((own) => own.map(aSeries));
        const results = made.map((own) => aResult(own));
        const byWeek = sumsByWeek(results);
        const expected = new Map<string, number>();
        for (const { from, quantities } of partitions.flat()) {
          for (const [week, quantity] of quantities.entries()) {
            const bucket = mondayAfter(MONDAY, from + week);
            expected.set(bucket, (expected.get(bucket) ?? 0) + quantity);
          }
        }
        const sums = [...(byWeek ?? [])].filter(([, sum]) => sum > 0n);
        expect(new Map(sums.map(([bucket, sum]) => [bucket, Number(decimalText(sum))]))).toEqual(
          new Map([...expected].filter(([, sum]) => sum > 0)),
        );
      }),
    );
  });

  it('[B2] has no sums where a partition was checked before they were kept', () => {
    const { weeks: _none, ...old } = aResult([aSeries({ from: 0, quantities: [1] })]);
    expect(sumsByWeek([old])).toBeUndefined();
    expect(weeklySums([])).toBeUndefined();
  });
});

const aSeries = ({ from, quantities }: { from: number; quantities: readonly number[] }): ForecastSeries => ({
  itemId: 'ITEM-1',
  locationId: 'DC-1',
  unit: 'EA',
  from: mondayAfter(MONDAY, from),
  quantities: quantities.map(String),
});

function aResult(series: readonly ForecastSeries[]): ChunkResult {
  const weeks = weeklySums(series);
  return {
    ...{ partition: 0, received: 0, applied: 0, rejected: 0, quarantined: 0, totalMicros: '0' },
    itemLocations: series.length,
    ...(weeks && { weeks }),
    series: { key: 'series', rows: series.length, bytes: 0, sha256: 'a'.repeat(64) },
  };
}
