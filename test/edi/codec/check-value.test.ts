import { describe, expect, test } from 'vitest';
import { faultOfValue } from '#edi/codec/check-value.ts';
import type { DataElement, ValueType } from '#edi/codec/schema.ts';

const element = (type: ValueType, minimum: number, maximum: number, codes?: string[]): DataElement => ({
  reference: '1',
  value: type,
  minimum,
  maximum,
  ...(codes ? { codes: new Set(codes) } : {}),
});

const integer = element({ type: 'integer', impliedDecimals: 0 }, 1, 6);
const decimal = element({ type: 'decimal' }, 1, 6);
const date = element({ type: 'date' }, 6, 8);
const time = element({ type: 'time' }, 4, 8);
const text = element({ type: 'text' }, 2, 5);
const letters = element({ type: 'letters' }, 1, 3);

describe('values of data elements', () => {
  const cases: readonly (readonly [string, DataElement, string | undefined])[] = [
    ['123456', integer, undefined],
    ['-123456', integer, undefined],
    ['1234567', integer, 'element-long'],
    ['12.5', integer, 'element-number'],
    ['-', integer, 'element-number'],
    ['1-2', integer, 'element-number'],
    ['12.5', decimal, undefined],
    ['.5', decimal, undefined],
    ['-0,25', decimal, undefined],
    ['123456.', decimal, undefined],
    ['1234.567', decimal, 'element-long'],
    ['1.2.3', decimal, 'element-number'],
    ['1E5', decimal, undefined],
    ['1.5E-3', decimal, undefined],
    ['E5', decimal, 'element-number'],
    ['20240229', date, undefined],
    ['20000229', date, undefined],
    ['240229', date, undefined],
    ['20230229', date, 'element-date'],
    ['21000229', date, 'element-date'],
    ['20260431', date, 'element-date'],
    ['20260531', date, undefined],
    ['20261301', date, 'element-date'],
    ['20260100', date, 'element-date'],
    ['2026011', date, 'element-date'],
    ['20260x01', date, 'element-date'],
    ['20260', date, 'element-short'],
    ['0000', time, undefined],
    ['235959', time, undefined],
    ['23595999', time, undefined],
    ['2400', time, 'element-time'],
    ['1260', time, 'element-time'],
    ['12345', time, 'element-time'],
    ['ab', text, undefined],
    ['a', text, 'element-short'],
    ['abcdef', text, 'element-long'],
    ['Usd', letters, undefined],
    ['U1', letters, 'element-character'],
    ['AC', element({ type: 'text' }, 2, 2, ['AC', 'AD']), undefined],
    ['XX', element({ type: 'text' }, 2, 2, ['AC', 'AD']), 'element-code'],
  ];

  test.each(cases)('[S1] %s', (value, definition, kind) => {
    expect(faultOfValue(value, definition)?.kind).toBe(kind);
  });
});
