import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changePercent, decimalOf, difference, millionths } from '#console/parts/exact.ts';

describe('exact decimals in the console', () => {
  it('[C2] come back as they were', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), (value) => {
        expect(millionths(decimalOf(value))).toBe(value);
      }),
    );
    expect(['0', '-0.5', '12.345678', '480'].map((text) => decimalOf(millionths(text)))).toEqual([
      '0',
      '-0.5',
      '12.345678',
      '480',
    ]);
  });

  it('[C2] are subtracted without rounding', () => {
    expect(difference('0.3', '0.1')).toBe('0.2');
    expect(difference('437', '480')).toBe('-43');
  });

  it('[B2] a change is told in percent with its sign, and not at all from nothing', () => {
    expect(changePercent('615320', '402110')).toBe('+53.0 %');
    expect(changePercent('90', '120')).toBe('-25.0 %');
    expect(changePercent('99.5', '100')).toBe('-0.5 %');
    expect(changePercent('5', '0')).toBeUndefined();
  });
});
