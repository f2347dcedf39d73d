import { expect, it } from 'vitest';
import type { OrderLedger } from '#core/canonical/order-ledger.ts';
import type { SupplierInvoice } from '#core/canonical/supplier-invoice.ts';
import { unwrap } from '#core/kernel/result.ts';
import { readInvoic } from '#edi/maps/edifact/invoic.ts';
import { read810 } from '#edi/maps/x12/810.ts';
import { changed, fixture, transactionOf } from '../../edi/maps/reading.ts';
import { aLedger, aLedgerLine, correlationId, financeRoom } from './finance-room.ts';

const documentOf = (mapped: ReturnType<typeof read810>): SupplierInvoice => {
  if (!mapped.ok) throw new Error('it cannot be read');
  return mapped.document;
};

const each = { value: '1', unit: 'EA' } as const;

/** A line received in full. */
const line = (lineNumber: number, itemId: string, base: string, price: string) =>
  aLedgerLine({
    lineNumber,
    itemId,
    quantity: { value: base, unit: 'EA' },
    baseQuantity: { value: base, unit: 'EA' },
    price: { amount: price, currency: 'USD', per: each },
    received: [{ receiptId: 'gr', good: base, damaged: '0', receivedOn: '2026-12-04' }],
  });

const inDollars = (orderNumber: string, lines: OrderLedger['lines']): OrderLedger =>
  aLedger({ orderNumber, currency: 'USD', lines });

it('[S14] an 810 over two orders, per each, hundred and thousand, with allowance, freight, taxes and a code of theirs', async () => {
  const room = financeRoom();
  const text = changed(fixture('maps/810-terms-charges-and-orders.004010.x12'), 'TDS*41567*', 'TDS*46440*');
  const invoice = documentOf(read810(transactionOf(text)));
  await room.order(
    inDollars('PO-2026-0081', [line(1, 'FX-0001', '240', '0.1225'), line(2, 'FX-0002', '576', '0.645833')]),
    inDollars('PO-2026-0082', [line(7, 'FX-0009', '1500', '0.0095')]),
  );
  await room.deliver('pd-1', invoice);
  expect(unwrap(await room.match('pd-1')).state).toBe('parked');
  const parked = await room.records.get('partner-document', 'pd-1');
  const id = parked?.body.waitsFor ?? '';
  const told = { partnerId: 'nordbolt', kind: 'item', theirs: '77-02', ours: 'FX-0002' } as const;
  unwrap(
    await room.records.commit({
      changes: [
        { type: 'cross-reference', id, expect: 'absent', body: { id, ...told, changedAt: room.clock.now() } },
      ],
      correlationId,
    }),
  );
  await room.deliver('pd-2', invoice);
  expect(unwrap(await room.match('pd-2')).state).toBe('matched');
  expect(await room.invoiceOf('pd-2')).toMatchObject({
    total: '464.4',
    tax: '35.19',
    currency: 'USD',
    lines: [
      { purchaseOrderId: 'po-PO-2026-0081', lineNumber: 1, baseQuantity: '240', amount: '29.4' },
      { purchaseOrderId: 'po-PO-2026-0082', lineNumber: 7, baseQuantity: '1500', amount: '14.25' },
      { purchaseOrderId: 'po-PO-2026-0081', lineNumber: 2, baseQuantity: '576', amount: '372' },
    ],
    charges: [
      { code: 'D240', amount: '15', agreed: true },
      { code: 'C310', amount: '-1.44', agreed: true },
    ],
  });
});

it('[S14] an INVOIC whose stated total of allowances says that a line allowance is not in its net price', async () => {
  const room = financeRoom();
  const text = changed(
    fixture('maps/INVOIC-discount-allowance-and-orders.D96A.edi'),
    'MOA+77:470.79',
    'MOA+77:470.53',
  );
  const invoice = documentOf(readInvoic(transactionOf(text)));
  const euro = (lineNumber: number, itemId: string, base: string, price: string) => ({
    ...line(lineNumber, itemId, base, price),
    price: { amount: price, currency: 'EUR', per: each } as const,
  });
  await room.order(
    aLedger({ orderNumber: 'PO-2026-0081', lines: [euro(10, 'FX-0001', '240', '0.1225')] }),
    aLedger({ orderNumber: 'PO-2026-0082', lines: [euro(4, 'FX-0002', '576', '0.645833')] }),
  );
  await room.deliver('pd-1', invoice);
  expect(unwrap(await room.match('pd-1')).state).toBe('blocked');
  expect(await room.invoiceOf('pd-1')).toMatchObject({
    total: '470.53',
    tax: '75.13',
    reasons: ['Charge FC (charge) of 15 is not agreed.'],
    charges: [
      { code: 'DI', amount: '-21', agreed: true },
      { code: 'FC', amount: '15', agreed: false },
    ],
  });
});
