import { describe, expect, it } from 'vitest';
import { foreignOrderId } from '#business/purchasing/orders-by-native-id.ts';
import type { SystemPurchaseOrder } from '#business/purchasing/ports.ts';
import { syncPurchaseOrders } from '#business/purchasing/sync-purchase-orders.ts';
import type { PurchaseOrder } from '#core/canonical/purchase-order.ts';
import { type Problem, problem } from '#core/kernel/problem.ts';
import { fail, unwrap } from '#core/kernel/result.ts';
import { effectId, effectOf, externalReference, isOurReference } from '#platform/posting/reference.ts';
import { aPurchaseOrder } from '#test/builders/a-purchase-order.ts';
import { aPurchaseOrderSource, aSystemLine, aSystemOrder } from '#test/builders/a-purchase-order-source.ts';
import { aWholeSystem, masterDataRoom } from '#test/builders/master-data-room.ts';

const correlationId = 'cor-purchase-orders';
const native = { scheme: 'tryton:purchase-order', value: '71' };
const foreignId = foreignOrderId('tryton', '71');

/** Master data and, if given, an order of ours; `sync` pulls what the system has. */
async function room(ours?: Partial<PurchaseOrder>) {
  const { records, clock, synced } = masterDataRoom();
  await synced(aWholeSystem);
  const lines = aPurchaseOrder().lines.map((line): PurchaseOrder['lines'][number] => ({
    ...line,
    quantity: { value: '10', unit: 'XCS' },
    proposalId: 'pr-1',
  }));
  const body = aPurchaseOrder({ lines, ...ours });
  const change = { type: 'purchase-order', id: body.id, expect: 'absent', body } as const;
  if (ours) unwrap(await records.commit({ changes: [change], correlationId: 'cor-of-the-file' }));
  const sync = (...pages: (readonly SystemPurchaseOrder[] | Problem)[]) =>
    syncPurchaseOrders(
      { source: aPurchaseOrderSource(pages), records, clock, isOurReference },
      { correlationId },
    );
  return {
    records,
    clock,
    sync,
    synced: async (...orders: SystemPurchaseOrder[]) => unwrap(await sync(orders)),
    order: async (id: string) => (await records.get('purchase-order', id))?.body,
    orders: async () =>
      (await records.list('purchase-order', { list: 'purchase-orders', limit: 100 })).entries.map(
        ({ id }) => id,
      ),
    changes: () =>
      records
        .published()
        .flatMap(({ type, data }) => (type.includes('purchase-order') ? [data.changes] : [])),
  };
}

const confirmed: Partial<PurchaseOrder> = { state: 'confirmed', number: 'PO-71', identifiers: [native] };
const none = { changed: 0, rejectedInAll: 0, rejected: [] };

describe('what becomes of purchase orders', () => {
  it('[R8] receipts of our order come back: state, open quantity and the change in words', async () => {
    const { synced, order, changes } = await room(confirmed);
    const part = aSystemOrder({ state: 'part_received', lines: [aSystemLine({ openQuantity: '4' })] });
    expect(await synced(part)).toMatchObject({ read: 1, changed: 1, waiting: 0 });
    expect(await order('po-1')).toMatchObject({
      origin: 'crossdock',
      state: 'part_received',
      lines: [{ openQuantity: '192', baseQuantity: { value: '480', unit: 'EA' }, proposalId: 'pr-1' }],
    });
    expect(changes()).toEqual([
      [
        'The order is part received, before confirmed.',
        'Line 1 (I1) has open 192 pieces, before 480 pieces.',
      ],
    ]);
  });

  it('[O1] what becomes of our order stays under its correlation; the synchronisation is its cause', async () => {
    const { synced, records } = await room(confirmed);
    const part = aSystemOrder({ state: 'part_received', lines: [aSystemLine({ openQuantity: '4' })] });
    const another = aSystemOrder({ nativeId: '72', number: 'PO-72' });
    expect(await synced(part, another)).toMatchObject({ changed: 2 });
    const told = records
      .published()
      .filter(({ type }) => type.includes('purchase-order'))
      .map(({ subject, correlationid, causationid }) => [subject, correlationid, causationid]);
    expect(told).toEqual([
      ['po-1', 'cor-of-the-file', correlationId],
      [foreignOrderId('tryton', '72'), correlationId, undefined],
    ]);
  });

  it('[R8] promised dates come back; the first one stays, and so does the one we asked for', async () => {
    const { synced, order, changes } = await room(confirmed);
    const promised = (promisedDate: string) =>
      aSystemOrder({ lines: [aSystemLine({ promisedDate, requestedDate: promisedDate })] });
    await synced(promised('2026-12-08'));
    await synced(promised('2026-12-15'));
    expect((await order('po-1'))?.lines).toMatchObject([
      { requestedDate: '2026-12-07', firstPromisedDate: '2026-12-08', lastPromisedDate: '2026-12-15' },
    ]);
    expect(changes()).toEqual([
      ['Line 1 (I1) is promised for 2026-12-08.'],
      ['Line 1 (I1) is promised for 2026-12-15, before 2026-12-08.'],
    ]);
  });

  it.each(['received', 'cancelled'] as const)(
    '[R8] nothing of an order that is %s is expected any more',
    async (state) => {
      const { synced, order, records } = await room(confirmed);
      const open = () =>
        records.list('purchase-order', { list: 'open-orders-by-location', scope: 'HAM', limit: 9 });
      expect((await open()).entries).toHaveLength(1);
      await synced(aSystemOrder({ state }));
      expect(await order('po-1')).toMatchObject({ state, lines: [{ openQuantity: '0' }] });
      expect((await open()).entries).toEqual([]);
    },
  );

  it('[R8] what a buyer changes on our order comes back: quantity, new lines, lines taken off', async () => {
    const { synced, changes } = await room(confirmed);
    const fewer = aSystemLine({ quantity: { value: '8', unit: 'XCS' }, openQuantity: '8' });
    await synced(aSystemOrder({ lines: [fewer, aSystemLine({ lineNumber: 2, itemId: 'I2' })] }));
    await synced(aSystemOrder({ lines: [aSystemLine({ lineNumber: 2, itemId: 'I2' })] }));
    expect(changes()).toEqual([
      [
        'Line 1 (I1) is for 8 cases, before 10 cases.',
        'Line 1 (I1) has open 384 pieces, before 480 pieces.',
        'Line 2 (I2) is new: 10 cases at 12.5 EUR for 100 pieces.',
      ],
      ['Line 1 (I1) is no longer on the order.'],
    ]);
  });

  it('[R8] an order of which nothing changed is not written again', async () => {
    const { synced, records, clock, changes } = await room(confirmed);
    await synced(aSystemOrder({ state: 'part_received' }));
    const before = await records.get('purchase-order', 'po-1');
    clock.advance(300_000);
    expect(await synced(aSystemOrder({ state: 'part_received' }))).toMatchObject({ ...none, unchanged: 1 });
    expect(await records.get('purchase-order', 'po-1')).toEqual(before);
    expect(changes()).toHaveLength(1);
  });

  it('[C2] an older state of an order never overwrites a newer one', async () => {
    const { synced, order } = await room(confirmed);
    await synced(aSystemOrder({ state: 'received', sourceVersion: '2026-11-24T10:00:00.000000Z' }));
    await synced(aSystemOrder({ state: 'confirmed', sourceVersion: '2026-11-24T09:59:59.999999Z' }));
    expect((await order('po-1'))?.state).toBe('received');
  });
});

describe('orders that are not known yet', () => {
  it('[R8] an order that a buyer made in the system gets a record of its own, once', async () => {
    const { synced, orders, order, changes, records } = await room();
    expect(await synced(aSystemOrder({ reference: 'by phone' }))).toMatchObject({ changed: 1 });
    await synced(aSystemOrder({ reference: 'by phone' }));
    expect(await orders()).toEqual([foreignId]);
    expect(await order(foreignId)).toMatchObject({
      origin: 'system',
      system: 'tryton',
      state: 'confirmed',
      number: 'PO-71',
      lines: [{ openQuantity: '480', requestedDate: '2026-11-23' }],
      identifiers: [native],
    });
    expect((await records.findByIdentifier('purchase-order', native))?.id).toBe(foreignId);
    expect(changes()).toEqual([['The order is new: tryton has it.']]);
  });

  it.each(['requested', 'refused'] as const)(
    '[R8] an order of ours that posting has not recorded yet (%s) never gets a second record',
    async (state) => {
      const { synced, orders, order } = await room({ state });
      const reference = externalReference(effectId(effectOf('tryton', 'create-purchase-order', 'po-1')));
      expect(await synced(aSystemOrder({ reference }))).toMatchObject({ ...none, unchanged: 1, waiting: 1 });
      expect(await orders()).toEqual(['po-1']);
      expect((await order('po-1'))?.state).toBe(state);
    },
  );

  it('[R8] once posting has recorded it, our order is followed under its own id', async () => {
    const reference = externalReference(effectId(effectOf('tryton', 'create-purchase-order', 'po-1')));
    const { synced, orders, order } = await room(confirmed);
    expect(await synced(aSystemOrder({ reference, state: 'received' }))).toMatchObject({
      changed: 1,
      waiting: 0,
    });
    expect(await orders()).toEqual(['po-1']);
    expect((await order('po-1'))?.state).toBe('received');
  });

  it('[R8] drafts are no orders yet, and what was cancelled before we knew it is none any more', async () => {
    const { synced, orders } = await room();
    const counts = await synced(
      aSystemOrder({ state: 'draft' }),
      aSystemOrder({ nativeId: '72', state: 'cancelled' }),
    );
    expect(counts).toMatchObject({ ...none, read: 2, unchanged: 2 });
    expect(await orders()).toEqual([]);
  });

  it('[R8] an order that comes twice because pages shifted has one record', async () => {
    const { sync, synced, orders } = await room();
    expect(unwrap(await sync([aSystemOrder()], [aSystemOrder()]))).toMatchObject({ read: 2, changed: 1 });
    await synced(aSystemOrder({ nativeId: '72' }), aSystemOrder({ nativeId: '72' }));
    expect((await orders()).sort()).toEqual([foreignId, foreignOrderId('tryton', '72')].sort());
  });
});

describe('orders that cannot be taken', () => {
  const line = (differing: Parameters<typeof aSystemLine>[0]) => ({ lines: [aSystemLine(differing)] });
  it.each([
    ['of a supplier that is none of ours', { supplierId: undefined }, /its supplier is none of ours/],
    ['of a supplier that is not known', { supplierId: 'S9' }, /supplier S9 is not known/],
    ['for a place that is none of ours', { locationId: undefined }, /delivered to is none of ours/],
    ['for a product that is none of ours', line({ itemId: undefined }), /^line 1: .*no item of ours/],
    ['for an item that is not known', line({ itemId: 'I9' }), /^line 1: .*item I9 is not known/],
    [
      'in a unit the item does not have',
      line({ quantity: { value: '1', unit: 'KGM' } }),
      /^line 1: unit mismatch: KGM/,
    ],
    ['with a quantity that is none', line({ openQuantity: 'ten' }), /^line 1: .*ten is no quantity/],
    [
      'in a unit that is none we know',
      line({ quantity: { value: '1', unit: undefined } }),
      /^line 1: unit mismatch: its unit is none/,
    ],
    ['at a price nobody can read', line({ price: undefined }), /^incomplete: lines.0.price/],
    ['without lines', { lines: [] }, /^incomplete: lines/],
  ])('[M2] an order %s is rejected with its reason; the others go on', async (_, differing, reason) => {
    const { synced, orders } = await room();
    const counts = await synced(aSystemOrder(differing), aSystemOrder({ nativeId: '72' }));
    expect(counts).toMatchObject({ read: 2, changed: 1, unchanged: 0, rejectedInAll: 1 });
    expect(counts.rejected).toEqual([{ id: 'PO-71', reasons: [expect.stringMatching(reason)] }]);
    expect(await orders()).toEqual([foreignOrderId('tryton', '72')]);
  });

  it('[R8] when the system stops answering, what came before stays and the problem is passed on', async () => {
    const { sync, orders } = await room();
    const gone = problem('system-unavailable', 'The ERP does not answer.');
    expect(await sync([aSystemOrder()], gone)).toEqual(fail(gone));
    expect(await orders()).toEqual([foreignId]);
  });

  it('[R8] the system is asked for what is open and what changed in the last five weeks', async () => {
    const { records, clock } = await room();
    const source = aPurchaseOrderSource([]);
    await syncPurchaseOrders({ source, records, clock, isOurReference }, { correlationId });
    expect(source.asked).toEqual(['2026-10-19T08:00:00.000Z']);
  });
});
