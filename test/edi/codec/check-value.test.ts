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
    ['1E5x', decimal, 'element-number'],
    ['x1E5', decimal, 'element-number'],
    ['1E15', decimal, undefined],
    ['.125E-1', decimal, undefined],
    ['12345E1', decimal, undefined],
    ['123456E1', decimal, 'element-long'],
    ['1E5', integer, 'element-number'],
    ['', integer, 'element-number'],
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
    ['2601011', date, 'element-date'],
    ['x260101', date, 'element-date'],
    ['2026 1 1', date, 'element-date'],
    ['20260015', date, 'element-date'],
    ['20260631', date, 'element-date'],
    ['20260930', date, undefined],
    ['20261131', date, 'element-date'],
    ['20261231', date, undefined],
    ['260100', date, 'element-date'],
    ['20260x01', date, 'element-date'],
    ['20260', date, 'element-short'],
    ['0000', time, undefined],
    ['235959', time, undefined],
    ['23595999', time, undefined],
    ['2400', time, 'element-time'],
    ['1260', time, 'element-time'],
    ['12345', time, 'element-time'],
    ['x1234', time, 'element-time'],
    ['123456x', time, 'element-time'],
    ['1234567', time, undefined],
    ['1959', time, undefined],
    ['2059', time, undefined],
    ['123', time, 'element-short'],
    ['123456789', time, 'element-long'],
    ['ab', text, undefined],
    ['a', text, 'element-short'],
    ['abcdef', text, 'element-long'],
    ['Usd', letters, undefined],
    ['U1', letters, 'element-character'],
    ['1U', letters, 'element-character'],
    ['A B', letters, undefined],
    ['ABCD', letters, 'element-long'],
    ['AC', element({ type: 'text' }, 2, 2, ['AC', 'AD']), undefined],
    ['XX', element({ type: 'text' }, 2, 2, ['AC', 'AD']), 'element-code'],
  ];

  test.each(cases)('[S1] %s', (value, definition, kind) => {
    expect(faultOfValue(value, definition)?.kind).toBe(kind);
  });

  const words: readonly (readonly [string, DataElement, string])[] = [
    ['4x0', integer, '"4x0" is no whole number'],
    ['4x0', decimal, '"4x0" is no number'],
    ['1234567', decimal, '"1234567" has 7 characters, 6 are allowed'],
    ['a', text, '"a" has 1 characters, 2 are needed'],
    ['U1', letters, '"U1" is not of letters only'],
    ['20261301', date, '"20261301" is no date'],
    ['2500', time, '"2500" is no time'],
    ['XX', element({ type: 'text' }, 2, 2, ['AC']), '"XX" is not in the code list of 1'],
    ['x'.repeat(50), decimal, `"${'x'.repeat(40)}" is no number`],
  ];

  test.each(words)('[S1] %s is told in words', (value, definition, message) => {
    expect(faultOfValue(value, definition)?.message).toBe(message);
  });
});
