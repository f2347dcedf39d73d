import type { PurchaseOrder } from '#core/canonical/purchase-order.ts';

/** A purchase order of one line that we decided and no system has yet. */
export const aPurchaseOrder = (differing: Partial<PurchaseOrder> = {}): PurchaseOrder => ({
  id: 'po-1',
  type: 'standard',
  state: 'requested',
  origin: 'crossdock',
  system: 'tryton',
  supplierId: 'S1',
  locationId: 'HAM',
  lines: [
    {
      lineNumber: 1,
      itemId: 'I1',
      quantity: { value: '480', unit: 'EA' },
      baseQuantity: { value: '480', unit: 'EA' },
      openQuantity: '480',
      price: { amount: '12.5', currency: 'EUR', per: { value: '100', unit: 'EA' } },
      requestedDate: '2026-12-07',
    },
  ],
  total: { amount: '60', currency: 'EUR' },
  orderDate: '2026-11-23',
  identifiers: [],
  provenance: { system: 'crossdock', receivedAt: '2026-11-23T08:00:00.000Z' },
  ...differing,
});
