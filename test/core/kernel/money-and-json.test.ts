import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { micros } from '#core/kernel/decimal.ts';
import { canonicalJson } from '#core/kernel/json.ts';
import { moneySchema, priceSchema, roundToCurrency } from '#core/kernel/money.ts';
import { quantitySchema } from '#core/kernel/quantity.ts';

describe('money and quantities', () => {
  it('[C6] an amount is rounded half to even to the minor unit of its currency', () => {
    expect(roundToCurrency(micros('10.125'), 'EUR')).toBe(micros('10.12'));
    expect(roundToCurrency(micros('10.135'), 'EUR')).toBe(micros('10.14'));
    expect(roundToCurrency(micros('10.5'), 'JPY')).toBe(micros('10'));
    expect(roundToCurrency(micros('11.5'), 'JPY')).toBe(micros('12'));
  });

  it('[C6] an amount without its currency, a number for a text or an unknown key is refused', () => {
    expect(moneySchema.safeParse({ amount: '1', currency: 'EUR' }).success).toBe(true);
    expect(moneySchema.safeParse({ amount: '1' }).success).toBe(false);
    expect(moneySchema.safeParse({ amount: 1, currency: 'EUR' }).success).toBe(false);
    expect(moneySchema.safeParse({ amount: '1', currency: 'XXX' }).success).toBe(false);
    expect(moneySchema.safeParse({ amount: '1', currency: 'EUR', rate: '1' }).success).toBe(false);
  });

  it('[C6] a price is an amount per quantity', () => {
    const price = { amount: '12.5', currency: 'EUR', per: { value: '100', unit: 'EA' } };
    expect(priceSchema.parse(price)).toEqual(price);
    expect(quantitySchema.safeParse({ value: '1', unit: 'pieces' }).success).toBe(false);
  });
});

describe('canonical JSON', () => {
  it('equal values have equal text, in whatever order their keys were given', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(reversed(value))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('lists keep their order', () => {
    expect(canonicalJson({ b: [2, 1], a: { d: 1, c: 2 } })).toBe('{"a":{"c":2,"d":1},"b":[2,1]}');
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}
