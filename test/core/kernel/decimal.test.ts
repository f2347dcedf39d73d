import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decimalSchema,
  decimalText,
  divide,
  maximum,
  micros,
  minimum,
  multiply,
  ONE,
  parseDecimal,
  roundToDecimals,
  roundUpTo,
} from '#core/kernel/decimal.ts';

const limit = 10n ** 18n - 1n;
const anyMicros = fc.bigInt({ min: -limit, max: limit });
const smallMicros = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
const abs = (value: bigint): bigint => (value < 0n ? -value : value);

describe('decimals', () => {
  it.each([
    ['0', 0n],
    ['437', 437_000_000n],
    ['-12.5', -12_500_000n],
    ['-0.5', -500_000n],
    ['0.000001', 1n],
    ['999999999999.999999', limit],
    ['1.50', 1_500_000n],
  ])('[C2] %s is %s millionths', (text, value) => {
    expect(parseDecimal(text)).toBe(value);
    expect(decimalSchema.safeParse(text).success).toBe(true);
  });

  it.each(['', ' 1', '1 ', '+1', '01', '.5', '1.', '1e3', '1,5', '1.0000001', '1000000000000', 'NaN', '١'])(
    '[C2] %j is no decimal',
    (text) => {
      expect(parseDecimal(text)).toBeUndefined();
      expect(decimalSchema.safeParse(text).success).toBe(false);
      expect(() => micros(text)).toThrow(RangeError);
    },
  );

  it('[C2] the text of any amount reads back as that amount, and is the shortest there is', () => {
    fc.assert(
      fc.property(anyMicros, (value) => {
        const text = decimalText(value);
        expect(parseDecimal(text)).toBe(value);
        expect(text).not.toMatch(/\.\d*0$|\.$|^-0$/);
      }),
    );
  });

  it('[C2] a sum of decimals is exact where floating point is not', () => {
    expect(decimalText(micros('0.1') + micros('0.2'))).toBe('0.3');
  });

  it('[C2] a product or quotient is within half a millionth of the exact one', () => {
    fc.assert(
      fc.property(smallMicros, smallMicros, (a, b) => {
        expect(2n * abs(multiply(a, b) * ONE - a * b)).toBeLessThanOrEqual(ONE);
        fc.pre(b !== 0n);
        expect(2n * abs(divide(a, b) * b - a * ONE)).toBeLessThanOrEqual(abs(b));
      }),
    );
  });

  it('[C2] half a millionth is rounded to the even neighbour, on both sides of zero', () => {
    expect(multiply(1n, micros('0.5'))).toBe(0n);
    expect(multiply(3n, micros('0.5'))).toBe(2n);
    expect(multiply(-3n, micros('0.5'))).toBe(-2n);
    expect(roundToDecimals(micros('2.345'), 2)).toBe(micros('2.34'));
    expect(roundToDecimals(micros('2.355'), 2)).toBe(micros('2.36'));
    expect(roundToDecimals(micros('-2.345001'), 2)).toBe(micros('-2.35'));
    expect(roundToDecimals(micros('2.5'), 0)).toBe(micros('2'));
  });

  it('[C2] dividing by zero is a bug', () => {
    expect(() => divide(ONE, 0n)).toThrow(RangeError);
  });

  it('[R14] rounding up gives the smallest multiple that is not below', () => {
    const positive = fc.bigInt({ min: 0n, max: 10n ** 15n });
    fc.assert(
      fc.property(positive, fc.bigInt({ min: 1n, max: 10n ** 12n }), (value, step) => {
        const rounded = roundUpTo(value, step);
        expect(rounded % step).toBe(0n);
        expect(rounded).toBeGreaterThanOrEqual(value);
        expect(rounded - value).toBeLessThan(step);
      }),
    );
  });

  it('the larger and the smaller of two', () => {
    expect([maximum(1n, 2n), minimum(1n, 2n), maximum(-1n, -2n)]).toEqual([2n, 1n, -1n]);
  });

  it('[C2] reading accepts exactly what the schema accepts, and text gives back what was read', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0123456789.-'), maxLength: 20 });
    fc.assert(
      fc.property(text, (given) => {
        const value = parseDecimal(given);
        expect(value !== undefined).toBe(decimalSchema.safeParse(given).success);
        if (value !== undefined) expect(parseDecimal(decimalText(value))).toBe(value);
      }),
      { numRuns: 5000 },
    );
  });
});
