import { describe, expect, it } from 'vitest';
import { effectOf, lineMoney } from '#business/finance/rules/line-money.ts';
import type { AllowanceOrCharge, InvoiceLine, SupplierInvoice } from '#core/canonical/supplier-invoice.ts';
import { decimalText, micros } from '#core/kernel/decimal.ts';
import { anInvoiceLine } from '../finance-room.ts';

const allowance: AllowanceOrCharge = { kind: 'allowance', code: 'C310', amount: '6', taxes: [] };
const charge: AllowanceOrCharge = { kind: 'charge', code: 'D240', amount: '2', taxes: [] };
const tenth: AllowanceOrCharge = { kind: 'charge', code: 'F050', percent: '10', taxes: [] };

interface Money {
  readonly goods: string;
  readonly apart?: readonly AllowanceOrCharge[];
  readonly unclear?: readonly AllowanceOrCharge[];
}

/** A line whose quantity times price is 60. */
function moneyOf(
  standard: SupplierInvoice['standard'],
  { basis, ...stated }: Partial<InvoiceLine> & { readonly basis?: string },
  computed: string | undefined = '60',
) {
  const price = { amount: '12.5', per: { value: '100', unit: 'EA' }, ...(basis && { basis }) } as const;
  const money = lineMoney(
    standard,
    anInvoiceLine({ price, ...stated }),
    computed === '' ? undefined : micros(computed),
  );
  return { ...money, goods: decimalText(money.goods) };
}

describe('the goods of a line apart from what is asked beside them', () => {
  it.each<readonly [string, SupplierInvoice['standard'], Parameters<typeof moneyOf>[1], Money]>([
    ['quantity times price', 'x12', {}, { goods: '60' }],
    ['the amount, where it says another', 'x12', { amount: '61' }, { goods: '61' }],
    ['a charge beside it', 'x12', { allowancesAndCharges: [charge] }, { goods: '60', apart: [charge] }],
    [
      'a gross price is before the allowances',
      'edifact',
      { basis: 'AAB', allowancesAndCharges: [allowance] },
      { goods: '54' },
    ],
    [
      'and before the charges, which stay beside',
      'edifact',
      { basis: 'AAB', allowancesAndCharges: [allowance, charge] },
      { goods: '54', apart: [charge] },
    ],
    [
      'a gross price with an amount after the allowances',
      'edifact',
      { basis: 'AAB', amount: '54', allowancesAndCharges: [allowance] },
      { goods: '54' },
    ],
    [
      'a gross price with an amount after allowances and charges',
      'edifact',
      { basis: 'AAB', amount: '56', allowancesAndCharges: [allowance, charge] },
      { goods: '54', apart: [charge] },
    ],
    [
      'a net price has no allowance taken off again',
      'edifact',
      { basis: 'AAA', allowancesAndCharges: [allowance] },
      { goods: '60', apart: [allowance] },
    ],
    [
      'only EDIFACT knows gross prices',
      'x12',
      { basis: 'AAB', allowancesAndCharges: [allowance] },
      { goods: '60', apart: [allowance] },
    ],
    [
      'an amount with the charge in it',
      'x12',
      { amount: '62', allowancesAndCharges: [charge] },
      { goods: '60', apart: [charge] },
    ],
    [
      'an amount with the charge in it, a cent off',
      'x12',
      { amount: '62.01', allowancesAndCharges: [charge] },
      { goods: '60.01', apart: [charge] },
    ],
    [
      'an amount further off has no charge in it',
      'x12',
      { amount: '62.010001', allowancesAndCharges: [charge] },
      { goods: '62.010001', apart: [charge] },
    ],
    [
      'an amount with 10 % in it',
      'x12',
      { amount: '66', allowancesAndCharges: [tenth] },
      { goods: '60', apart: [tenth] },
    ],
    [
      'in X12 what is not in the amount is asked beside it',
      'x12',
      { amount: '60', allowancesAndCharges: [charge] },
      { goods: '60', apart: [charge] },
    ],
    [
      'in EDIFACT the price may have had it in already',
      'edifact',
      { amount: '60', allowancesAndCharges: [charge] },
      { goods: '60', unclear: [charge] },
    ],
    [
      'in EDIFACT an amount that is neither has nothing in it',
      'edifact',
      { amount: '70', allowancesAndCharges: [charge] },
      { goods: '70', apart: [charge] },
    ],
  ])('[S14] %s', (_, standard, stated, { goods, apart = [], unclear = [] }) => {
    expect(moneyOf(standard, stated)).toEqual({ goods, apart, unclear });
  });

  it('[S14] without quantity or price the amount is believed, and without it there is nothing', () => {
    expect(moneyOf('x12', { amount: '60' }, '').goods).toBe('60');
    expect(moneyOf('x12', {}, '').goods).toBe('0');
  });
});

describe('what an allowance or charge adds to goods of 60', () => {
  const each = { value: '20', unit: 'EA' } as const;
  it.each<readonly [Partial<AllowanceOrCharge>, string | undefined]>([
    [{ amount: '2' }, '2'],
    [{ amount: '2', percent: '50', rate: '9', quantity: each }, '2'],
    [{ rate: '0.15', quantity: each }, '3'],
    [{ rate: '0.15', quantity: each, percent: '50' }, '3'],
    [{ rate: '0.15', percent: '50' }, '30'],
    [{ quantity: each, percent: '50' }, '30'],
    [{ percent: '2.5' }, '1.5'],
    [{ rate: '0.15' }, undefined],
    [{ quantity: each }, undefined],
    [{}, undefined],
  ])('[S14] %j: %s', (stated, effect) => {
    const added = effectOf({ kind: 'charge', taxes: [], ...stated }, micros('60'));
    expect(added).toBe(effect === undefined ? undefined : micros(effect));
    const taken = effectOf({ kind: 'allowance', taxes: [], ...stated }, micros('60'));
    expect(taken).toBe(effect === undefined ? undefined : -micros(effect));
  });
});
