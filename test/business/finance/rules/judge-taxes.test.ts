import { describe, expect, it } from 'vitest';
import { faultsOfTaxes, possibleTaxes } from '#business/finance/rules/judge-taxes.ts';
import type { AllowanceOrCharge, InvoiceTax, SupplierInvoice } from '#core/canonical/supplier-invoice.ts';
import { decimalText } from '#core/kernel/decimal.ts';
import { anInvoice, anInvoiceLine } from '../finance-room.ts';

const vat = (differing: Partial<InvoiceTax>): InvoiceTax => ({ type: 'VAT', ...differing });
const freight = (...taxes: InvoiceTax[]): AllowanceOrCharge => ({
  kind: 'charge',
  code: 'D240',
  amount: '2',
  taxes,
});
const line = (...taxes: InvoiceTax[]) => anInvoiceLine({ taxes });

describe('what the tax of an invoice may be', () => {
  it.each<readonly [string, Partial<SupplierInvoice>, readonly string[]]>([
    [
      'its total, whatever else is stated',
      { totals: { tax: '11.4' }, taxes: [vat({ amount: '7' })] },
      ['11.4'],
    ],
    ['a total of nothing', { totals: { tax: '0' }, taxes: [vat({ amount: '7' })] }, ['0']],
    ['nothing where none is stated', {}, ['0']],
    ['that of the whole', { taxes: [vat({ amount: '10' }), vat({ amount: '1.4' })] }, ['11.4', '0']],
    ['that of the lines', { lines: [line(vat({ amount: '10' })), line(vat({ amount: '1.4' }))] }, ['11.4']],
    [
      'the whole, the lines, or both',
      { taxes: [vat({ amount: '11' })], lines: [line(vat({ amount: '4' }))] },
      ['11', '4', '15'],
    ],
    [
      'the same said twice, or both',
      { taxes: [vat({ amount: '11' })], lines: [line(vat({ amount: '11' }))] },
      ['11', '22'],
    ],
    [
      'that of the freight belongs to the whole',
      { taxes: [vat({ amount: '11' })], allowancesAndCharges: [freight(vat({ amount: '0.4' }))] },
      ['11.4', '0'],
    ],
    [
      'that of the freight alone',
      { allowancesAndCharges: [freight(vat({ amount: '0.4' }))], lines: [line(vat({ amount: '11' }))] },
      ['11.4'],
    ],
    [
      "that of a line's freight belongs to the lines",
      { lines: [anInvoiceLine({ allowancesAndCharges: [freight(vat({ amount: '0.4' }))] })] },
      ['0.4'],
    ],
    ['a rate and what it is taken of', { taxes: [vat({ percent: '19', taxable: '60' })] }, ['11.4', '0']],
    ['a rate of what nobody says is none', { taxes: [vat({ percent: '19' })] }, ['0']],
    ['what is taxed without a rate is none', { taxes: [vat({ taxable: '60' })] }, ['0']],
    [
      'the amount before the rate',
      { taxes: [vat({ amount: '12', percent: '19', taxable: '60' })] },
      ['12', '0'],
    ],
  ])('[S14] %s', (_, invoice, taxes) => {
    expect(possibleTaxes(anInvoice({ totals: {}, ...invoice })).map(decimalText)).toEqual(taxes);
  });
});

describe('a tax that is not its rate', () => {
  const stated = (amount: string) => vat({ amount, percent: '19', taxable: '60' });
  const wrong = (amount: string) => [`Tax VAT of ${amount} is not 19 % of 60, which is 11.4.`];
  it.each([
    ['11.4', []],
    ['11.42', []],
    ['11.420001', wrong('11.420001')],
    ['11.38', []],
    ['11.379999', wrong('11.379999')],
  ])('[S14] 19 %% of 60 may be a cent off for the whole and one for its line: %s', (amount, faults) => {
    expect(faultsOfTaxes(anInvoice({ taxes: [stated(amount)] }))).toEqual(faults);
    expect(faultsOfTaxes(anInvoice({ lines: [line(stated(amount))] }))).toEqual(faults);
  });

  it('[S14] more lines were rounded more often', () => {
    const lines = [line(), line(), line()];
    expect(faultsOfTaxes(anInvoice({ taxes: [stated('11.44')], lines }))).toEqual([]);
    expect(faultsOfTaxes(anInvoice({ taxes: [stated('11.45')], lines }))).toEqual(wrong('11.45'));
  });

  it.each([
    { amount: '99' },
    { amount: '99', percent: '19' },
    { amount: '99', taxable: '60' },
    { percent: '19', taxable: '60' },
  ])('[S14] what is not stated cannot disagree: %j', (tax) => {
    expect(faultsOfTaxes(anInvoice({ taxes: [vat(tax)] }))).toEqual([]);
  });
});
