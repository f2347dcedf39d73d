import { describe, expect, it } from 'vitest';
import { signed } from '#business/finance/rules/signs.ts';
import type { AllowanceOrCharge, SupplierInvoice } from '#core/canonical/supplier-invoice.ts';
import { anInvoice, anInvoiceLine } from '../finance-room.ts';

const charge = (amount: string): AllowanceOrCharge => ({ kind: 'charge', code: 'D240', amount, taxes: [] });

/** The same credit of 48 bolts, freight and tax, with the signs different partners give it. */
const styles: Readonly<Record<string, Partial<SupplierInvoice>>> = {
  'all positive, as EDIFACT writes it': {
    lines: [anInvoiceLine({ quantity: { value: '48', unit: 'EA' }, amount: '6' })],
    allowancesAndCharges: [charge('2')],
    taxes: [{ type: 'VAT', amount: '1.52' }],
    totals: { invoice: '9.52', lines: '6' },
  },
  'all negative': {
    lines: [anInvoiceLine({ quantity: { value: '-48', unit: 'EA' }, amount: '-6' })],
    allowancesAndCharges: [charge('-2')],
    taxes: [{ type: 'VAT', amount: '-1.52' }],
    totals: { invoice: '-9.52', lines: '-6' },
  },
  'only its quantities negative': {
    lines: [anInvoiceLine({ quantity: { value: '-48', unit: 'EA' }, amount: '6' })],
    allowancesAndCharges: [charge('2')],
    taxes: [{ type: 'VAT', amount: '1.52' }],
    totals: { invoice: '9.52', lines: '6' },
  },
  'only its prices negative': {
    lines: [
      anInvoiceLine({
        quantity: { value: '48', unit: 'EA' },
        price: { amount: '-12.5', per: { value: '100', unit: 'EA' } },
        amount: '-6',
      }),
    ],
    allowancesAndCharges: [charge('2')],
    taxes: [{ type: 'VAT', amount: '1.52' }],
    totals: { invoice: '-9.52', lines: '-6' },
  },
  'only its total negative': {
    lines: [anInvoiceLine({ quantity: { value: '48', unit: 'EA' }, amount: '6' })],
    allowancesAndCharges: [charge('2')],
    taxes: [{ type: 'VAT', amount: '1.52' }],
    totals: { invoice: '-9.52', lines: '-6' },
  },
};

describe('a credit note', () => {
  for (const [style, differing] of Object.entries(styles)) {
    it(`[S14] ${style} is negative in all of it`, () => {
      expect(signed(anInvoice({ kind: 'credit_note', ...differing }))).toMatchObject({
        lines: [{ quantity: { value: '-48' }, price: { amount: '12.5' }, amount: '-6' }],
        allowancesAndCharges: [{ amount: '-2' }],
        taxes: [{ amount: '-1.52' }],
        totals: { invoice: '-9.52', lines: '-6' },
      });
    });
  }

  it('[S14] keeps a line that goes the other way', () => {
    const lines = ['48', '-12'].map((value) => anInvoiceLine({ quantity: { value, unit: 'EA' } }));
    const { lines: after } = signed(anInvoice({ kind: 'credit_note', lines }));
    expect(after.map(({ quantity }) => quantity?.value)).toEqual(['-48', '12']);
  });
});

it('[S14] an invoice keeps its signs, and a line that is given back stays negative', () => {
  const lines = ['48', '-12'].map((value) => anInvoiceLine({ quantity: { value, unit: 'EA' } }));
  const invoice = anInvoice({ lines, totals: { invoice: '4.5' } });
  expect(signed(invoice)).toEqual(invoice);
});

describe('signs, line by line', () => {
  const { amount: _amount, quantity: _quantity, price: _price, ...bare } = anInvoiceLine();
  const per = (value: string) => ({ value, unit: 'EA' }) as const;
  const quantity = (value: string) => ({ value, unit: 'EA' }) as const;
  const priced = (value: string, amount = '12.5', each = '100') => ({
    ...bare,
    quantity: quantity(value),
    price: { amount, per: per(each) },
  });
  const quantitiesOf = (kind: SupplierInvoice['kind'], ...lines: SupplierInvoice['lines']) =>
    signed(anInvoice({ kind, lines })).lines.map((line) => line.quantity?.value);

  it('[S14] on an invoice a negative price is goods given back', () => {
    const lines = [{ ...priced('48', '-12.5'), amount: '6' }];
    expect(signed(anInvoice({ lines })).lines).toMatchObject([
      { quantity: { value: '-48' }, price: { amount: '12.5' }, amount: '-6' },
    ]);
  });

  it('[S14] goods for nothing stay what they are', () => {
    expect(quantitiesOf('invoice', priced('48', '0'))).toEqual(['48']);
  });

  it('[S14] an amount of no quantity keeps its sign', () => {
    const lines = [{ ...priced('0'), amount: '-6' }];
    expect(signed(anInvoice({ lines })).lines[0]?.amount).toBe('-6');
  });

  it('[S14] a credit of an amount alone is negative', () => {
    const lines = [{ ...bare, amount: '6' }];
    expect(signed(anInvoice({ kind: 'credit_note', lines })).lines).toMatchObject([{ amount: '-6' }]);
  });

  it('[S14] of lines that go both ways, what is worth more is what is credited', () => {
    const [bolts, nuts] = [priced('48'), priced('-12', '12.5', '1')];
    expect(quantitiesOf('credit_note', bolts, nuts)).toEqual(['48', '-12']);
    expect(quantitiesOf('credit_note', bolts, priced('-12'))).toEqual(['-48', '12']);
    expect(quantitiesOf('credit_note', bolts, priced('-48'))).toEqual(['48', '-48']);
  });

  it('[S14] lines whose worth nobody can say follow the others', () => {
    const { price: _none, ...unpriced } = priced('7');
    const { quantity: _no, ...uncounted } = priced('7');
    const lines = [priced('48'), unpriced, uncounted, priced('5', '12.5', '0')];
    expect(quantitiesOf('credit_note', ...lines)).toEqual(['-48', '-7', undefined, '-5']);
  });

  it('[S14] a credit gives back its charges by rate and its taxes by what they are taken of', () => {
    const tax = { type: 'VAT', percent: '19', taxable: '60' };
    const rated: AllowanceOrCharge = { kind: 'charge', code: 'D240', rate: '3', taxes: [tax] };
    const fixed: AllowanceOrCharge = { kind: 'charge', code: 'D240', amount: '3', taxes: [] };
    const credited = [
      { ...rated, rate: '-3', taxes: [{ ...tax, taxable: '-60' }] },
      { ...fixed, amount: '-3' },
    ];
    const line = anInvoiceLine({ allowancesAndCharges: [rated, fixed], taxes: [tax] });
    const invoice = anInvoice({
      kind: 'credit_note',
      lines: [line],
      allowancesAndCharges: [rated, fixed],
      taxes: [tax, { type: 'VAT', amount: '4' }],
    });
    const after = signed(invoice);
    expect(after.allowancesAndCharges).toEqual(credited);
    expect(after.lines[0]?.allowancesAndCharges).toEqual(credited);
    expect(after.lines[0]?.taxes).toEqual([{ ...tax, taxable: '-60' }]);
    expect(after.taxes).toEqual([
      { ...tax, taxable: '-60' },
      { type: 'VAT', amount: '-4' },
    ]);
  });
});
