import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareReleases } from '#business/forecasting/compare-releases.ts';
import { openLines } from '#business/forecasting/line-cursor.ts';
import { mergeLines } from '#business/forecasting/merge-lines.ts';
import type { ChunkResult } from '#business/forecasting/model.ts';
import { departureOf } from '#business/forecasting/rules/departure.ts';
import { seriesBefore, seriesKey, seriesLine } from '#business/forecasting/series-line.ts';
import { writeLines } from '#business/forecasting/work-objects.ts';
import type { ForecastSeries } from '#core/canonical/forecast.ts';
import { partitionOf } from '#core/canonical/partition.ts';
import { micros } from '#core/kernel/decimal.ts';
import { memoryObjects } from '#test/doubles/memory-objects.ts';

const span = { from: '2026-11-23', to: '2026-12-07' };
const series = (itemId: string, locationId: string, ...quantities: string[]): ForecastSeries => ({
  itemId,
  locationId,
  unit: 'EA',
  from: '2026-11-23',
  quantities,
});

/** A release as so many partitions left it in the work bucket. */
async function stored(
  objects: ReturnType<typeof memoryObjects>,
  release: string,
  all: readonly ForecastSeries[],
  partitions: number,
) {
  const results: ChunkResult[] = [];
  for (let partition = 0; partition < partitions; partition += 1) {
    const own = all.filter((one) => partitionOf(one.itemId, one.locationId, partitions) === partition);
    const lines = own.toSorted((a, b) => (seriesBefore(a, b) ? -1 : 1)).map(seriesLine);
    results.push({
      partition,
      received: 0,
      applied: 0,
      rejected: 0,
      quarantined: 0,
      itemLocations: own.length,
      totalMicros: '0',
      series: await writeLines(objects, `${release}/${partition}`, lines),
    });
  }
  return { results, span };
}

describe('comparing releases', () => {
  const compare = async (
    before: ForecastSeries[],
    after: ForecastSeries[],
    partitions: readonly [number, number] = [3, 5],
  ) => {
    const objects = memoryObjects();
    return compareReleases(
      objects,
      await stored(objects, 'before', before, partitions[0]),
      await stored(objects, 'after', after, partitions[1]),
      micros('50'),
    );
  };

  it('[B2] finds what changed, was added, was dropped, however each was partitioned', async () => {
    const before = Array.from({ length: 50 }, (_, item) => series(`I-${item}`, 'DC-1', '10', '10'));
    const after = [
      ...before.slice(3),
      series('I-0', 'DC-1', '12', '10'),
      series('I-1', 'DC-1', '90', '10'),
      series('NEW', 'DC-1', '5'),
    ];
    expect(await compare(before, after)).toMatchObject({
      itemLocationsBefore: 50,
      changed: 2,
      added: 1,
      dropped: 1,
      departures: {
        spike: { count: 1, examples: ['I-1 at DC-1: 20 → 100'] },
        drop: { count: 0 },
        zero: { count: 0 },
        lost: { count: 1, examples: ['I-2 at DC-1: 20 → none'] },
      },
    });
  });

  it('[B2] a week without quantity and a week not mentioned are the same', async () => {
    const changed = await compare([series('A', 'DC-1', '5', '0')], [series('A', 'DC-1', '5')]);
    expect(changed.changed).toBe(0);
  });

  it('[B2] another partitioning is never a difference', async () => {
    const ids = fc.uniqueArray(
      fc.tuple(
        fc.stringMatching(/^[A-Z0-9][A-Za-z0-9._:@-]{0,4}$/),
        fc.constantFrom('D', 'DC', 'DC-1', 'D.'),
      ),
      { selector: (pair) => pair.join(' '), maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(ids, fc.integer({ min: 1, max: 9 }), async (pairs, partitions) => {
        const all = pairs.map(([item, location]) => series(item, location, '1'));
        const compared = await compare(all, all, [1, partitions]);
        expect(compared).toMatchObject({ itemLocationsBefore: all.length, changed: 0, added: 0, dropped: 0 });
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['40', '60', undefined],
    ['40', '61', 'spike'],
    ['40', '20', undefined],
    ['40', '19', 'drop'],
    ['40', '0', 'zero'],
    ['40', undefined, 'lost'],
    ['0', undefined, undefined],
    ['0', '1', 'spike'],
    ['0', '0', undefined],
  ] as const)('[B2] %s before and %s after is %s', (before, after, departure) => {
    expect(departureOf(micros(before), after && micros(after), micros('50'))).toBe(departure);
  });
});

describe('reading ordered lines', () => {
  it('[B3] gives every line once, whatever the size of a block', async () => {
    const lines = Array.from({ length: 40 }, (_, index) => `${index} Ä€😀\n`);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 0, max: 40 }),
        async (block, cut) => {
          const objects = memoryObjects({ chunkBytes: 7 });
          const sources = [
            await writeLines(objects, 'a', lines.slice(0, cut)),
            await writeLines(objects, 'b', lines.slice(cut)),
          ];
          const cursor = await openLines(objects, sources, block);
          const seen: string[] = [];
          while (cursor.line !== undefined) {
            seen.push(`${cursor.line}\n`);
            await cursor.advance();
          }
          expect(seen).toEqual(lines);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('[B3] merges into one order', async () => {
    const numbers = fc.array(fc.array(fc.nat(99), { maxLength: 20 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(numbers, async (piles) => {
        const objects = memoryObjects();
        const cursors = await Promise.all(
          piles.map(async (pile, index) => {
            const lines = pile.toSorted((a, b) => a - b).map((number) => `${number}\n`);
            return openLines(objects, [await writeLines(objects, `${index}`, lines)], 8);
          }),
        );
        const merged = mergeLines(cursors, (a, b) => Number(a) < Number(b));
        const seen: number[] = [];
        while (merged.line !== undefined) {
          seen.push(Number(merged.line));
          await merged.advance();
        }
        expect(seen).toEqual(piles.flat().sort((a, b) => a - b));
      }),
      { numRuns: 100 },
    );
  });

  it('[B3] a series line is ordered as its item and location are', () => {
    const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:@-]{0,5}$/);
    fc.assert(
      fc.property(id, id, id, id, (a, b, c, d) => {
        const [left, right] = [series(a, b, '1'), series(c, d, '1')];
        expect(seriesKey(seriesLine(left)) < seriesKey(seriesLine(right))).toBe(seriesBefore(left, right));
      }),
    );
  });
});
