import { describe, expect, it } from 'vitest';
import { applyShipNotice } from '#business/purchasing/apply-ship-notice.ts';
import { orderView } from '#business/purchasing/order-view.ts';
import type { ShipNotice } from '#core/canonical/ship-notice.ts';
import { unwrap } from '#core/kernel/result.ts';
import { aReceivedLine } from '#test/builders/a-goods-receipt.ts';
import { aPurchaseOrder } from '#test/builders/a-purchase-order.ts';
import { aPack, aShipNotice, aShippedItem } from '#test/builders/a-ship-notice.ts';
import { type Arrival, supplierRoom } from '#test/builders/supplier-room.ts';

const replacing = (code: string, meaning: 'replacement' | 'cancellation') => ({ purpose: { code, meaning } });
const sscc = (n: number) => String(n).padStart(18, '0');

async function placed(...orders: string[]) {
  const room = await supplierRoom();
  await room.ordered();
  for (const number of orders) await room.ordered({ id: `po-${number}`, number: `PO-${number}` });
  const announced = (notice: Partial<ShipNotice> = {}, arrival: Arrival = {}) =>
    room.applied(applyShipNotice, aShipNotice(notice), { ...arrival, kind: 'ship-notice' });
  const shipment = async (id: string) => (await room.records.get('expected-shipment', id))?.body;
  return { ...room, announced, shipment };
}

describe('ship notices', () => {
  it('[S13] what is shipped stands on its order, and the warehouse expects it', async () => {
    const room = await placed();
    const lots = [{ number: 'L7', expiresOn: '2027-12-31' }];
    const id = await room.announced({ items: [aShippedItem('480', { lots })] });
    expect(await room.shipment(id)).toMatchObject({
      number: 'ASN-1',
      state: 'expected',
      shippedOn: '2026-12-04',
      expectedOn: '2026-12-06',
      lines: [
        {
          purchaseOrderId: 'po-1',
          lineNumber: 1,
          itemId: 'I1',
          quantity: { value: '480', unit: 'EA' },
          received: '0',
          lots: [{ number: 'L7', expiresOn: '2027-12-31' }],
        },
      ],
    });
    expect((await room.ledger())?.lines).toMatchObject([
      { shipped: [{ documentId: id, quantity: '480', shippedOn: '2026-12-04', expectedOn: '2026-12-06' }] },
    ]);
    expect(await room.document(id)).toMatchObject({
      state: 'applied',
      resultId: id,
      purchaseOrderId: 'po-1',
    });
    expect(await room.exceptions()).toEqual([]);
    expect(room.told('order-progressed', 'shipment')).toEqual(['shipment-announced', 'order-progressed']);
  });

  it('[S13] a tree of pallets and cartons for several orders is counted on each', async () => {
    const room = await placed('72');
    const forOther = aShippedItem('480', { order: { number: 'PO-72' } });
    const cartons = [aPack(sscc(2), [aShippedItem('240')]), aPack(sscc(3), [forOther])];
    const id = await room.announced({
      orders: [{ number: 'PO-71' }, { number: 'PO-72' }],
      packs: [aPack(sscc(1), [aShippedItem('240')], cartons)],
      items: [],
    });
    expect(await room.shipment(id)).toMatchObject({
      packs: 3,
      lines: [
        { purchaseOrderId: 'po-1', quantity: { value: '480' } },
        { purchaseOrderId: 'po-72', quantity: { value: '480' } },
      ],
    });
    expect((await room.records.get('handling-unit', `sscc-${sscc(3)}`))?.body).toMatchObject({
      shipmentId: id,
    });
    expect(await room.exceptions()).toEqual([]);
  });

  it('[S13] a serial number that another shipment has is told', async () => {
    const room = await placed();
    const packs = [aPack(sscc(1), [aShippedItem('240')])];
    await room.announced({ packs, items: [] });
    await room.announced({ number: 'ASN-2', packs, items: [] });
    expect(await room.exceptions()).toMatchObject([
      { kind: 'ship-notice-differs', evidence: [{ what: 'SSCC', received: sscc(1) }] },
    ]);
  });

  it('[S13] short is told until the rest is shipped; what is over is told', async () => {
    const room = await placed();
    await room.announced({ items: [aShippedItem('400')] });
    expect(await room.exceptions()).toMatchObject([
      {
        kind: 'ship-notice-differs',
        evidence: [{ what: 'quantity', expected: '480 pieces', received: '400 pieces' }],
        atStake: { amount: '10', currency: 'EUR' },
      },
    ]);
    await room.announced({ number: 'ASN-2', items: [aShippedItem('80')] });
    expect(await room.exceptions()).toEqual([]);
    await room.announced({ number: 'ASN-3', items: [aShippedItem('10')] });
    expect(await room.exceptions()).toMatchObject([{ evidence: [{ received: '490 pieces' }] }]);
  });

  it('[S13] goods that will arrive later than promised are told, by the days agreed', async () => {
    const room = await placed();
    const on = (date: string) => ({ dates: [{ event: 'delivery' as const, code: '017', date }] });
    await room.announced({ ...on('2026-12-09') });
    expect(await room.exceptions()).toEqual([]);
    await room.announced({ ...on('2026-12-10'), ...replacing('05', 'replacement') });
    expect(await room.exceptions()).toMatchObject([
      { kind: 'ship-notice-late', evidence: [{ expected: '2026-12-07', received: '2026-12-10' }] },
    ]);
  });

  it('[S13] a notice that replaces counts instead of the one before', async () => {
    const room = await placed();
    const packs = [aPack(sscc(1), [aShippedItem('400')])];
    const before = await room.announced({ packs, items: [] });
    const after = await room.announced({
      ...replacing('05', 'replacement'),
      packs: [aPack(sscc(1), [aShippedItem()])],
      items: [],
    });
    expect(await room.shipment(before)).toMatchObject({ state: 'replaced' });
    expect((await room.ledger())?.lines).toMatchObject([
      { shipped: [{ documentId: after, quantity: '480' }] },
    ]);
    expect((await room.ledger())?.lines[0]?.shipped).toHaveLength(1);
    expect(await room.exceptions()).toEqual([]);
  });

  it('[S13] a cancelled notice counts nothing, and an older original that comes late does not either', async () => {
    const room = await placed();
    const cancelled = await room.announced(replacing('01', 'cancellation'), { ordinal: '2026-12-02#2' });
    const late = await room.announced({}, { ordinal: '2026-12-01#1' });
    expect(await room.shipment(cancelled)).toMatchObject({ state: 'cancelled' });
    expect(await room.shipment(late)).toBeUndefined();
    expect(await room.document(late)).toMatchObject({ state: 'applied', resultId: cancelled });
    expect((await room.ledger())?.lines).toMatchObject([{ shipped: [] }]);
  });

  it('[S13] more lines and lots than one shipment holds are rejected, and a person is told', async () => {
    const room = await placed();
    const lines = Array.from({ length: 200 }, (_, n) =>
      aPurchaseOrder().lines.map((line) => ({ ...line, lineNumber: n + 1 })),
    ).flat();
    await room.ordered({ id: 'po-long', number: 'PO-LONG', lines });
    const lots = Array.from({ length: 50 }, (_, n) => ({ number: `LOT-${n}-OF-THE-NIGHT-SHIFT` }));
    const order = { number: 'PO-LONG' };
    const items = lines.map((_, n) => aShippedItem('1', { order, lineNumber: String(n + 1), lots }));
    const id = await room.announced({ orders: [order], items });
    expect(await room.document(id)).toMatchObject({
      state: 'rejected',
      findings: [{ at: 'lines', message: expect.stringContaining('bytes') }],
    });
    expect(await room.shipment(id)).toBeUndefined();
    expect(await room.exceptions('edi_coordinator')).toMatchObject([{ kind: 'document-rejected' }]);
  });

  it('[S13] the same number again, replacing nothing, is rejected', async () => {
    const room = await placed();
    await room.announced();
    const again = await room.announced();
    expect(await room.document(again)).toMatchObject({ state: 'rejected', findings: [{ at: 'number' }] });
    expect((await room.ledger())?.lines[0]?.shipped).toHaveLength(1);
  });

  it.each([
    ['an unknown order', { items: [aShippedItem('1', { order: { number: 'PO-9' } })] }, 'rejected'],
    ['no order', { orders: [], items: [{ ...aShippedItem(), order: undefined }] }, 'rejected'],
    [
      'a unit the item has not',
      { items: [aShippedItem('1', { shipped: { value: '1', unit: 'KGM' } })] },
      'rejected',
    ],
    [
      'a code that leads nowhere',
      { items: [aShippedItem('1', { lineNumber: '9', item: [{ scheme: 'supplier-item', value: 'X' }] })] },
      'parked',
    ],
  ])('[S13] a notice for %s changes nothing', async (_, notice, state) => {
    const room = await placed();
    const id = await room.arrived({ ...aShipNotice(), ...notice }, { kind: 'ship-notice' });
    unwrap(await applyShipNotice(room, { partnerDocumentId: id, correlationId: 'cor-notice' }));
    expect((await room.document(id))?.state).toBe(state);
    expect((await room.ledger())?.lines).toMatchObject([{ shipped: [] }]);
  });
});

describe('goods receipts', () => {
  it('[W1] what arrives as announced settles shipment and line, once for each receipt', async () => {
    const room = await placed();
    const id = await room.announced();
    await room.received();
    unwrap(await room.receive('gr-1'));
    expect(await room.shipment(id)).toMatchObject({ state: 'received', lines: [{ received: '480' }] });
    expect((await room.ledger())?.lines).toMatchObject([
      { received: [{ receiptId: 'gr-1', good: '480', damaged: '0', receivedOn: '2026-12-07' }] },
    ]);
    expect((await room.ledger())?.lines[0]?.received).toHaveLength(1);
    expect(await room.exceptions('receiving')).toEqual([]);
    expect(room.told('order-progressed')).toEqual(['order-progressed', 'order-progressed']);
  });

  it('[W1] less than announced is told until the rest arrives; damaged goods are told', async () => {
    const room = await placed();
    const id = await room.announced();
    await room.received({ lines: [aReceivedLine('400')] });
    expect(await room.shipment(id)).toMatchObject({ state: 'part_received' });
    expect(await room.exceptions('receiving')).toMatchObject([
      { kind: 'receipt-differs', evidence: [{ expected: '480 pieces', received: '400 pieces' }] },
    ]);
    await room.received({ id: 'gr-2', lines: [aReceivedLine('80')] });
    expect(await room.exceptions('receiving')).toEqual([]);
    await room.received({ id: 'gr-3', lines: [aReceivedLine('0', '5')] });
    expect(await room.exceptions('receiving')).toMatchObject([
      { evidence: [{ received: '485 pieces' }, { what: 'damaged', received: '5 pieces' }] },
    ]);
  });

  it('[W1] goods that nobody announced are told until they are; goods that nobody ordered stay told', async () => {
    const room = await placed();
    const unordered = { itemId: 'I2', good: { value: '3', unit: 'EA' as const }, damaged: '0' };
    await room.received({ lines: [aReceivedLine(), unordered] });
    expect((await room.exceptions('receiving')).map(({ title }) => title).sort()).toEqual([
      'Goods of PO-71 arrived that were not announced.',
      'Receipt IN-9: goods arrived that nobody ordered.',
    ]);
    const id = await room.announced();
    expect(await room.shipment(id)).toMatchObject({ state: 'received' });
    expect(await room.exceptions('receiving')).toMatchObject([{ evidence: [{ what: 'I2' }] }]);
  });

  it('[W1] where the supplier announces nothing only too much is told', async () => {
    const room = await supplierRoom({
      documents: { send: ['purchase-order'], receive: ['order-acknowledgement'] },
    });
    await room.ordered();
    await room.received({ lines: [aReceivedLine('400')] });
    expect(await room.exceptions('receiving')).toEqual([]);
    await room.received({ id: 'gr-2', lines: [aReceivedLine('90')] });
    expect(await room.exceptions('receiving')).toMatchObject([
      { evidence: [{ what: 'quantity ordered', expected: '480 pieces', received: '490 pieces' }] },
    ]);
  });

  it('[W1] goods of an order that nobody had told us of open its ledger', async () => {
    const room = await supplierRoom();
    const body = aPurchaseOrder({ state: 'part_received', number: 'PO-71' });
    await room.put({ type: 'purchase-order', id: 'po-1', expect: 'absent', body });
    await room.received();
    expect((await room.ledger())?.lines).toMatchObject([{ received: [{ good: '480' }] }]);
  });

  it('[O1] one look at an order tells what became of each line', async () => {
    const room = await placed();
    await room.announced();
    await room.received({ lines: [aReceivedLine('470', '10')] });
    const ledger = await room.ledger();
    expect(ledger && orderView(ledger)).toMatchObject([
      {
        lineNumber: 1,
        unit: 'EA',
        ordered: '480',
        shipped: '480',
        receivedGood: '470',
        receivedDamaged: '10',
        invoiced: '0',
        open: '10',
        lastReceivedOn: '2026-12-07',
      },
    ]);
  });
});
