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
