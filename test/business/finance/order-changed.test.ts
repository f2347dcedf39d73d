import { expect, it } from 'vitest';
import { openOrderLedger } from '#business/purchasing/open-order-ledger.ts';
import { unwrap } from '#core/kernel/result.ts';
import { aPurchaseOrder } from '#test/builders/a-purchase-order.ts';
import { aLedger, anInvoiceLine, correlationId, financeRoom } from './finance-room.ts';

it('[S6] [S7] an order that takes the new price in the ERP lets the invoice pass that it held up', async () => {
  const room = financeRoom();
  const order = aPurchaseOrder({ id: 'po-PO100', number: 'PO100', state: 'confirmed' });
  const change = { type: 'purchase-order', id: order.id, expect: 'absent', body: order } as const;
  unwrap(await room.records.commit({ changes: [change], correlationId }));
  await room.order(aLedger());
  await room.receive('gr-1', '480');
  const price = { amount: '15', per: { value: '100', unit: 'EA' } } as const;
  const lines = [anInvoiceLine({ price })];
  expect(await room.invoice('pd-1', { lines, totals: { invoice: '72' } })).toBe('blocked');

  const dearer = order.lines.map((line) => ({ ...line, price: { ...price, currency: 'EUR' as const } }));
  const changed = { ...change, expect: 1, body: { ...order, lines: dearer } } as const;
  unwrap(await room.records.commit({ changes: [changed], correlationId }));
  unwrap(await openOrderLedger(room, { purchaseOrderId: order.id, correlationId }));
  const progress = room.records.published().filter(({ type }) => type === 'crossdock.order-progressed.v1');
  expect(progress.at(-1)?.data).toMatchObject({ purchaseOrderId: 'po-PO100', what: 'changed' });
  unwrap(await room.hearReceipt());
  expect((await room.invoiceOf('pd-1')).state).toBe('matched');

  unwrap(await openOrderLedger(room, { purchaseOrderId: order.id, correlationId }));
  const again = room.records.published().filter(({ type }) => type === 'crossdock.order-progressed.v1');
  expect(again).toHaveLength(progress.length);
});
