import { describe, expect, it } from 'vitest';
import type { SystemGoodsReceipt, SystemGoodsReceiptLine } from '#business/purchasing/receipt-ports.ts';
import { syncGoodsReceipts } from '#business/purchasing/sync-goods-receipts.ts';
import type { PurchaseOrder } from '#core/canonical/purchase-order.ts';
import { type Problem, problem } from '#core/kernel/problem.ts';
import { fail, ok, unwrap } from '#core/kernel/result.ts';
import { aPurchaseOrder } from '#test/builders/a-purchase-order.ts';
import { aWholeSystem, masterDataRoom } from '#test/builders/master-data-room.ts';

const correlationId = 'cor-receipts';
const identifiers = [{ scheme: 'tryton:purchase-order', value: '71' }];

const aLine = (differing: Partial<SystemGoodsReceiptLine> = {}): SystemGoodsReceiptLine => ({
  orderNativeId: '71',
  lineNumber: 1,
  itemId: 'I1',
  quantity: { value: '480', unit: 'EA' },
  damaged: '0',
  ...differing,
});

const aReceipt = (differing: Partial<SystemGoodsReceipt> = {}): SystemGoodsReceipt => ({
  nativeId: '9',
  number: 'IN-9',
  state: 'received',
  sourceVersion: '2026-11-23T07:00:00.000000Z',
  supplierId: 'S1',
  locationId: 'HAM',
  receivedOn: '2026-11-23',
  lines: [aLine()],
  ...differing,
});

/** Master data and, if given, an order of ours; `sync` pulls what the system has. */
async function room(order: Partial<PurchaseOrder> | undefined = { state: 'confirmed', identifiers }) {
  const { records, clock, synced } = masterDataRoom();
  await synced(aWholeSystem);
  const commitOrder = async () => {
    const body = aPurchaseOrder({ state: 'confirmed', identifiers, ...order });
    const change = { type: 'purchase-order', id: body.id, expect: 'absent', body } as const;
    unwrap(await records.commit({ changes: [change], correlationId: 'cor-of-the-file' }));
  };
  if (order) await commitOrder();
  const asked: string[] = [];
  const sync = (...pages: (readonly SystemGoodsReceipt[] | Problem)[]) => {
    const source = {
      id: 'tryton',
      async *pull(since: string) {
        asked.push(since);
        for (const page of pages) yield 'code' in page ? fail(page) : ok(page);
      },
    };
    return syncGoodsReceipts({ source, records, clock }, { correlationId });
  };
  return {
    ...{ records, clock, asked, sync, commitOrder },
    synced: async (...receipts: SystemGoodsReceipt[]) => unwrap(await sync(receipts)),
    receipt: async () =>
      (await records.findByIdentifier('goods-receipt', { scheme: 'tryton:goods-receipt', value: '9' }))?.body,
    told: () => records.published().filter(({ type }) => type === 'crossdock.goods-received.v1'),
  };
}

describe('what goods arrived', () => {
  it('[S7] a receipt is known by order and line, good and damaged apart, in base units', async () => {
    const { synced, receipt, told } = await room();
    const line = aLine({ quantity: { value: '10', unit: 'XCS' }, damaged: '1' });
    expect(await synced(aReceipt({ lines: [line] }))).toMatchObject({ read: 1, changed: 1, waiting: 0 });
    expect(await receipt()).toMatchObject({
      system: 'tryton',
      number: 'IN-9',
      lines: [
        {
          ...{ purchaseOrderId: 'po-1', lineNumber: 1, itemId: 'I1', damaged: '48' },
          good: { value: '432', unit: 'EA' },
        },
      ],
    });
    expect(told().map(({ data }) => data.purchaseOrderIds)).toEqual([['po-1']]);
  });

  it('[S7] pulled again it is the same, also when it was only touched there', async () => {
    const { synced, told } = await room();
    await synced(aReceipt());
    await synced(aReceipt());
    const touched = await synced(aReceipt({ sourceVersion: '2026-11-23T09:00:00.000000Z' }));
    expect(touched).toMatchObject({ changed: 0, unchanged: 1 });
    expect(told()).toHaveLength(1);
  });

  it('[S7] what is corrected there is told again, and an older version changes nothing', async () => {
    const { synced, told, receipt } = await room();
    await synced(aReceipt());
    const lines = [aLine({ damaged: '2' })];
    await synced(aReceipt({ lines, sourceVersion: '2026-11-23T09:00:00.000000Z' }));
    await synced(aReceipt());
    expect(await receipt()).toMatchObject({ lines: [{ good: { value: '478' }, damaged: '2' }] });
    expect(told()).toHaveLength(2);
  });

  it('[S7] a cancelled receipt is one of nothing; one that was never known stays unknown', async () => {
    const { synced, receipt, told } = await room();
    expect(await synced(aReceipt({ state: 'cancelled' }))).toMatchObject({ changed: 0, unchanged: 1 });
    await synced(aReceipt());
    await synced(aReceipt({ state: 'cancelled', sourceVersion: '2026-11-23T09:00:00.000000Z' }));
    expect(await receipt()).toMatchObject({ lines: [{ good: { value: '0' }, damaged: '0' }] });
    expect(told()).toHaveLength(2);
  });

  it('[S7] for an order that is not known yet it waits a day, then it came for none', async () => {
    const { synced, receipt, clock } = await room({ identifiers: [] });
    expect(await synced(aReceipt())).toMatchObject({ changed: 0, unchanged: 1, waiting: 1 });
    expect(await receipt()).toBeUndefined();
    clock.advance(2 * 86_400_000);
    expect(await synced(aReceipt())).toMatchObject({ changed: 1, waiting: 0 });
    const [line] = (await receipt())?.lines ?? [];
    expect(line).toMatchObject({ itemId: 'I1', good: { value: '480' } });
    expect(line?.purchaseOrderId).toBeUndefined();
  });

  it('[S7] what came for no order is kept, so that receiving can be told', async () => {
    const { synced, receipt } = await room();
    const line = aLine();
    const { orderNativeId: _none, lineNumber: _neither, ...unordered } = line;
    await synced(aReceipt({ lines: [line, unordered] }));
    expect((await receipt())?.lines.map(({ purchaseOrderId }) => purchaseOrderId)).toEqual([
      'po-1',
      undefined,
    ]);
  });

  it('[S7] what we do not know is rejected with the reason and holds no other up', async () => {
    const { synced, receipt } = await room();
    const strange = aReceipt({ nativeId: '8', number: 'IN-8', lines: [aLine({ itemId: undefined })] });
    const uncounted = aReceipt({
      ...{ nativeId: '7', number: 'IN-7' },
      lines: [aLine({ quantity: { value: '1', unit: 'LTR' } })],
    });
    const counts = await synced(strange, uncounted, aReceipt());
    expect(counts).toMatchObject({ read: 3, changed: 1, rejectedInAll: 2 });
    expect(counts.rejected.map(({ id, reasons }) => `${id} ${reasons[0]}`)).toEqual([
      'IN-8 unknown reference: its product is no item of ours',
      expect.stringMatching(/^IN-7 unit mismatch: LTR/),
    ]);
    expect(await receipt()).toBeDefined();
  });

  it('[S7] a problem of the source ends the pull; what was committed by then stays', async () => {
    const { sync, receipt, asked } = await room();
    const ended = await sync([aReceipt()], problem('system-unavailable', 'gone'));
    expect(ended).toMatchObject({ ok: false, problem: { code: 'system-unavailable' } });
    expect(await receipt()).toBeDefined();
    expect(asked).toEqual(['2026-10-19T08:00:00.000Z']);
  });
});
