import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalText } from '#core/kernel/decimal.ts';
import { dateOfDigits, decimalOf } from '#edi/maps/values.ts';

describe('values', () => {
  test.each([
    ['480', 0, '480'],
    ['007', 0, '7'],
    ['.5', 0, '0.5'],
    ['5.', 0, '5'],
    ['-.50', 0, '-0.5'],
    ['12,25', 0, '12.25'],
    ['1.5E3', 0, '1500'],
    ['15E-1', 0, '1.5'],
    ['0.1000000', 0, '0.1'],
    ['-0', 0, '0'],
    ['41340', 2, '413.4'],
    ['7', 2, '0.07'],
    ['-1000', 2, '-10'],
  ])('[C2] %s with %i implied decimals is %s', (text, implied, expected) => {
    expect(decimalOf(text, implied)).toBe(expected);
  });

  test.each([
    ['', 0],
    ['-', 0],
    ['.', 0],
    ['4x', 0],
    ['1.2.3', 0],
    ['+5', 0],
    ['0.1234567', 0],
    ['1234567890123', 0],
    ['4.13', 2],
    ['1E2', 2],
  ])('[C2] %s with %i implied decimals is refused', (text, implied) => {
    expect(decimalOf(text, implied)).toBeUndefined();
  });

  test('[C2] every exact decimal comes back as it is, with point or comma', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), (value) => {
        const text = decimalText(value);
        expect(decimalOf(text)).toBe(text);
        expect(decimalOf(text.replace('.', ','))).toBe(text);
      }),
    );
  });

  test('[C2] a day that does not exist is none', () => {
    expect(dateOfDigits('20280229')).toBe('2028-02-29');
    for (const text of ['20260229', '20261301', '20260400', '261203', '2026-12-03', '00001203'])
      expect(dateOfDigits(text)).toBeUndefined();
  });
});
