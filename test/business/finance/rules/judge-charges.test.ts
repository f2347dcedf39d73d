import { describe, expect, it } from 'vitest';
import { judgeCharges, type StatedCharge } from '#business/finance/rules/judge-charges.ts';
import type { AllowanceOrCharge } from '#core/canonical/supplier-invoice.ts';
import { micros } from '#core/kernel/decimal.ts';

/** Freight (D240) is agreed up to 50. */
const agreed = [{ code: 'D240', atMost: '50' }];

/** Beside goods of 60. */
const beside = (differing: Partial<AllowanceOrCharge>): StatedCharge => ({
  charge: { kind: 'charge', taxes: [], ...differing },
  goods: micros('60'),
});
const judged = (...all: readonly Partial<AllowanceOrCharge>[]) => judgeCharges(all.map(beside), agreed);

const freight = { code: 'D240', description: 'Freight' } as const;
const discount = { kind: 'allowance', code: 'C310', description: 'Discount' } as const;

describe('charges of an invoice against what is agreed', () => {
  it.each([
    ['as much as is agreed', { ...freight, amount: '50' }, '50', []],
    ['less', { ...freight, amount: '0.01' }, '0.01', []],
    ['a charge that is given back', { ...freight, amount: '-80' }, '-80', []],
    ['an allowance, whatever it is for', { ...discount, amount: '80' }, '-80', []],
    ['a charge of nothing', { code: 'FC', description: 'Fuel', amount: '0' }, '0', []],
    [
      'more',
      { ...freight, amount: '50.01' },
      '50.01',
      ['Charge D240 (Freight) of 50.01 is agreed up to 50.'],
    ],
    [
      'what nobody agreed',
      { code: 'FC', description: 'Fuel', amount: '1' },
      '1',
      ['Charge FC (Fuel) of 1 is not agreed.'],
    ],
    [
      'one without a code',
      { description: 'Pallets', amount: '3' },
      '3',
      ['Charge without code (Pallets) of 3 is not agreed.'],
    ],
    ['one without a name', { code: 'FC', amount: '1' }, '1', ['Charge FC (charge) of 1 is not agreed.']],
    ['one that says no amount', { ...freight }, '0', ['Charge D240 (Freight) says no amount.']],
    ['an allowance that says none', { ...discount }, '0', ['Charge C310 (Discount) says no amount.']],
    ['10 % of the goods', { ...freight, percent: '10' }, '6', []],
    [
      '90 % of the goods',
      { ...freight, percent: '90' },
      '54',
      ['Charge D240 (Freight) of 54 is agreed up to 50.'],
    ],
    [
      '3 for each of 20',
      { ...freight, rate: '3', quantity: { value: '20', unit: 'EA' } },
      '60',
      ['Charge D240 (Freight) of 60 is agreed up to 50.'],
    ],
  ] as const)('[S14] %s', (_, charge, amount, reasons) => {
    const { charges, sum, reasons: said } = judged(charge);
    expect(charges).toMatchObject([{ amount, agreed: reasons.length === 0 }]);
    expect(sum).toBe(micros(amount));
    expect(said).toEqual(reasons);
  });

  it('[S14] what is charged in parts under one code is agreed or not as one', () => {
    const { charges, sum, reasons } = judged({ ...freight, amount: '30' }, { code: 'D240', amount: '25' });
    expect(charges).toEqual([{ code: 'D240', description: 'Freight', amount: '55', agreed: false }]);
    expect(sum).toBe(micros('55'));
    expect(reasons).toEqual(['Charge D240 (Freight) of 55 is agreed up to 50.']);
  });

  it('[S14] charges of two codes, and those without one, are judged apart', () => {
    const { charges } = judged(
      { ...freight, amount: '30' },
      { code: 'FC', amount: '30' },
      { amount: '1' },
      { amount: '2' },
    );
    expect(charges.map(({ code, amount, agreed: isAgreed }) => [code, amount, isAgreed])).toEqual([
      ['D240', '30', true],
      ['FC', '30', false],
      ['', '3', false],
    ]);
  });

  it('[S14] an allowance under the same code makes no room for a charge', () => {
    const { charges, sum } = judged(
      { ...freight, amount: '60' },
      { ...discount, code: 'D240', amount: '20' },
    );
    expect(charges).toEqual([
      { code: 'D240', description: 'Freight', amount: '60', agreed: false },
      { code: 'D240', description: 'Discount', amount: '-20', agreed: true },
    ]);
    expect(sum).toBe(micros('40'));
  });

  it('[S14] parts that say an amount do not make up for one that says none, in whatever order they come', () => {
    const unsaid = { charges: [{ code: 'D240', description: 'Freight', amount: '30', agreed: false }] };
    expect(judged(freight, { ...freight, amount: '30' })).toMatchObject(unsaid);
    expect(judged({ ...freight, amount: '30' }, freight)).toMatchObject(unsaid);
  });

  it('[S14] a long name is cut where it is kept, and shorter where it is told', () => {
    const { charges, reasons } = judged({ code: 'FC', description: 'x'.repeat(250), amount: '1' });
    expect(charges[0]?.description).toBe('x'.repeat(200));
    expect(reasons).toEqual([`Charge FC (${'x'.repeat(80)}) of 1 is not agreed.`]);
  });

  it('[S14] an invoice without charges has none to judge', () => {
    expect(judged()).toEqual({ charges: [], sum: 0n, reasons: [] });
  });
});
