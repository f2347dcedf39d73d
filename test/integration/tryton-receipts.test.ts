import { beforeAll, describe, expect, it } from 'vitest';
import type { TrytonClient } from '#adapters/tryton/client.ts';
import { goodsReceiptsOf } from '#adapters/tryton/goods-receipt-source.ts';
import { systemOn } from '#adapters/tryton/system-of-record.ts';
import type { SystemGoodsReceipt } from '#business/purchasing/receipt-ports.ts';
import { syncGoodsReceipts } from '#business/purchasing/sync-goods-receipts.ts';
import type { PurchaseOrder } from '#core/canonical/purchase-order.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { dateOfInstant } from '#core/kernel/dates.ts';
import { unwrap } from '#core/kernel/result.ts';
import { effectId, effectOf, externalReference } from '#platform/posting/reference.ts';
import { anErpOrder } from '#test/builders/an-erp-order.ts';
import { holdAt, receive } from '#test/builders/erp-happenings.ts';
import {
  type Administrator,
  administrator,
  clientOf,
  seededErp,
  syncedRecords,
} from '#test/builders/seeded-erp.ts';
import type { MemoryRecords } from '#test/doubles/memory-records.ts';

let admin: Administrator;
let client: TrytonClient;
let records: MemoryRecords;
const correlationId = 'cor-receipts';

beforeAll(async () => {
  const erp = await seededErp();
  admin = administrator(erp);
  client = clientOf(erp);
  records = await syncedRecords(erp);
});

/** An order of ours that the ERP has confirmed, with our record of it. */
async function orderInErp(): Promise<{ readonly order: PurchaseOrder; readonly nativeId: string }> {
  const order = anErpOrder();
  const { purchaseOrders } = systemOn({ system: 'tryton', client, records, clock: systemClock });
  const reference = externalReference(effectId(effectOf('tryton', 'create-purchase-order', order.id)));
  const { nativeId } = unwrap(await purchaseOrders.createDraft(order, reference));
  unwrap(await purchaseOrders.confirm(nativeId, order));
  const identifiers = [{ scheme: 'tryton:purchase-order', value: nativeId }];
  const body: PurchaseOrder = { ...order, state: 'confirmed', identifiers };
  unwrap(
    await records.commit({
      changes: [{ type: 'purchase-order', id: order.id, expect: 'absent', body }],
      correlationId,
    }),
  );
  return { order, nativeId };
}

const source = () => goodsReceiptsOf('tryton', client);

async function pulled(nativeId: number): Promise<SystemGoodsReceipt | undefined> {
  const since = new Date(Date.parse(systemClock.now()) - 600_000).toISOString();
  for await (const page of source().pull(since)) {
    const found = unwrap(page).find((receipt) => receipt.nativeId === String(nativeId));
    if (found) return found;
  }
  return undefined;
}

const sync = async () =>
  unwrap(await syncGoodsReceipts({ source: source(), records, clock: systemClock }, { correlationId }));

describe('goods receipts of the ERP', () => {
  it('[S7] what came is known by order and line, in base units, with what of it was damaged', async () => {
    const { order, nativeId } = await orderInErp();
    const hold = await holdAt(admin, order.locationId);
    const shipment = await receive(admin, Number(nativeId), 3, { count: 1, to: hold });
    const receipt = await pulled(shipment);
    expect(receipt).toMatchObject({
      state: 'received',
      supplierId: order.supplierId,
      locationId: order.locationId,
      receivedOn: dateOfInstant(systemClock.now()),
    });
    const inBase = (line: PurchaseOrder['lines'][number], count: number) =>
      String((Number(line.baseQuantity.value) / Number(line.quantity.value)) * count);
    const came = [...(receipt?.lines ?? [])].sort((a, b) => (a.lineNumber ?? 0) - (b.lineNumber ?? 0));
    expect(came.map(({ damaged: _damaged, ...line }) => line)).toEqual(
      order.lines.map((line) => ({
        ...{ orderNativeId: nativeId, lineNumber: line.lineNumber, itemId: line.itemId },
        quantity: { value: inBase(line, 3), unit: 'EA' },
      })),
    );
    const damaged = came.map((line, at) => [line.damaged, order.lines[at]] as const);
    const spoilt = damaged.filter(([count]) => count !== '0');
    expect(spoilt).toHaveLength(1);
    const [[count, line] = []] = spoilt;
    expect(count).toBe(line && inBase(line, 1));
  });

  it('[S7] a receipt becomes one record of ours, however often it is pulled, and is told once', async () => {
    const { order, nativeId } = await orderInErp();
    const shipment = await receive(admin, Number(nativeId), 2);
    await sync();
    expect(await sync()).toMatchObject({ changed: 0 });
    const native = { scheme: 'tryton:goods-receipt', value: String(shipment) };
    const stored = await records.findByIdentifier('goods-receipt', native);
    expect(stored?.body.lines.map(({ purchaseOrderId }) => purchaseOrderId)).toEqual(
      order.lines.map(() => order.id),
    );
    const told = records.published().filter(({ subject }) => subject === stored?.id);
    expect(told.map(({ type, data }) => [type, data.purchaseOrderIds])).toEqual([
      ['crossdock.goods-received.v1', [order.id]],
    ]);
  });
});
