import { describe, expect, it } from 'vitest';
import { judgeTotal, type Parts } from '#business/finance/rules/judge-total.ts';
import { decimalText, micros } from '#core/kernel/decimal.ts';
import type { Currency } from '#core/kernel/money.ts';
import { aPartnerAgreement } from '#test/builders/a-partner-agreement.ts';

/** The lesser of 1 % and 5. */
const { tolerances } = aPartnerAgreement();

interface Stated {
  readonly goods?: readonly string[];
  readonly expected?: string;
  readonly charges?: string;
  readonly taxes?: readonly string[];
  readonly total?: string;
  readonly currency?: Currency;
}

/** One line of 60 as ordered, freight of 2, tax of 11.78: 73.78. */
const judged = ({
  goods = ['60'],
  expected = '60',
  charges = '2',
  taxes = ['11.78'],
  total,
  currency = 'EUR',
}: Stated) => {
  const parts: Parts = {
    currency,
    goods: goods.map(micros),
    expectedGoods: micros(expected),
    charges: micros(charges),
    taxes: taxes.map(micros),
    stated: total === undefined ? undefined : micros(total),
  };
  const { total: whole, tax, reasons } = judgeTotal(parts, tolerances);
  return { total: decimalText(whole), tax: decimalText(tax), reasons };
};

const notItsParts = (total: string, sum: string) =>
  `${total} is asked, but its lines, charges and taxes come to ${sum}.`;
const notTheOrders = (total: string, sum: string) =>
  `${total} is asked in all, but orders, charges and taxes come to ${sum}.`;

describe('the total of an invoice', () => {
  it.each<readonly [string, Stated, readonly string[]]>([
    ['is the sum of its parts', { total: '73.78' }, []],
    ['may be off by 1 % and half a cent', { total: '74.5228' }, []],
    [
      'and by no more',
      { total: '74.522801' },
      [notItsParts('74.522801', '73.78'), notTheOrders('74.522801', '73.78')],
    ],
    ['may be less by as much', { total: '73.0372' }, []],
    ['and by no more, whatever the orders say', { total: '73.037199' }, [notItsParts('73.037199', '73.78')]],
    [
      'that is the sum of its parts is still held against the orders',
      { goods: ['61'], total: '74.78' },
      [notTheOrders('74.78', '73.78')],
    ],
    ['that is not stated is held against the orders', { goods: ['61'] }, [notTheOrders('74.78', '73.78')]],
    ['below what was ordered is no fault', { goods: ['50'], total: '63.78' }, []],
    [
      'has one tolerance, not one a line, and half a cent for each',
      { goods: ['30.5', '30'], total: '74.53' },
      [notTheOrders('74.53', '73.78')],
    ],
    [
      'of a credit adds up too',
      { goods: ['-60'], expected: '-60', charges: '-2', taxes: ['-11.78'], total: '-73.78' },
      [],
    ],
  ])('[S14] %s', (_, stated, reasons) => {
    expect(judged(stated).reasons).toEqual(reasons);
  });

  it('[S14] is what its parts come to where none is stated, to the cent', () => {
    expect(judged({}).total).toBe('73.78');
    expect(judged({ goods: ['30.003', '29.998'] }).total).toBe('73.78');
    expect(judged({ total: '73.79' }).total).toBe('73.79');
  });

  it('[S14] is rounded as its currency is', () => {
    expect(judged({ goods: ['60.4'], charges: '0', taxes: ['0'], currency: 'JPY' }).total).toBe('60');
    expect(judged({ charges: '0', taxes: ['0'], total: '61.1', currency: 'JPY' }).reasons).toEqual([]);
    expect(judged({ charges: '0', taxes: ['0'], total: '61.2', currency: 'JPY' }).reasons).toHaveLength(2);
  });

  it.each([
    [['11.78', '0', '23.56'], undefined, '11.78'],
    [['11.78', '0', '23.56'], '73.78', '11.78'],
    [['11.78', '0', '23.56'], '62', '0'],
    [['11.78', '0', '23.56'], '85.56', '23.56'],
    [['11.78', '0', '23.56'], '80', '23.56'],
    [['10', '20'], '77', '10'],
    [[], '62', '0'],
  ])('[S14] of taxes %j the one that makes up %s is meant: %s', (taxes, total, tax) => {
    expect(judged({ taxes, ...(total !== undefined && { total }) }).tax).toBe(tax);
  });
});
