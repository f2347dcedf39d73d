import type { GoodsReceipt } from '#core/canonical/supplier-flow.ts';

/** 480 pieces of I1 arrived for line 1 of po-1, all good. */
export const aGoodsReceipt = (differing: Partial<GoodsReceipt> = {}): GoodsReceipt => ({
  id: 'gr-1',
  system: 'tryton',
  number: 'IN-9',
  supplierId: 'S1',
  locationId: 'HAM',
  receivedOn: '2026-12-07',
  lines: [aReceivedLine()],
  identifiers: [],
  provenance: { system: 'tryton', receivedAt: '2026-12-07T08:00:00.000Z' },
  ...differing,
});

export const aReceivedLine = (good = '480', damaged = '0'): GoodsReceipt['lines'][number] => ({
  purchaseOrderId: 'po-1',
  lineNumber: 1,
  itemId: 'I1',
  good: { value: good, unit: 'EA' },
  damaged,
});
