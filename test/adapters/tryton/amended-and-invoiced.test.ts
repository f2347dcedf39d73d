import { describe, expect, it } from 'vitest';
import { amendmentLine } from '#adapters/tryton/amendment-lines.ts';
import { type InvoiceSurroundings, invoiceLines } from '#adapters/tryton/invoice-lines.ts';
import { isSameTotal } from '#adapters/tryton/invoice-state.ts';
import type { OrderedProduct } from '#adapters/tryton/ordered-products.ts';
import type { PurchaseLineInSystem } from '#adapters/tryton/purchase-in-system.ts';
import { micros } from '#core/kernel/decimal.ts';
import type { Result } from '#core/kernel/result.ts';
import { aMatchedInvoice } from '#test/builders/a-matched-invoice.ts';
import { aPurchaseOrder } from '#test/builders/a-purchase-order.ts';

const piece = { id: 1, symbol: 'u', factor: 1 };
const caseOf48 = { id: 9, symbol: 'cs48', factor: 48 };
const product: OrderedProduct = {
  id: 5,
  rec_name: '[I1] Item one',
  active: true,
  'account_category.': { supplier_taxes_used: [3] },
  'default_uom.': piece,
  'purchase_uom.': caseOf48,
};
const line: PurchaseLineInSystem = {
  id: 70,
  purchase: 7,
  sequence: 1,
  lineNumber: 1,
  quantity: '10',
  unit_price: '6',
  description: null,
  product_supplier: 4,
  taxes: [3],
  received: micros('96'),
  'product.': { id: 5 },
  'unit.': caseOf48,
};
const wanted = { action: 'change', lineNumber: 1, itemId: 'I1' } as const;
const reasonOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.problem.detail);

describe('a changed line as the ERP amends it', () => {
  it('[S6] what stays is repeated, and only what is asked for differs', () => {
    expect(amendmentLine({ ...wanted, quantity: { value: '8', unit: 'XCS' } }, line, product)).toEqual({
      ok: true,
      value: {
        ...{ action: 'line', line: 70, product: 5, product_supplier: 4, quantity: 8, unit: 9 },
        ...{ unit_price: { __class__: 'Decimal', decimal: '6' }, description: null },
      },
    });
  });

  it('[S6] in pieces where the order counts cases, the price goes with the unit', () => {
    const price = { amount: '0.13', currency: 'EUR', per: { value: '1', unit: 'EA' } } as const;
    expect(amendmentLine({ ...wanted, price }, line, product)).toMatchObject({
      value: { unit: 9, unit_price: { decimal: '6.24' } },
    });
    const quantity = { value: '100', unit: 'EA' } as const;
    expect(amendmentLine({ ...wanted, quantity, price }, line, product)).toMatchObject({
      value: { unit: 1, quantity: 100, unit_price: { decimal: '0.13' } },
    });
  });

  it('[S6] a substitute keeps nothing of the item it takes the place of', () => {
    const other = { ...product, id: 6 };
    expect(amendmentLine({ ...wanted, itemId: 'I2' }, line, other)).toMatchObject({
      value: { product: 6, product_supplier: null, unit: 9 },
    });
  });

  it('[X2] what cannot be amended is refused by name', () => {
    expect(reasonOf(amendmentLine(wanted, undefined, product))).toContain('no line 1');
    expect(reasonOf(amendmentLine(wanted, line, { ...product, active: false }))).toContain('I1');
    expect(reasonOf(amendmentLine({ ...wanted, action: 'cancel' }, line, product))).toContain('has arrived');
    const litres = { value: '1', unit: 'LTR' } as const;
    expect(reasonOf(amendmentLine({ ...wanted, quantity: litres }, line, product))).toContain('LTR');
    const perLitre = { amount: '1', currency: 'EUR', per: litres } as const;
    expect(reasonOf(amendmentLine({ ...wanted, price: perLitre }, line, product))).toContain('per LTR');
  });

  it('[X2] down to what has arrived is allowed, and not a piece below', () => {
    const to = (value: string) =>
      amendmentLine({ ...wanted, quantity: { value, unit: 'EA' } }, line, product).ok;
    expect([to('96'), to('95')]).toEqual([true, false]);
  });
});

const purchases: InvoiceSurroundings['purchases'] = new Map([
  [
    '7',
    {
      ...{ id: 7, number: '12', reference: null, state: 'processing', party: 2, invoice_party: 2 },
      ...{ invoice_address: 8, payment_term: null, _timestamp: '1', lines: [line] },
      'currency.': { id: 1, code: 'EUR' },
    },
  ],
]);
const surroundings: InvoiceSurroundings = {
  purchases,
  products: new Map([['I1', product]]),
  accounts: new Map([[5, 71]]),
  expenseAccount: 80,
};
const orders = [{ order: aPurchaseOrder(), nativeId: '7' }];

describe('an invoice as the ERP books it', () => {
  it('[S7] a line is booked on its order line, counted and priced as it states', () => {
    expect(invoiceLines({ invoice: aMatchedInvoice(), orders }, surroundings)).toEqual({
      ok: true,
      value: [
        {
          ...{ type: 'line', product: 5, quantity: 480, unit: 1, account: 71, origin: 'purchase.line,70' },
          ...{ unit_price: { __class__: 'Decimal', decimal: '0.125' }, taxes: [['add', [3]]] },
        },
      ],
    });
  });

  it('[S7] a charge is booked on the account of what is no product', () => {
    const charges = [{ code: 'D240', description: 'Freight', amount: '12.5', agreed: true }];
    const booked = invoiceLines({ invoice: aMatchedInvoice({ charges, lines: [] }), orders }, surroundings);
    expect(booked).toMatchObject({ value: [{ account: 80, quantity: 1, description: 'Freight' }] });
    const { expenseAccount: _none, ...others } = surroundings;
    const without = { ...others, expenseAccount: undefined };
    expect(reasonOf(invoiceLines({ invoice: aMatchedInvoice({ charges }), orders }, without))).toContain(
      'D240 Freight of 12.5',
    );
  });

  it('[S7] a line that the ERP cannot place is refused, never booked somewhere', () => {
    const [stated] = aMatchedInvoice().lines;
    if (!stated) throw new Error('the builder makes a line');
    const reason = (differing: Partial<typeof stated>) =>
      reasonOf(
        invoiceLines(
          { invoice: aMatchedInvoice({ lines: [{ ...stated, ...differing }] }), orders },
          surroundings,
        ),
      );
    expect(reason({ lineNumber: 9 })).toContain('a line that the ERP does not know');
    expect(reason({ itemId: 'I9' })).toContain('no item that the ERP knows');
    expect(reason({ quantity: { value: '1', unit: 'LTR' } })).toContain('counts LTR');
  });

  it('[S7] totals agree within two cents, either way', () => {
    expect(isSameTotal('100', '100.02')).toBe(true);
    expect(isSameTotal('100.02', '100')).toBe(true);
    expect(isSameTotal('100', '100.03')).toBe(false);
    expect(isSameTotal('-100.03', '-100')).toBe(false);
  });
});
