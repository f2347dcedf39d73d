import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptedBuckets, rowValidator } from '#business/forecasting/rules/validate-row.ts';
import { forecastLineSchema } from '#core/canonical/forecast.ts';
import { aForecastRow, csvLine, type ForecastRow } from '#test/builders/forecast-file.ts';

const validate = rowValidator('2026-11-25');
const faultOf = (change: Partial<ForecastRow>) => validate(csvLine(aForecastRow(change)).split(','));
/** Cells and not text: a quantity may hold the delimiter. */
const quantityFault = (quantity: string) => {
  const { item, location, bucket, unit } = aForecastRow();
  return validate([item, location, bucket, quantity, unit, '']);
};

describe('a row by itself', () => {
  it.each(['0', '437', '12.5', '0.000001', '999999999.999999'])('[B1] takes the quantity %s', (quantity) => {
    expect(quantityFault(quantity)).toBeUndefined();
  });

  it.each([
    ['NaN', 'is no plain decimal such as 437 or 12.5'],
    ['Infinity', 'is no plain decimal such as 437 or 12.5'],
    ['-5', 'is negative'],
    ['1e9', 'has an exponent; write it out'],
    ['1E9', 'has an exponent; write it out'],
    ['=1+1', 'is a formula or has a sign; write the number alone'],
    ['@SUM(A1)', 'is a formula or has a sign; write the number alone'],
    ['+5', 'is a formula or has a sign; write the number alone'],
    ['1,000', 'has thousands separators; write digits and a point only'],
    ["1'000.5", 'has thousands separators; write digits and a point only'],
    ['007', 'has leading zeros'],
    ['', 'is empty; write 0 where nothing is expected'],
    ['12,5', 'is no plain decimal such as 437 or 12.5'],
    [' 12', 'is no plain decimal such as 437 or 12.5'],
    ['٣', 'is no plain decimal such as 437 or 12.5'],
  ])('[B1] refuses the quantity "%s"', (quantity, reason) => {
    const fault = quantityFault(quantity);
    expect(fault).toEqual({ code: 'quantity-invalid', reason: `the quantity "${quantity}" ${reason}` });
  });

  it('[B1] refuses a quantity of 40 digits and shows no more of it than fits', () => {
    expect(quantityFault('9'.repeat(40))?.code).toBe('quantity-out-of-range');
    expect(quantityFault('1000000000')?.code).toBe('quantity-out-of-range');
    expect(quantityFault('0.0000001')?.code).toBe('quantity-out-of-range');
    expect(quantityFault('9'.repeat(60_000))?.reason.length).toBeLessThan(200);
  });

  it.each([
    ['2026-02-30', 'bucket-invalid'],
    ['2026-13-01', 'bucket-invalid'],
    ['23.11.2026', 'bucket-invalid'],
    ['', 'bucket-invalid'],
    ['2026-11-23T00:00:00Z', 'bucket-invalid'],
    ['2026-11-24', 'bucket-invalid'],
    ['2026-10-19', 'bucket-outside-horizon'],
    ['2029-10-22', 'bucket-outside-horizon'],
  ])('[B1] refuses the bucket "%s"', (bucket, code) => {
    expect(faultOf({ bucket })?.code).toBe(code);
  });

  it('[B1] names the Monday that a date of the week belongs to', () => {
    expect(faultOf({ bucket: '2026-11-26' })?.reason).toContain('its week starts on 2026-11-23');
  });

  it('[B1] takes the first and the last Monday of the horizon', () => {
    const buckets = [...acceptedBuckets('2026-11-25')];
    expect([buckets[0], buckets.at(-1), buckets.length]).toEqual(['2026-10-26', '2029-10-15', 156]);
    for (const bucket of buckets) expect(faultOf({ bucket })).toBeUndefined();
  });

  it.each([
    [{ item: '' }, 'item-invalid'],
    [{ item: '=cmd|/C calc' }, 'item-invalid'],
    [{ item: 'x'.repeat(101) }, 'item-invalid'],
    [{ location: 'DC 1' }, 'location-invalid'],
    [{ unit: 'pcs' }, 'unit-unknown'],
    [{ unit: 'toString' }, 'unit-unknown'],
    [{ kind: 'guess' }, 'kind-unknown'],
    [{ kind: '__proto__' }, 'kind-unknown'],
  ])('[B1] refuses %j', (change, code) => {
    expect(faultOf(change)?.code).toBe(code);
  });

  it('[B1] a fault does not depend on the row before', () => {
    const check = rowValidator('2026-11-25');
    const bad = csvLine(aForecastRow({ item: '' })).split(',');
    expect(check(bad)?.code).toBe('item-invalid');
    expect(check(bad)?.code).toBe('item-invalid');
  });

  it('[C2] whatever passes is a forecast line of the canonical model', () => {
    const odd = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[0-9.,e+-]{0,12}$/),
      fc.constantFrom('EA', 'baseline', '5'),
    );
    const cellsOf = fc.tuple(
      fc.oneof(odd, fc.constant('ITEM-1')),
      fc.oneof(odd, fc.constant('DC-1')),
      fc.oneof(odd, fc.constant('2026-11-23')),
      odd,
      fc.oneof(odd, fc.constant('EA')),
      fc.oneof(odd, fc.constant('override')),
    );
    fc.assert(
      fc.property(cellsOf, (cells) => {
        if (validate(cells)) return;
        const [itemId, locationId, bucket, quantity, unit, kind] = cells;
        const line = { itemId, locationId, bucket, quantity, unit, kind: kind || 'baseline' };
        expect(forecastLineSchema.safeParse(line).success).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
