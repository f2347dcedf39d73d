import { expect, it } from 'vitest';
import { duplicateKeyOf, invoiceNumberKey } from '#business/finance/rules/duplicate-key.ts';

const invoice = { supplierId: 'S1', number: 'R-1', total: '60', currency: 'EUR' } as const;

it.each([['r-1'], [' R-1 '], ['R -\t1']])('[S7] the same invoice under %j is the same', (number) => {
  expect(duplicateKeyOf({ ...invoice, number })).toEqual(duplicateKeyOf(invoice));
  expect(invoiceNumberKey('S1', number)).toEqual(invoiceNumberKey('S1', 'R-1'));
});

it.each([
  { supplierId: 'S2' },
  { number: 'R-2' },
  { total: '60.01' },
  { currency: 'USD' },
  // What belongs to the supplier's id and what to the number is told apart.
  { supplierId: 'S', number: '1R-1' },
  { number: 'R-16', total: '0' },
] as const)('[S7] with %j it is another invoice', (differing) => {
  expect(duplicateKeyOf({ ...invoice, ...differing })).not.toEqual(duplicateKeyOf(invoice));
});

it('[S14] a credit note finds the invoice it names of its own supplier only', () => {
  const keys = [
    invoiceNumberKey('S1', 'R-1'),
    invoiceNumberKey('S2', 'R-1'),
    invoiceNumberKey('S1', 'R-2'),
    invoiceNumberKey('S', '1R-1'),
  ];
  expect(new Set(keys.map(({ value }) => value)).size).toBe(keys.length);
  expect(invoiceNumberKey('S1', 'R-1').scheme).not.toBe(duplicateKeyOf(invoice).scheme);
});
