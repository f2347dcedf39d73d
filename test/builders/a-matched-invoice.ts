import type { Invoice } from '#core/canonical/supplier-flow.ts';

/** An invoice of the whole order `po-1` that agrees with order and receipt. */
export const aMatchedInvoice = (differing: Partial<Invoice> = {}): Invoice => ({
  id: 'pd-1',
  supplierId: 'S1',
  partnerId: 'supplier-1',
  number: 'INV-1',
  kind: 'invoice',
  issuedOn: '2026-12-08',
  currency: 'EUR',
  total: '60',
  tax: '0',
  system: 'tryton',
  state: 'matched',
  reasons: [],
  lines: [
    {
      stated: '1',
      purchaseOrderId: 'po-1',
      lineNumber: 1,
      itemId: 'I1',
      quantity: { value: '480', unit: 'EA' },
      baseQuantity: '480',
      price: { amount: '12.5', currency: 'EUR', per: { value: '100', unit: 'EA' } },
      amount: '60',
      verdict: 'matched',
    },
  ],
  charges: [],
  identifiers: [],
  provenance: { system: 'supplier-1', receivedAt: '2026-12-08T08:00:00.000Z' },
  ...differing,
});
