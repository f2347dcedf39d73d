import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChunkLine, readChunkLine } from '#business/forecasting/rules/read-chunk-line.ts';
import { resolveLines } from '#business/forecasting/rules/resolve-lines.ts';
import { micros, ZERO } from '#core/kernel/decimal.ts';
import { aLocation, anItem } from '#test/builders/forecast-desk.ts';
import { aForecastRow, csvLine, type ForecastRow, mondayAfter } from '#test/builders/forecast-file.ts';

const master = { item: anItem(), location: aLocation() };
const lines = (...rows: Partial<ForecastRow>[]): ChunkLine[] =>
  rows.map((row, index) =>
    readChunkLine(`${index + 2},${csvLine(aForecastRow({ kind: 'baseline', ...row }))}`),
  );
const codes = (resolved: ReturnType<typeof resolveLines>) =>
  resolved.sortedOut.map(({ line, fault }) => [line.line, fault.code]);

describe('the rows of one item at one location', () => {
  it('[B1] become a series a week, with 0 where a week between has no row', () => {
    const resolved = resolveLines(
      lines({ bucket: '2026-12-07', quantity: '7' }, { quantity: '5.50' }),
      master,
    );
    expect(resolved.series).toEqual({
      itemId: 'ITEM-1',
      locationId: 'DC-1',
      unit: 'EA',
      from: '2026-11-23',
      quantities: ['5.5', '0', '7'],
    });
    expect(resolved).toMatchObject({ applied: 2, total: micros('12.5'), sortedOut: [] });
  });

  it('[B1] a promotion adds to the baseline, an override takes the place of both', () => {
    const resolved = resolveLines(
      lines(
        { quantity: '10' },
        { quantity: '3', kind: 'promotion' },
        { bucket: '2026-11-30', quantity: '10' },
        { bucket: '2026-11-30', quantity: '3', kind: 'promotion' },
        { bucket: '2026-11-30', quantity: '1', kind: 'override' },
      ),
      master,
    );
    expect(resolved.series?.quantities).toEqual(['13', '1']);
    expect(resolved.applied).toBe(5);
  });

  it('[C2] are counted in the base unit: packs of the item, or units of the same measure', () => {
    const cases = lines({ quantity: '2', unit: 'XCS' }, { bucket: '2026-11-30', quantity: '1', unit: 'DZN' });
    expect(resolveLines(cases, master).series).toMatchObject({ unit: 'EA', quantities: ['96', '12'] });
    const grams = { item: anItem({ baseUnit: 'KGM', packs: [] }), location: aLocation() };
    const series = resolveLines(lines({ quantity: '250', unit: 'GRM' }), grams).series;
    expect(series).toMatchObject({ unit: 'KGM', quantities: ['0.25'] });
  });

  it('[B1] the same key with the same quantity: the first counts, the others are duplicates', () => {
    const resolved = resolveLines(
      lines({ quantity: '48' }, { quantity: '48.0' }, { quantity: '1', unit: 'XCS' }),
      master,
    );
    expect(codes(resolved)).toEqual([
      [3, 'duplicate'],
      [4, 'duplicate'],
    ]);
    expect(resolved.series?.quantities).toEqual(['48']);
    expect(resolved.sortedOut[0]?.fault.reason).toBe('the same row stands on line 2, which counts');
  });

  it('[B1] the same key with another quantity: none counts', () => {
    const resolved = resolveLines(
      lines({ quantity: '48' }, { quantity: '49' }, { bucket: '2026-11-30' }),
      master,
    );
    expect(codes(resolved)).toEqual([
      [2, 'conflicting'],
      [3, 'conflicting'],
    ]);
    expect(resolved.series).toMatchObject({ from: '2026-11-30', quantities: ['40'] });
  });

  it.each([
    ['item-unknown', { ...master, item: undefined }],
    ['item-inactive', { ...master, item: anItem({ status: 'inactive' }) }],
    ['location-unknown', { ...master, location: undefined }],
    ['location-closed', { ...master, location: aLocation({ status: 'closed' }) }],
  ] as const)('[B1] are all sorted out: %s', (code, data) => {
    const resolved = resolveLines(lines({}, { bucket: '2026-11-30' }), data);
    expect(codes(resolved)).toEqual([
      [2, code],
      [3, code],
    ]);
    expect(resolved).toMatchObject({ series: undefined, applied: 0, total: ZERO });
  });

  it('[B1] a unit that the item does not have is sorted out, the other rows stay', () => {
    const resolved = resolveLines(lines({ unit: 'KGM' }, { bucket: '2026-11-30' }), master);
    expect(codes(resolved)).toEqual([[2, 'unit-not-of-item']]);
    expect(resolved.applied).toBe(1);
  });

  it('[B1] a quantity that is too much in the base unit is sorted out', () => {
    const pallets = { item: anItem({ packs: [{ unit: 'XPX', holds: '100000' }] }), location: aLocation() };
    const resolved = resolveLines(lines({ quantity: '999999999', unit: 'XPX' }), pallets);
    expect(codes(resolved)).toEqual([[2, 'quantity-out-of-range']]);
  });

  it('[O7] every row is applied or sorted out, once', () => {
    const row = fc.record({
      bucket: fc.integer({ min: 0, max: 4 }).map((week) => mondayAfter('2026-11-23', week)),
      quantity: fc.constantFrom('1', '2', '48'),
      unit: fc.constantFrom('EA', 'XCS', 'KGM'),
      kind: fc.constantFrom('baseline', 'promotion', 'override'),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (rows) => {
        const given = lines(...rows);
        const { applied, sortedOut } = resolveLines(given, master);
        expect(applied + sortedOut.length).toBe(given.length);
        expect(new Set(sortedOut.map(({ line }) => line.line)).size).toBe(sortedOut.length);
      }),
    );
  });
});
