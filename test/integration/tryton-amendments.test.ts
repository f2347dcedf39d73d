import { beforeAll, describe, expect, it } from 'vitest';
import { systemOn } from '#adapters/tryton/system-of-record.ts';
import type { OrderChangeRecord } from '#core/canonical/order-ledger.ts';
import { systemClock } from '#core/kernel/clock.ts';
import type { UnitCode } from '#core/kernel/quantity.ts';
import { unwrap } from '#core/kernel/result.ts';
import type { OrderInSystem, SystemOfRecord } from '#platform/posting/system-of-record.ts';
import { anErpOrderChange } from '#test/builders/an-erp-invoice.ts';
import { anErpOrder } from '#test/builders/an-erp-order.ts';
import { receive } from '#test/builders/erp-happenings.ts';
import {
  type Administrator,
  administrator,
  clientOf,
  content,
  seededErp,
  syncedRecords,
} from '#test/builders/seeded-erp.ts';
import { newReference } from '../contract/system-under-test.ts';

let admin: Administrator;
let system: SystemOfRecord;

beforeAll(async () => {
  const erp = await seededErp();
  admin = administrator(erp);
  const records = await syncedRecords(erp);
  system = systemOn({ system: 'tryton', client: clientOf(erp), records, clock: systemClock });
});

async function confirmedOrder(): Promise<OrderInSystem> {
  const order = anErpOrder();
  const { nativeId } = unwrap(await system.purchaseOrders.createDraft(order, newReference()));
  unwrap(await system.purchaseOrders.confirm(nativeId, order));
  return { order, nativeId };
}

type Line = OrderChangeRecord['lines'][number];

async function amend(order: OrderInSystem, ...lines: readonly Line[]) {
  const amendment = { ...order, change: anErpOrderChange(order, { lines: [...lines] }) };
  const created = await system.amendments.createDraft(amendment, newReference());
  return created.ok ? system.amendments.confirm(created.value.nativeId, amendment) : created;
}

function lineOf({ order }: OrderInSystem) {
  const [line] = order.lines;
  if (!line) throw new Error('the builder makes a line');
  return line;
}

/** The first line as the ERP has it. */
async function inErp({ nativeId }: OrderInSystem) {
  const [id = 0] = await admin.search('purchase.line', [
    ['purchase', '=', Number(nativeId)],
    ['sequence', '=', 1],
  ]);
  const fields = ['quantity', 'unit_price', 'product.code'];
  const [row] = await admin.read('purchase.line', [id], fields);
  return row;
}

describe('amendments in the ERP', () => {
  it('[S6] a price that was agreed is the price of the order, per what it counts', async () => {
    const order = await confirmedOrder();
    const { itemId, price, quantity } = lineOf(order);
    const agreed = { ...price, amount: '250', per: { value: '100', unit: quantity.unit } };
    unwrap(await amend(order, { action: 'change', lineNumber: 1, itemId, price: agreed }));
    expect(await inErp(order)).toMatchObject({ quantity: 10, unit_price: { decimal: '2.5' } });
  });

  it('[S6] a substitute takes the place of the item', async () => {
    const order = await confirmedOrder();
    const { itemId, quantity } = lineOf(order);
    const bySame = content.items.find(
      (item) =>
        item.status === 'active' &&
        item.supplier === order.order.supplierId &&
        order.order.lines.every((line) => line.itemId !== item.code) &&
        item.holds > 1 === (quantity.unit === 'XCS'),
    );
    const substitute = bySame?.code ?? '';
    expect(substitute).not.toBe(itemId);
    unwrap(await amend(order, { action: 'change', lineNumber: 1, itemId: substitute, quantity }));
    expect(await inErp(order)).toMatchObject({ 'product.': { code: substitute } });
  });

  it('[X2] below what has arrived nothing is amended, and the reason names the line', async () => {
    const order = await confirmedOrder();
    await receive(admin, Number(order.nativeId), 6);
    const { itemId, quantity } = lineOf(order);
    const less = (value: string): Line => ({
      ...{ action: 'change', lineNumber: 1, itemId, quantity: { ...quantity, value } },
    });
    expect(await amend(order, less('5'))).toMatchObject({
      ok: false,
      problem: { code: 'system-refused', detail: expect.stringContaining('line 1 has arrived') },
    });
    expect(await amend(order, { action: 'cancel', lineNumber: 1, itemId })).toMatchObject({
      ok: false,
      problem: { code: 'system-refused' },
    });
    expect(await inErp(order)).toMatchObject({ quantity: 10 });
    unwrap(await amend(order, less('6')));
    expect(await inErp(order)).toMatchObject({ quantity: 6 });
  });

  it('[X2] what arrives between draft and validation still counts', async () => {
    const order = await confirmedOrder();
    const { itemId, quantity } = lineOf(order);
    const lines: Line[] = [
      { action: 'change', lineNumber: 1, itemId, quantity: { ...quantity, value: '5' } },
    ];
    const amendment = { ...order, change: anErpOrderChange(order, { lines }) };
    const { nativeId } = unwrap(await system.amendments.createDraft(amendment, newReference()));
    await receive(admin, Number(order.nativeId), 6);
    expect(await system.amendments.confirm(nativeId, amendment)).toMatchObject({
      ok: false,
      problem: { code: 'system-refused' },
    });
    expect(await inErp(order)).toMatchObject({ quantity: 10 });
  });

  it('[X2] an order of the ERP itself is amended by the place of its lines', async () => {
    const [foreign] = content.openOrders;
    const [id] = await admin.search('purchase.purchase', [['reference', '=', foreign?.reference]]);
    const [first] = foreign?.lines ?? [];
    const order = { order: anErpOrder(), nativeId: String(id) };
    const item = content.items.find(({ code }) => code === first?.item);
    const unit: UnitCode = (item?.holds ?? 1) > 1 ? 'XCS' : 'EA';
    const wanted = { value: String((first?.quantity ?? 0) + 1), unit };
    unwrap(
      await amend(order, { action: 'change', lineNumber: 1, itemId: item?.code ?? '', quantity: wanted }),
    );
    const read = unwrap(await system.purchaseOrders.read(order.nativeId));
    expect(read?.lines[0]?.quantity.value).toBe(wanted.value);
  });
});
