import * as z from 'zod';
import type { SystemGoodsReceipt, SystemGoodsReceiptLine } from '#business/purchasing/receipt-ports.ts';
import { decimalText, type Micros, ZERO } from '#core/kernel/decimal.ts';
import { itemIdOf } from './items.ts';
import { locationIdOf } from './locations.ts';
import type { Reading } from './read-rows.ts';
import { isHold } from './shelves.ts';
import { sourceVersionOf, stampFields, stamps } from './source-version.ts';
import { supplierIdOf } from './suppliers.ts';
import { unitCodeOf } from './units.ts';
import { dateValue, quantityMicros } from './wire.ts';

const coded = z.object({ id: z.int(), code: z.string().nullable() });

export const shipmentRow = z.object({
  id: z.int(),
  number: z.string().nullable(),
  state: z.enum(['done', 'cancelled']),
  effective_date: dateValue.nullable(),
  'supplier.': coded,
  'warehouse.': coded.nullable(),
  'warehouse_input.': z.object({ id: z.int() }),
  ...stamps,
});
export type ShipmentRow = z.infer<typeof shipmentRow>;

/** Supplier shipments of a domain of the ERP that are over. */
export const shipments = (domain: readonly unknown[]): Reading<ShipmentRow> => ({
  model: 'stock.shipment.in',
  domain: [['state', 'in', ['done', 'cancelled']], domain],
  fields: [
    ...['number', 'state', 'effective_date', 'supplier.code', 'warehouse.code', 'warehouse_input.id'],
    ...stampFields,
  ],
  row: shipmentRow,
});

export const movementRow = z.object({
  id: z.int(),
  shipment: z.string(),
  origin: z.string().nullable(),
  state: z.enum(['staging', 'draft', 'assigned', 'done', 'cancelled']),
  internal_quantity: z.number().nullable(),
  effective_date: dateValue.nullable(),
  'product.': z.object({
    ...coded.shape,
    'default_uom.': z.object({ id: z.int(), symbol: z.string() }),
  }),
  'from_location.': z.object({ id: z.int() }),
  'to_location.': z.object({ ...coded.shape, type: z.string(), waste_warehouses: z.array(z.int()) }),
  ...stamps,
});
export type MovementRow = z.infer<typeof movementRow>;

/** What moved with some shipments: into the warehouse, and from there to its shelves. */
export const movements = (ids: readonly number[]): Reading<MovementRow> => ({
  model: 'stock.move',
  domain: [['shipment', 'in', ids.map((id) => `stock.shipment.in,${id}`)]],
  fields: [
    ...['shipment', 'origin', 'state', 'internal_quantity', 'effective_date', 'product.code'],
    ...['product.default_uom.symbol', 'from_location.id', 'to_location.code', 'to_location.type'],
    ...['to_location.waste_warehouses', ...stampFields],
  ],
  row: movementRow,
});

/** The line of a purchase that goods came for. */
export interface ReceivedLine {
  readonly purchase: number;
  readonly lineNumber: number;
}

/** A shipment of the ERP in terms of the synchronisation; `lineOf` finds the purchase line of an origin. */
export function toGoodsReceipt(
  row: ShipmentRow,
  moves: readonly MovementRow[],
  lineOf: (origin: string | null) => ReceivedLine | undefined,
): SystemGoodsReceipt {
  const input = row['warehouse_input.'].id;
  const put = moves.filter((move) => move['from_location.'].id === input && move.state === 'done');
  const arrived = moves.filter((move) => move['from_location.'].id !== input && move.state === row.state);
  const damaged = new Map(arrived.map(({ id }) => [id, ZERO]));
  for (const move of put.filter(isDamaged)) {
    const from = arrivalOf(move, arrived);
    if (from) damaged.set(from.id, (damaged.get(from.id) ?? ZERO) + amountOf(move));
  }
  const dates = arrived.map(({ effective_date }) => effective_date).filter((date) => date !== null);
  return {
    nativeId: String(row.id),
    number: row.number ?? String(row.id),
    state: row.state === 'cancelled' ? 'cancelled' : 'received',
    sourceVersion: sourceVersionOf([row, ...moves]),
    supplierId: supplierIdOf(row['supplier.']),
    locationId: row['warehouse.'] ? locationIdOf(row['warehouse.']) : undefined,
    receivedOn: row.effective_date ?? dates[0] ?? (row.create_date ?? '').slice(0, 10),
    lines: arrived.map((move) => toLine(move, damaged.get(move.id) ?? ZERO, lineOf(move.origin))),
  };
}

function toLine(move: MovementRow, damaged: Micros, line: ReceivedLine | undefined): SystemGoodsReceiptLine {
  const product = move['product.'];
  return {
    ...(line && { orderNativeId: String(line.purchase), lineNumber: line.lineNumber }),
    itemId: itemIdOf(product),
    quantity: {
      value: decimalText(amountOf(move)),
      unit: unitCodeOf(product['default_uom.'].symbol),
    },
    damaged: decimalText(damaged),
  };
}

const amountOf = ({ internal_quantity }: MovementRow): Micros => quantityMicros(internal_quantity ?? 0);

/** Put where it may not be used: on hold, among what is lost, or to waste. */
const isDamaged = ({ 'to_location.': { code, type, waste_warehouses } }: MovementRow): boolean =>
  isHold(code) || type === 'lost_found' || waste_warehouses.length > 0;

/** Where goods that were put away came in: the ERP names the movement, or else the first of the same product. */
const arrivalOf = (move: MovementRow, arrived: readonly MovementRow[]): MovementRow | undefined =>
  arrived.find(({ id }) => move.origin === `stock.move,${id}`) ??
  arrived.find((other) => other['product.'].id === move['product.'].id);
