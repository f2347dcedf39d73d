import * as z from 'zod';
import { wireDate, wireDecimal } from '#adapters/tryton/wire.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { addDays, dateOfInstant } from '#core/kernel/dates.ts';
import type { Administrator } from './seeded-erp.ts';

/** What people do in the ERP's warehouses, by its API as its administrator. */

const today = (): string => dateOfInstant(systemClock.now());

const siteRow = z.object({
  id: z.int(),
  input_location: z.int(),
  output_location: z.int(),
  storage_location: z.int(),
});
const productRow = z.object({ id: z.int(), default_uom: z.int() });

async function siteOf(admin: Administrator, code: string) {
  const ids = await admin.search('stock.location', [
    ['code', '=', code],
    ['type', '=', 'warehouse'],
  ]);
  const [row] = await admin.read('stock.location', ids, Object.keys(siteRow.shape));
  return siteRow.parse(row);
}

async function productOf(admin: Administrator, code: string) {
  const ids = await admin.search('product.product', [['code', '=', code]]);
  const [row] = await admin.read('product.product', ids, ['default_uom']);
  return productRow.parse(row);
}

/** Some pieces are found in a place of a warehouse that holds what may not be used. */
export async function putOnHold(
  admin: Administrator,
  site: string,
  item: string,
  pieces: number,
): Promise<void> {
  const { id: product } = await productOf(admin, item);
  const location = await holdAt(admin, site);
  const lines = [['create', [{ product, quantity: pieces }]]];
  const inventory = await admin.create('stock.inventory', { location, date: wireDate(today()), lines });
  await admin.call('stock.inventory', 'confirm', [inventory]);
}

/** A customer's order is picked from the shelf: some pieces are assigned and have not left. */
export async function assignToCustomer(
  admin: Administrator,
  site: string,
  item: string,
  pieces: number,
): Promise<void> {
  const { id: warehouse, output_location, storage_location } = await siteOf(admin, site);
  const { id: product, default_uom: unit } = await productOf(admin, item);
  const [customerLocation] = await admin.search('stock.location', [['type', '=', 'customer']]);
  const [currency] = await admin.search('currency.currency', [['code', '=', 'USD']]);
  const customer = await admin.create('party.party', {
    name: 'Corner Café',
    addresses: [['create', [{ street: 'Main Street 1', city: 'Northport' }]]],
  });
  const [address] = await admin.search('party.address', [['party', '=', customer]]);
  const moves = [
    {
      product,
      unit,
      quantity: pieces,
      from_location: output_location,
      to_location: customerLocation,
      unit_price: wireDecimal('9'),
      currency,
    },
  ];
  const shipment = await admin.create('stock.shipment.out', {
    customer,
    delivery_address: address,
    warehouse,
    warehouse_storage: storage_location,
    warehouse_output: output_location,
    planned_date: wireDate(today()),
    outgoing_moves: [['create', moves]],
  });
  await admin.call('stock.shipment.out', 'wait', [shipment]);
  await admin.call('stock.shipment.out', 'assign_try', [shipment]);
}

/** Some pieces leave one location for another and have not arrived. */
export async function sendTo(
  admin: Administrator,
  from: string,
  to: string,
  item: string,
  pieces: number,
): Promise<void> {
  const [source, target] = [await siteOf(admin, from), await siteOf(admin, to)];
  const { id: product, default_uom: unit } = await productOf(admin, item);
  const places = { from_location: source.storage_location, to_location: target.storage_location };
  const shipment = await admin.create('stock.shipment.internal', {
    ...places,
    planned_start_date: wireDate(today()),
    planned_date: wireDate(addDays(today(), 3)),
    moves: [['create', [{ ...places, product, unit, quantity: pieces }]]],
  });
  for (const step of ['wait', 'assign_try', 'pack', 'ship']) {
    await admin.call('stock.shipment.internal', step, [shipment]);
  }
}

const orderRow = z.object({ party: z.int(), warehouse: z.int() });

const putAwayRow = z.object({
  id: z.int(),
  product: z.int(),
  unit: z.int(),
  quantity: z.number(),
  from_location: z.int(),
});

/**
 * Goods of an order come in: so much of each of its open lines, in the unit of the line. Of the first put away so
 * many are damaged and go to `to`. Answers the shipment.
 */
export async function receive(
  admin: Administrator,
  order: number,
  quantity: number,
  damaged?: { readonly count: number; readonly to: number },
): Promise<number> {
  const [read] = await admin.read('purchase.purchase', [order], Object.keys(orderRow.shape));
  const { party, warehouse } = orderRow.parse(read);
  const [site] = await admin.read('stock.location', [warehouse], Object.keys(siteRow.shape));
  const { input_location, storage_location } = siteRow.parse(site);
  const lines = await admin.search('purchase.line', [['purchase', '=', order]]);
  const moves = await admin.search('stock.move', [
    ['origin', 'in', lines.map((line) => `purchase.line,${line}`)],
    ['state', '=', 'draft'],
  ]);
  const shipment = await admin.create('stock.shipment.in', {
    supplier: party,
    warehouse,
    warehouse_input: input_location,
    warehouse_storage: storage_location,
    incoming_moves: [['add', moves]],
  });
  await admin.call('stock.move', 'write', moves, { quantity });
  await admin.call('stock.shipment.in', 'receive', [shipment]);
  if (damaged) await putAside(admin, shipment, input_location, damaged);
  await admin.call('stock.shipment.in', 'do', [shipment]);
  return shipment;
}

/** Some of what is to be put away goes elsewhere. */
async function putAside(
  admin: Administrator,
  shipment: number,
  input: number,
  { count, to }: { readonly count: number; readonly to: number },
): Promise<void> {
  const reference = `stock.shipment.in,${shipment}`;
  const away = await admin.search('stock.move', [
    ['shipment', '=', reference],
    ['from_location', '=', input],
  ]);
  const [row] = await admin.read('stock.move', away.slice(0, 1), Object.keys(putAwayRow.shape));
  const { id, product, unit, quantity, from_location } = putAwayRow.parse(row);
  await admin.call('stock.move', 'write', [id], { quantity: quantity - count });
  await admin.create('stock.move', {
    ...{ product, unit, quantity: count, from_location, to_location: to, shipment: reference },
  });
}

/** A place of a warehouse for what may not be used, below its shelves. */
export async function holdAt(admin: Administrator, site: string): Promise<number> {
  const [known] = await admin.search('stock.location', [['code', '=', `${site}-HOLD`]]);
  if (known !== undefined) return known;
  const { storage_location } = await siteOf(admin, site);
  return admin.create('stock.location', {
    ...{ name: `Hold ${site}`, code: `${site}-HOLD`, type: 'storage', parent: storage_location },
  });
}
