import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer } from '#adapters/tryton/answer.ts';
import { unitCodeOf } from '#adapters/tryton/units.ts';
import {
  dateValue,
  daysValue,
  decimalValue,
  instantValue,
  quantityValue,
  wireDate,
  wireDateTime,
  wireDays,
  wireDecimal,
} from '#adapters/tryton/wire.ts';
import { decimalText } from '#core/kernel/decimal.ts';

const decimal = (text: string) => decimalValue.safeParse({ __class__: 'Decimal', decimal: text }).data;

describe('values on the wire to Tryton', () => {
  it.each([
    ['12.50000000', '12.5'],
    ['1E+3', '1000'],
    ['1.5E-3', '0.0015'],
    ['-0.10', '-0.1'],
    ['0E-8', '0'],
    ['-0.00', '0'],
    ['000012', '12'],
  ])('[C2] the decimal %s is %s', (written, canonical) => {
    expect(decimal(written)).toBe(canonical);
  });

  it('[C2] a decimal that cannot be kept exactly is refused, never rounded', () => {
    expect(decimal('0.0000001')).toBeUndefined();
    expect(decimal('NaN')).toBeUndefined();
    expect(decimal('1234567890123')).toBeUndefined();
  });

  it('[C2] any decimal of ours comes back as it was', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 17n), 10n ** 17n), (micros) => {
        const text = decimalText(micros);
        expect(decimalValue.parse(wireDecimal(text))).toBe(text);
      }),
    );
  });

  it('[C2] dates, instants and lengths of time come back as they were', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('2099-12-31'), noInvalidDate: true }), (when) => {
        const instant = when.toISOString();
        expect(dateValue.parse(wireDate(instant.slice(0, 10)))).toBe(instant.slice(0, 10));
        expect(instantValue.parse(wireDateTime(instant))).toBe(instant.replace('Z', '000Z'));
      }),
    );
    expect(daysValue.parse(wireDays(14))).toBe(14);
  });

  it('[C2] binary noise of a quantity is no quantity', () => {
    expect(quantityValue.parse(0.1 + 0.2)).toBe('0.3');
    expect(quantityValue.parse(480)).toBe('480');
  });

  it('[C2] units by their symbols; a package by what it is, whatever it holds; others have no code', () => {
    const symbols = ['u', 'kg', 'lb', 'm²', 'cs48', 'cs', 'bx6', 'pk10', 'px1', 'ct12', 'ro'];
    expect(symbols.map(unitCodeOf)).toEqual([
      ...['EA', 'KGM', 'LBR', 'MTK', 'XCS', 'XCS', 'XBX', 'XPK', 'XPX', 'XCT', 'XRO'],
    ]);
    expect(['mi', 'csx', 'case48', ''].map(unitCodeOf)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('what an answer of Tryton means', () => {
  const answered = (status: number, body: unknown) =>
    readAnswer({ kind: 'answered', status, body: JSON.stringify(body) }, 'write');

  it('[X1] a result is a result, also when there is none', () => {
    expect(answered(200, { id: 1, result: null })).toEqual({ ok: true, value: null });
  });

  it.each([
    [
      ['UserError', ['The field is required.', 'In Party.', null]],
      'system-refused',
      'The field is required. In Party.',
    ],
    [['UserWarning', ['w1', 'Really?', '']], 'system-refused', 'Really?'],
    [['ConcurrencyException', 'stale'], 'system-stale', 'changed in the ERP'],
    [['LoginException', ['otp', 'Code', 'char']], 'system-credentials', 'more than a password'],
    [["'res.user'", ''], 'system-unavailable', "'res.user'"],
  ])('[X1] the error %j is %s', (error, code, words) => {
    const result = answered(200, { id: 1, error });
    expect(result).toMatchObject({ ok: false, problem: { code } });
    expect(JSON.stringify(result)).toContain(words);
  });

  it('[X2] an answer that broke off is an unknown outcome of a write, and nothing to a read', () => {
    const half = { kind: 'answered', status: 200, body: '{"id":1,"res' } as const;
    expect(readAnswer(half, 'write')).toMatchObject({ problem: { code: 'outcome-unknown' } });
    expect(readAnswer(half, 'read')).toMatchObject({ problem: { code: 'system-unavailable' } });
  });

  it('[X3] a system that asks for fewer calls may say for how long', () => {
    const throttled = { kind: 'answered', status: 429, body: '', retryAfterSeconds: 17 } as const;
    expect(readAnswer(throttled, 'write')).toMatchObject({
      problem: { code: 'system-throttled', retryAfterSeconds: 17 },
    });
  });

  it('[X2] what was never sent had no effect', () => {
    expect(readAnswer({ kind: 'not-sent', why: 'ECONNREFUSED' }, 'write')).toMatchObject({
      problem: { code: 'system-unavailable' },
    });
  });
});
