import type { OrderChangeRecord } from '#core/canonical/order-ledger.ts';

/** A change of the order `po-1`: its first line is to be for less. */
export const anOrderChange = (differing: Partial<OrderChangeRecord> = {}): OrderChangeRecord => ({
  id: 'oc-1',
  purchaseOrderId: 'po-1',
  sequence: 1,
  origin: 'supplier',
  reason: 'The supplier has 400 only.',
  system: 'tryton',
  lines: [{ lineNumber: 1, action: 'change', itemId: 'I1', quantity: { value: '400', unit: 'EA' } }],
  posting: 'requested',
  telling: 'none',
  requestedAt: '2026-11-23T08:00:00.000Z',
  ...differing,
});
