import { beforeAll, describe, expect, it } from 'vitest';
import { masterDataOf } from '#adapters/tryton/master-data-source.ts';
import { purchaseOrdersOf } from '#adapters/tryton/purchase-order-source.ts';
import { systemOn } from '#adapters/tryton/system-of-record.ts';
import type { Candidate, Entity } from '#business/master-data/ports.ts';
import { syncMasterData } from '#business/master-data/sync-master-data.ts';
import type { SystemPurchaseOrder } from '#business/purchasing/ports.ts';
import { syncPurchaseOrders } from '#business/purchasing/sync-purchase-orders.ts';
import type { PurchaseOrder } from '#core/canonical/purchase-order.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { derivedId } from '#core/kernel/identifiers.ts';
import { unwrap } from '#core/kernel/result.ts';
import { isOurReference } from '#platform/posting/reference.ts';
import { anErpOrder } from '#test/builders/an-erp-order.ts';
import { assignToCustomer, putOnHold, receive, sendTo } from '#test/builders/erp-happenings.ts';
import {
  type Administrator,
  administrator,
  clientOf,
  content,
  seededErp,
  syncedRecords,
  type TestErp,
  unbuyableProduct,
} from '#test/builders/seeded-erp.ts';
import type { MemoryRecords } from '#test/doubles/memory-records.ts';

let erp: TestErp;
let admin: Administrator;
let records: MemoryRecords;
const LONG_AGO = '2026-01-01T00:00:00.000Z';
const correlationId = 'cor-tryton-pull';

beforeAll(async () => {
  erp = await seededErp();
  admin = administrator(erp);
  await unbuyableProduct(admin, 'TST-BLOCKED');
  await unbuyableProduct(admin, 'TST-GONE');
  records = await syncedRecords(erp);
});

const source = () =>
  masterDataOf({ system: 'tryton', company: erp.company, client: clientOf(erp), clock: systemClock });

async function pulled(entity: Entity): Promise<Candidate[]> {
  const found: Candidate[] = [];
  for await (const page of source().pull(entity)) found.push(...unwrap(page));
  return found;
}

async function orders(since = LONG_AGO): Promise<SystemPurchaseOrder[]> {
  const found: SystemPurchaseOrder[] = [];
  for await (const page of purchaseOrdersOf('tryton', clientOf(erp)).pull(since)) {
    found.push(...unwrap(page));
  }
  return found;
}

const orderWith = async (reference: string) =>
  (await orders()).find((order) => order.reference === reference);

describe('master data of the ERP', () => {
  it('[M1] every entity of the seeded distributor arrives, and nothing of it is rejected', async () => {
    const synced = unwrap(
      await syncMasterData(
        { source: source(), records, clock: systemClock },
        { entities: ['items', 'suppliers', 'locations', 'supplierTerms'], correlationId },
      ),
    );
    expect(synced.items).toMatchObject({ changed: 0, rejected: [] });
    expect(synced.items?.read).toBeGreaterThanOrEqual(content.items.length);
    expect(synced.suppliers).toMatchObject({ read: content.suppliers.length, changed: 0, rejected: [] });
    expect(synced.locations).toMatchObject({ read: content.sites.length, changed: 0, rejected: [] });
    expect(synced.supplierTerms).toMatchObject({ read: content.items.length, changed: 0, rejected: [] });
  });

  it('[C2] an item has its hierarchy, units, packs and the number of its product', async () => {
    const item = content.items.find(({ holds, status }) => holds > 1 && status === 'active');
    const stored = await records.get('item', item?.code ?? '');
    expect(stored?.body).toMatchObject({
      description: item?.name,
      status: 'active',
      hierarchy: item?.category,
      baseUnit: item?.unit === 'Unit' ? 'EA' : 'KGM',
      packs: [{ unit: 'XCS', holds: String(item?.holds) }],
      identifiers: [{ scheme: 'tryton:product' }],
      provenance: { system: 'tryton' },
    });
  });

  it('[M1] what may not be bought is blocked, what is withdrawn is inactive', async () => {
    expect((await records.get('item', 'TST-BLOCKED'))?.body.status).toBe('blocked');
    expect((await records.get('item', 'TST-GONE'))?.body.status).toBe('inactive');
  });

  it('[M1] terms have lead time, order sizes and the price of an order unit', async () => {
    const [item] = content.items;
    const stored = await records.get('supplier-terms', `${item?.supplier}:${item?.code}`);
    expect(stored?.body).toMatchObject({
      leadTimeDays: content.suppliers.find(({ code }) => code === item?.supplier)?.leadTimeDays,
      minimumOrderQuantity: String(item?.minimum),
      orderMultiple: String(item?.multiple),
      orderUnit: 'XCS',
      price: { currency: 'USD', per: { value: '1', unit: 'XCS' } },
    });
    expect(Number(stored?.body.price.amount)).toBe((item?.cents ?? 0) / 100);
  });

  it('[M1] a change in the ERP comes with a newer version, and comes alone', async () => {
    const code = content.items.at(-1)?.code ?? '';
    const before = await records.get('item', code);
    const [template] = await admin.search('product.template', [['products.code', '=', code]]);
    await admin.call('product.template', 'write', [template], { name: `Renamed ${Date.now()}` });
    const synced = unwrap(
      await syncMasterData(
        { source: source(), records, clock: systemClock },
        { entities: ['items'], correlationId },
      ),
    );
    expect(synced.items?.changed).toBe(1);
    const after = await records.get('item', code);
    expect(after?.version).toBe((before?.version ?? 0) + 1);
    const version = (record: typeof after) => record?.body.provenance.sourceVersion ?? '';
    expect(version(after) > version(before)).toBe(true);
  });
});

describe('stock of the ERP', () => {
  it('[C1] stock is told apart by state: on hand, allocated, on hold, in transit', async () => {
    const [from = '', to = ''] = content.sites.map(({ code }) => code);
    const kept = content.stock.filter((stock) => stock.site === from && stock.onHand >= 30);
    const item = kept[1]?.item ?? '';
    const position = async (site: string) =>
      (await pulled('inventoryPositions')).find(({ id }) => id === `${item}@${site}`)?.body as {
        [state in 'onHand' | 'allocated' | 'onHold' | 'inTransit']: string;
      };
    const [before, target] = [await position(from), await position(to)];
    await putOnHold(admin, from, item, 12);
    await assignToCustomer(admin, from, item, 7);
    await sendTo(admin, from, to, item, 5);
    const after = await position(from);
    expect(Number(after.onHand)).toBe(Number(before.onHand) + 12 - 5);
    expect(Number(after.onHold)).toBe(Number(before.onHold) + 12);
    expect(Number(after.allocated)).toBe(Number(before.allocated) + 7);
    const arriving = await position(to);
    expect(Number(arriving.inTransit)).toBe(Number(target.inTransit) + 5);
    expect(arriving.onHand).toBe(target.onHand);
  });
});

describe('purchase orders of the ERP', () => {
  it('[R8] an order of somebody else arrives with what is open, and becomes a record', async () => {
    const [foreign] = content.openOrders;
    const order = await orderWith(foreign?.reference ?? '');
    expect(order).toMatchObject({
      state: 'confirmed',
      supplierId: foreign?.supplier,
      locationId: foreign?.site,
    });
    expect(order?.lines.map(({ itemId }) => itemId)).toEqual(foreign?.lines.map(({ item }) => item));
    for (const line of order?.lines ?? []) expect(line.openQuantity).toBe(line.quantity.value);
    expect(order?.lines[0]?.promisedDate).toMatch(/^\d{4}-/);
  });

  it('[R8] our order is part received, then received, and stays one record', async () => {
    const order = anErpOrder();
    const reference = `CD-${derivedId('x', order.id).slice(2, 22)}`;
    expect(isOurReference(reference)).toBe(true);
    const system = systemOn({
      system: 'tryton',
      client: clientOf(erp),
      records,
      clock: systemClock,
    }).purchaseOrders;
    const { nativeId } = unwrap(await system.createDraft(order, reference));
    expect(await orderWith(reference)).toBeUndefined();
    const { number = '' } = unwrap(await system.confirm(nativeId, order));
    const identifiers = [{ scheme: 'tryton:purchase-order', value: nativeId }];
    const posted: PurchaseOrder = { ...order, state: 'confirmed', number, identifiers };
    unwrap(
      await records.commit({
        changes: [{ type: 'purchase-order', id: order.id, expect: 'absent', body: posted }],
        correlationId,
      }),
    );
    const sync = async () => {
      const ports = {
        source: purchaseOrdersOf('tryton', clientOf(erp)),
        records,
        clock: systemClock,
        isOurReference,
      };
      unwrap(await syncPurchaseOrders(ports, { correlationId }));
      return records.findByIdentifier('purchase-order', { scheme: 'tryton:purchase-order', value: nativeId });
    };
    expect(await sync()).toMatchObject({ id: order.id, body: { state: 'confirmed' } });

    await receive(admin, Number(nativeId), 4);
    const part = await sync();
    expect(part).toMatchObject({ id: order.id, body: { state: 'part_received', origin: 'crossdock' } });
    const open = order.lines.map(({ baseQuantity }) => (Number(baseQuantity.value) * 6) / 10);
    expect(part?.body.lines.map(({ openQuantity }) => Number(openQuantity))).toEqual(open);

    await receive(admin, Number(nativeId), 6);
    expect(await sync()).toMatchObject({ id: order.id, body: { state: 'received' } });
  });
});
