import { describe, expect, it } from 'vitest';
import { unwrap } from '#core/kernel/result.ts';
import { postDocument } from '#platform/posting/post-document.ts';
import { redrivePosting } from '#platform/posting/redrive-posting.ts';
import { settleByHand } from '#platform/posting/settle-by-hand.ts';
import { aMatchedInvoice } from '#test/builders/a-matched-invoice.ts';
import { down, loseAnswer, loseRequest } from '#test/doubles/simulated-system.ts';
import { correlationId, postingRoom, type RoomOptions } from './posting-room.ts';

const ben = { kind: 'person', id: 'ben' } as const;

/** A room whose order `po-1` is in the system already; of what follows the calls are counted. */
async function roomWithOrder(options: RoomOptions = {}) {
  const room = postingRoom(options);
  await room.order();
  await room.work();
  const before = room.system.calls().length;
  const told = room.events().length;
  return {
    ...room,
    callsSince: () => room.system.calls().slice(before),
    eventsSince: () => room.events().slice(told),
    quantity: () => room.system.orders()[0]?.document.lines[0]?.quantity.value,
  };
}

describe('posting a change of an order', () => {
  it('[S6] the order is amended there, and the change says so', async () => {
    const room = await roomWithOrder();
    await room.change();
    await room.work();
    expect(room.quantity()).toBe('400');
    expect(await room.orderChange()).toMatchObject({ posting: 'posted' });
    expect(room.eventsSince()).toEqual(['crossdock.order-change-settled.v1']);
    expect(room.callsSince()).toEqual(['create', 'confirm']);
  });

  it('[X2] a lost answer is looked up: the order is amended once', async () => {
    const room = await roomWithOrder();
    room.system.next(loseAnswer);
    await room.change();
    await room.work();
    await room.pass(5);
    expect(room.system.amended().map(({ state }) => state)).toEqual(['confirmed']);
    expect(await room.orderChange()).toMatchObject({ posting: 'posted' });
  });

  it('[X2] what the system does not allow is refused in words, without a call', async () => {
    const room = await roomWithOrder();
    const line = { lineNumber: 1, action: 'change', itemId: 'I1', requestedDate: '2026-12-24' } as const;
    await room.change({ lines: [line] });
    await room.work();
    expect(room.callsSince()).toEqual([]);
    expect(await room.orderChange()).toMatchObject({
      posting: 'refused',
      refusal: 'tryton allows an order that is confirmed no more: another date (line 1).',
    });
    expect(room.eventsSince()).toEqual(['crossdock.order-change-settled.v1']);
  });

  it('[X2] a change waits until its order is in the system', async () => {
    const room = postingRoom();
    room.system.behave(() => down);
    await room.order();
    await room.change();
    await room.work();
    expect(await room.posting('oc-1', 'amend-purchase-order')).toMatchObject({
      attempts: 0,
      state: { name: 'parked', because: { code: 'posting-waits' } },
    });
    room.system.behave(() => ({ kind: 'answer' }));
    await room.pass(10);
    expect(room.system.orders()[0]?.document.lines[0]?.quantity.value).toBe('400');
  });

  it('[X2] a change of an order that the system refused is refused too', async () => {
    const room = postingRoom();
    room.system.refuse(() => 'The item is not purchasable.');
    await room.order();
    await room.work();
    await room.change();
    await room.work();
    expect(await room.orderChange()).toMatchObject({
      posting: 'refused',
      refusal: 'Order po-1 is not in tryton. It was refused: The item is not purchasable.',
    });
  });

  it('[X2] changes reach the system in the order they were decided in', async () => {
    const room = await roomWithOrder();
    room.system.next(loseRequest);
    const quantity = { value: '300', unit: 'EA' } as const;
    const line = { lineNumber: 1, action: 'change', itemId: 'I1', quantity } as const;
    await room.change();
    await room.change({ id: 'oc-2', sequence: 2, lines: [line] });
    await room.work();
    expect(await room.posting('oc-2', 'amend-purchase-order')).toMatchObject({
      attempts: 0,
      state: { name: 'parked', because: { detail: 'Change 1 of the order comes first.' } },
    });
    await room.pass(10);
    expect(room.quantity()).toBe('300');
    expect(room.system.amended().map(({ document }) => document.change.id)).toEqual(['oc-1', 'oc-2']);
  });

  it('[X2] a refused change holds nobody up, and cannot come back over a newer one', async () => {
    const room = await roomWithOrder();
    room.system.refuse(({ id }) => (id === 'oc-1' ? 'The line is closed.' : undefined));
    await room.change();
    await room.change({ id: 'oc-2', sequence: 2 });
    await room.work();
    await room.pass(2);
    expect(await room.orderChange()).toMatchObject({ posting: 'refused', refusal: 'The line is closed.' });
    expect(await room.orderChange('oc-2')).toMatchObject({ posting: 'posted' });
    const redrive = { operation: 'amend-purchase-order', documentId: 'oc-1', actor: ben } as const;
    expect(await redrivePosting(room.parts, { ...redrive, reason: 'Opened.', correlationId })).toMatchObject({
      ok: false,
      problem: { code: 'state-not-allowed', detail: expect.stringContaining('Change 2') },
    });
  });

  it('[X2] a refused change is posted again after the repair', async () => {
    const room = await roomWithOrder();
    room.system.refuse(() => 'The line is closed.');
    await room.change();
    await room.work();
    room.system.refuse(() => undefined);
    const redrive = { operation: 'amend-purchase-order', documentId: 'oc-1', actor: ben } as const;
    unwrap(await redrivePosting(room.parts, { ...redrive, reason: 'Opened.', correlationId }));
    expect(room.records.audit()).toMatchObject([{ target: { type: 'order-change', id: 'oc-1' } }]);
    const again = { operation: 'amend-purchase-order', documentId: 'oc-1', laneId: 'po-1' } as const;
    unwrap(await room.schedule({ ...again, sequence: 2 }));
    await room.work();
    const { refusal, posting } = (await room.orderChange()) ?? {};
    expect({ refusal, posting }).toEqual({ refusal: undefined, posting: 'posted' });
    expect(room.quantity()).toBe('400');
  });

  it('[O7] a change that nobody knows is poison', async () => {
    const room = await roomWithOrder();
    unwrap(
      await room.schedule({
        operation: 'amend-purchase-order',
        documentId: 'oc-9',
        laneId: 'po-1',
        sequence: 1,
      }),
    );
    const { effectId } = await room.posting('oc-9', 'amend-purchase-order');
    expect(await postDocument(room.parts, effectId)).toMatchObject({
      ok: false,
      problem: { code: 'not-found' },
    });
  });
});

describe('posting a supplier invoice', () => {
  it('[S7] a matched invoice is booked, and known by its number there', async () => {
    const room = await roomWithOrder();
    await room.invoice();
    await room.work();
    expect(await room.bill()).toMatchObject({
      state: 'posted',
      systemNumber: 'BILL1',
      identifiers: [{ scheme: 'tryton:supplier-invoice', value: '1' }],
    });
    expect(room.eventsSince()).toEqual(['crossdock.invoice-settled.v1']);
    expect(room.system.invoices().map(({ document }) => document.orders[0]?.nativeId)).toEqual(['1']);
  });

  it('[X2] [S7] whatever answers get lost, it is booked once', async () => {
    const room = await roomWithOrder();
    room.system.next(loseRequest, loseAnswer, loseAnswer, loseRequest, loseAnswer);
    await room.invoice();
    await room.work();
    await room.pass(15);
    expect(room.system.invoices().filter(({ state }) => state === 'confirmed')).toHaveLength(1);
    expect(await room.bill()).toMatchObject({ state: 'posted' });
  });

  it('[S7] one that accounts payable has booked by hand is settled with theirs', async () => {
    const room = await roomWithOrder();
    const nativeId = room.system.bookByHand(aMatchedInvoice());
    await room.invoice();
    await room.work();
    expect(room.system.invoices()).toHaveLength(1);
    expect(await room.bill()).toMatchObject({ state: 'posted', systemNumber: nativeId });
  });

  it('[S7] what the system refuses is told on the invoice, and can be posted again after the repair', async () => {
    const room = await roomWithOrder();
    await room.invoice({ total: '61' });
    await room.work();
    expect(await room.bill()).toMatchObject({
      state: 'refused',
      refusal: 'It computes 60, and 61 is stated.',
    });
    const redrive = { operation: 'post-supplier-invoice', documentId: 'pd-1', actor: ben } as const;
    unwrap(await redrivePosting(room.parts, { ...redrive, reason: 'Tax code set.', correlationId }));
    expect(await room.bill()).toMatchObject({ state: 'matched' });
  });

  it('[S7] an invoice that is not matched is not posted again', async () => {
    const room = await roomWithOrder();
    await room.invoice({ state: 'rejected' });
    const redrive = { operation: 'post-supplier-invoice', documentId: 'pd-1', actor: ben } as const;
    expect(await redrivePosting(room.parts, { ...redrive, reason: 'Again.', correlationId })).toMatchObject({
      ok: false,
      problem: { code: 'state-not-allowed' },
    });
  });

  it('[X2] where nothing can be proved, a person settles it with the one found', async () => {
    const capabilities = {
      repeats: { create: 'none', confirm: 'nativeIdempotency', discard: 'nativeIdempotency' },
      hasDrafts: false,
      longestCommitDelaySeconds: 60,
    } as const;
    const room = await roomWithOrder({ capabilities });
    room.system.next(loseAnswer);
    await room.invoice();
    await room.work();
    await room.pass(10);
    const { effectId, state } = await room.posting('pd-1', 'post-supplier-invoice');
    expect(state.name).toBe('needs-person');
    const settlement = { effectId, nativeId: '1', actor: ben, reason: 'Seen.', correlationId };
    unwrap(await settleByHand(room.parts, settlement));
    expect(await room.bill()).toMatchObject({ state: 'posted', systemNumber: 'BILL1' });
    expect(room.records.audit()).toMatchObject([{ target: { type: 'invoice', id: 'pd-1' } }]);
  });
});
