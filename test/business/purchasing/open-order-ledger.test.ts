import { describe, expect, it } from 'vitest';
import { adoptOrders } from '#business/purchasing/adopt-orders.ts';
import { applyShipNotice } from '#business/purchasing/apply-ship-notice.ts';
import { type OrderLedger, orderOfPartner } from '#core/canonical/order-ledger.ts';
import type { PurchaseOrder, PurchaseOrderLine } from '#core/canonical/purchase-order.ts';
import { unwrap } from '#core/kernel/result.ts';
import { anX12Agreement } from '#test/builders/a-partner-agreement.ts';
import { aPurchaseOrder } from '#test/builders/a-purchase-order.ts';
import { aShipNotice, aShippedItem } from '#test/builders/a-ship-notice.ts';
import { aConfirmation, anAcknowledgedLine, anAcknowledgement } from '#test/builders/an-acknowledgement.ts';
import { supplierRoom } from '#test/builders/supplier-room.ts';

const lines = (differing: Partial<PurchaseOrderLine>): Partial<PurchaseOrder> => ({
  lines: aPurchaseOrder().lines.map((line) => ({ ...line, ...differing })),
});
const fewer = lines({ quantity: { value: '400', unit: 'EA' }, baseQuantity: { value: '400', unit: 'EA' } });

describe('the dialogue about an order begins', () => {
  it('[S6] with the order confirmed: it is placed once, and an answer is due by the agreement', async () => {
    const room = await supplierRoom();
    await room.ordered();
    await room.ordered();
    expect(await room.ledger()).toMatchObject({
      partnerId: 'acme',
      channel: 'edi',
      orderNumber: 'PO-71',
      answer: { state: 'awaiting', dueAt: '2026-11-24T08:00:00.000Z' },
      lines: [{ lineNumber: 1, quantity: { value: '480' }, requestedDate: '2026-12-07' }],
    });
    expect(room.told('order')).toEqual(['order-placed']);
  });

  it.each([
    ['without EDI', {}, 'api'],
    ['that gets no orders by EDI', { edi: anX12Agreement(), documents: { send: [], receive: [] } }, 'none'],
    ['still being taken on', { edi: anX12Agreement(), status: 'onboarding' as const }, 'none'],
    ['that is suspended', { edi: anX12Agreement(), status: 'suspended' as const }, 'edi'],
  ])('[S6] with a partner %s the way is %s', async (_, agreement, channel) => {
    const room = await supplierRoom(agreement, channel === 'api' ? 'api' : 'edi');
    await room.ordered();
    expect((await room.ledger())?.channel).toBe(channel);
    expect((await room.ledger())?.answer.state).toBe(channel === 'none' ? 'none' : 'awaiting');
  });

  it.each([
    ["the ERP's users placed before the partner went live", 'system', '2026-11-20', 'none'],
    ["the ERP's users placed since", 'system', '2026-11-23', 'edi'],
    ['we placed', 'crossdock', '2026-11-20', 'edi'],
  ] as const)('[S6] an order that %s is never ordered twice', async (_, origin, orderDate, channel) => {
    const room = await supplierRoom({ edi: anX12Agreement(), activeSince: '2026-11-23' });
    await room.ordered({ origin, orderDate });
    expect((await room.ledger())?.channel).toBe(channel);
  });

  it('[S8] without a partner a ledger is kept all the same, with what the system promises', async () => {
    const room = await supplierRoom();
    await room.ordered({ supplierId: 'S2', ...lines({ lastPromisedDate: '2026-12-08' }) });
    expect(await room.ledger()).toMatchObject({
      channel: 'none',
      identifiers: [],
      answer: { state: 'none' },
    });
    expect((await room.ledger())?.lines).toMatchObject([{ lastPromisedDate: '2026-12-08' }]);
  });

  it('[S6] an order that no system holds, or that was delivered before anybody looked, is not placed', async () => {
    const room = await supplierRoom();
    await room.ordered({ state: 'requested' });
    expect(await room.ledger()).toBeUndefined();
    await room.ordered({ state: 'part_received' });
    expect(await room.ledger()).toMatchObject({ answer: { state: 'none' } });
    expect(room.told('order')).toEqual([]);
  });
});

describe('a supplier becomes a partner', () => {
  it('[S10] it finds the orders that were placed before, which are not ordered again', async () => {
    const room = await supplierRoom();
    await room.ordered({ supplierId: 'S1' });
    const stored = await room.ledger();
    if (!stored) throw new Error('there is no ledger');
    const { partnerId: _none, ...before } = stored;
    const { version } = (await room.records.get('order-ledger', stored.id)) ?? { version: 0 };
    const body: OrderLedger = { ...before, channel: 'none', identifiers: [] };
    const change = { type: 'order-ledger', id: stored.id, expect: version, body } as const;
    unwrap(await room.records.commit({ changes: [change], correlationId: 'cor-12345678' }));
    const adopting = { partnerId: 'acme', correlationId: 'cor-12345678' };
    expect(await adoptOrders(room, adopting)).toEqual({ ok: true, value: { adopted: 1 } });
    expect(await adoptOrders(room, adopting)).toEqual({ ok: true, value: { adopted: 0 } });
    expect(
      await room.records.findByIdentifier('order-ledger', orderOfPartner('acme', 'PO-71')),
    ).toMatchObject({
      body: { partnerId: 'acme', channel: 'none' },
    });
    expect(room.told('order')).toEqual(['order-placed']);
  });
});

describe('an order that changes in its system', () => {
  it("[S12] what the system's users change is told to the supplier, who owes an answer again", async () => {
    const room = await supplierRoom();
    await room.ordered();
    await room.answered(anAcknowledgement());
    room.clock.advance(3_600_000);
    await room.ordered(fewer);
    await room.ordered(fewer);
    const [change, ...others] = await room.changes();
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      sequence: 1,
      origin: 'system',
      posting: 'none',
      telling: 'requested',
      lines: [{ lineNumber: 1, action: 'change', quantity: { value: '400', unit: 'EA' } }],
    });
    expect(await room.ledger()).toMatchObject({
      change: { sequence: 1, unanswered: change?.id },
      answer: { state: 'awaiting', dueAt: '2026-11-24T09:00:00.000Z' },
      lines: [{ quantity: { value: '400' } }],
    });
    expect(room.told('order-change')).toEqual(['order-change-requested']);
  });

  it('[S13] an order that is for what was shipped now leaves nothing to decide about the shipment', async () => {
    const room = await supplierRoom();
    await room.ordered();
    await room.applied(applyShipNotice, aShipNotice({ items: [aShippedItem('400')] }), {
      kind: 'ship-notice',
    });
    expect(await room.exceptions()).toMatchObject([{ kind: 'ship-notice-differs' }]);
    await room.ordered(
      lines({ quantity: { value: '450', unit: 'EA' }, baseQuantity: { value: '450', unit: 'EA' } }),
    );
    expect((await room.exceptions()).map(({ kind }) => kind)).toContain('ship-notice-differs');
    await room.ordered(fewer);
    expect((await room.exceptions()).map(({ kind }) => kind)).not.toContain('ship-notice-differs');
  });

  it('[S12] what was decided here, or said by the supplier itself, is no news to it', async () => {
    const room = await supplierRoom();
    await room.ordered();
    const confirmations = [aConfirmation('IQ', '470')];
    await room.answered(anAcknowledgement({ lines: [anAcknowledgedLine({ confirmations })] }));
    const quantity = { value: '470', unit: 'EA' as const };
    await room.ordered(lines({ quantity, baseQuantity: quantity }));
    expect(await room.changes()).toMatchObject([{ origin: 'supplier' }]);
    expect(await room.ledger()).toMatchObject({
      answer: { state: 'accepted' },
      lines: [{ quantity: { value: '470' } }],
    });
  });

  it('[S12] lines that are added or taken off are told; a cancelled order is cancelled here too', async () => {
    const room = await supplierRoom();
    await room.ordered();
    const second = aPurchaseOrder().lines.map((line) => ({ ...line, lineNumber: 2, itemId: 'I2' }));
    await room.ordered({ lines: [...aPurchaseOrder().lines, ...second] });
    await room.ordered({ state: 'cancelled' });
    expect(
      (await room.changes()).map((change) =>
        change.lines.map(({ lineNumber, action }) => [lineNumber, action]),
      ),
    ).toEqual([
      [[2, 'add']],
      [
        [1, 'cancel'],
        [2, 'cancel'],
      ],
    ]);
    expect(await room.ledger()).toMatchObject({
      cancelled: true,
      lines: [{ cancelled: true }, { cancelled: true }],
    });
  });

  it('[S12] once the goods are on their way the supplier is not asked; the buyer is told', async () => {
    const room = await supplierRoom();
    await room.ordered();
    await room.applied(applyShipNotice, aShipNotice(), { kind: 'ship-notice' });
    await room.ordered(fewer);
    expect(await room.changes()).toEqual([]);
    expect(await room.exceptions()).toMatchObject([
      {
        kind: 'change-not-possible',
        evidence: [{ expected: 'change quantity 400 EA', received: 'shipped 480' }],
      },
    ]);
  });
});

describe('what we sent', () => {
  it('[S15] the clock of the answer starts when the order is sent', async () => {
    const room = await supplierRoom();
    await room.ordered();
    room.clock.advance(3_600_000);
    await room.sent('sent');
    await room.sent('delivered');
    expect(await room.ledger()).toMatchObject({
      told: { documentId: 'pd-out-1', delivery: 'delivered' },
      answer: { state: 'awaiting', dueAt: '2026-11-24T09:00:00.000Z' },
    });
  });

  it('[S15] a refused order stops the clock and asks for another send, which starts it again', async () => {
    const room = await supplierRoom();
    await room.ordered();
    await room.sent('sent');
    await room.sent('refused');
    expect((await room.ledger())?.answer).toEqual({ state: 'awaiting' });
    expect(await room.exceptions('edi_coordinator')).toMatchObject([
      { kind: 'acknowledgement-rejecting', about: { purchaseOrderId: 'po-1' }, evidence: [{ what: 'AK5' }] },
    ]);
    const due = await room.records.list('order-ledger', { list: 'answers-due', limit: 9 });
    expect(due.entries).toEqual([]);
    room.clock.advance(7_200_000);
    await room.sent('sent', 'pd-out-2');
    await room.sent('refused', 'pd-out-1');
    expect(await room.ledger()).toMatchObject({
      told: { documentId: 'pd-out-2', delivery: 'sent' },
      answer: { dueAt: '2026-11-24T10:00:00.000Z' },
    });
  });

  it('[S15] what is no order and no change of one says nothing of an order', async () => {
    const room = await supplierRoom();
    await room.ordered();
    await room.sent('sent', 'pd-out-3', 'planning-schedule');
    expect((await room.ledger())?.told).toBeUndefined();
  });
});
