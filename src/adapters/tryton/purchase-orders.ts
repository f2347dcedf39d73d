import * as z from 'zod';
import type {
  SystemPurchaseOrder,
  SystemPurchaseOrderLine,
  SystemPurchaseOrderState,
} from '#business/purchasing/ports.ts';
import { decimalText, type Micros, micros, multiply, ZERO } from '#core/kernel/decimal.ts';
import { currencySchema } from '#core/kernel/money.ts';
import { itemIdOf } from './items.ts';
import { numbered } from './line-numbers.ts';
import { locationIdOf } from './locations.ts';
import { purchaseState } from './order-state.ts';
import type { Reading } from './read-rows.ts';
import { type Stamped, sourceVersionOf, stampFields, stamps } from './source-version.ts';
import { supplierIdOf } from './suppliers.ts';
import { unitCodeOf } from './units.ts';
import { dateValue, decimalValue, quantityMicros, quantityValue } from './wire.ts';

const coded = z.object({ id: z.int(), code: z.string().nullable() });
const unitRow = z.object({ symbol: z.string(), factor: z.number() });

export const orderRow = z.object({
  id: z.int(),
  number: z.string().nullable(),
  reference: z.string().nullable(),
  state: purchaseState,
  'party.': coded,
  'warehouse.': coded.nullable(),
  'currency.': z.object({ code: z.string() }),
  purchase_date: dateValue.nullable(),
  untaxed_amount: decimalValue,
  ...stamps,
});
export type OrderRow = z.infer<typeof orderRow>;

export const orderLineRow = z.object({
  id: z.int(),
  purchase: z.int(),
  sequence: z.int().nullable(),
  quantity: quantityValue,
  unit_price: decimalValue,
  'product.': coded,
  'unit.': unitRow,
  delivery_date: dateValue.nullable(),
  delivery_date_store: dateValue.nullable(),
  ...stamps,
});
export type OrderLineRow = z.infer<typeof orderLineRow>;

export const receiptRow = z.object({
  id: z.int(),
  origin: z.string(),
  state: z.enum(['staging', 'draft', 'assigned', 'done', 'cancelled']),
  quantity: z.number(),
  'unit.': z.object({ factor: z.number() }),
  planned_date: dateValue.nullable(),
  ...stamps,
});
export type ReceiptRow = z.infer<typeof receiptRow>;

/** Orders of a domain of the ERP. */
export const orders = (domain: readonly unknown[]): Reading<OrderRow> => ({
  model: 'purchase.purchase',
  domain,
  fields: [
    ...['number', 'reference', 'state', 'party.code', 'warehouse.code', 'currency.code'],
    ...['purchase_date', 'untaxed_amount', ...stampFields],
  ],
  row: orderRow,
});

/** The lines with goods of some orders. */
export const orderLines = (purchases: readonly number[]): Reading<OrderLineRow> => ({
  model: 'purchase.line',
  domain: [
    ['purchase', 'in', purchases],
    ['type', '=', 'line'],
    ['product.type', '=', 'goods'],
  ],
  fields: [
    ...['purchase', 'sequence', 'quantity', 'unit_price', 'product.code', 'unit.symbol', 'unit.factor'],
    ...['delivery_date', 'delivery_date_store', ...stampFields],
  ],
  row: orderLineRow,
});

export const originOf = (line: number): string => `purchase.line,${line}`;

/** What came, and what is to come, for some order lines. */
export const receipts = (lines: readonly number[]): Reading<ReceiptRow> => ({
  model: 'stock.move',
  domain: [['origin', 'in', lines.map(originOf)]],
  fields: ['origin', 'state', 'quantity', 'unit.factor', 'planned_date', ...stampFields],
  row: receiptRow,
});

export interface OrderParts {
  readonly lines: readonly OrderLineRow[];
  /** By line number. */
  readonly receipts: ReadonlyMap<number, readonly ReceiptRow[]>;
}

/** An order of the ERP with its lines and receipts, in terms of the synchronisation; undefined without goods. */
export function toPurchaseOrder(row: OrderRow, parts: OrderParts): SystemPurchaseOrder | undefined {
  const currency = currencySchema.safeParse(row['currency.'].code).data;
  const sorted = numbered(parts.lines, row.reference);
  const made = sorted.map(({ line, lineNumber }) => {
    const moves = parts.receipts.get(line.id) ?? [];
    return toLine(row, line, { moves, currency, lineNumber });
  });
  if (made.length === 0) return undefined;
  const dates = sorted.map(({ line }) => line.delivery_date_store).filter((date) => date !== null);
  const moves = [...parts.receipts.values()].flat();
  const written: readonly Stamped[] = [row, ...parts.lines, ...moves];
  return {
    nativeId: String(row.id),
    ...(row.number === null ? {} : { number: row.number }),
    ...(row.reference === null ? {} : { reference: row.reference }),
    state: stateOf(row, moves, made),
    sourceVersion: sourceVersionOf(written),
    supplierId: supplierIdOf(row['party.']),
    locationId: row['warehouse.'] ? locationIdOf(row['warehouse.']) : undefined,
    orderDate: row.purchase_date ?? dates[0] ?? (row.create_date ?? '').slice(0, 10),
    total: currency && { amount: row.untaxed_amount, currency },
    lines: made,
  };
}

function stateOf(
  { state }: OrderRow,
  moves: readonly ReceiptRow[],
  lines: readonly SystemPurchaseOrderLine[],
): SystemPurchaseOrderState {
  if (state === 'draft' || state === 'quotation') return 'draft';
  if (state === 'cancelled') return 'cancelled';
  const anyReceived = moves.some((move) => move.state === 'done');
  const anyOpen = lines.some(({ openQuantity }) => micros(openQuantity) > ZERO);
  if (anyOpen) return anyReceived ? 'part_received' : 'confirmed';
  return anyReceived ? 'received' : 'cancelled';
}

interface LineSurroundings {
  readonly moves: readonly ReceiptRow[];
  readonly currency: ReturnType<typeof currencySchema.parse> | undefined;
  readonly lineNumber: number;
}

function toLine(
  { state }: OrderRow,
  line: OrderLineRow,
  { moves, currency, lineNumber }: LineSurroundings,
): SystemPurchaseOrderLine {
  const unit = unitCodeOf(line['unit.'].symbol);
  const price = currency && unit && { amount: line.unit_price, currency, per: { value: '1', unit } };
  const pending = moves.filter((move) => move.state !== 'done' && move.state !== 'cancelled');
  const planned = pending.map(({ planned_date }) => planned_date).filter((date) => date !== null);
  const promised = planned.toSorted().at(-1) ?? line.delivery_date_store ?? line.delivery_date;
  return {
    lineNumber,
    itemId: itemIdOf(line['product.']),
    quantity: { value: line.quantity, unit },
    openQuantity: state === 'cancelled' ? '0' : openQuantity(line, moves, pending),
    price,
    ...(line.delivery_date_store === null ? {} : { requestedDate: line.delivery_date_store }),
    ...(promised === null ? {} : { promisedDate: promised }),
  };
}

/** What moves still to come bring, in the unit of the line; all of it while the ERP has made none yet. */
function openQuantity(
  line: OrderLineRow,
  moves: readonly ReceiptRow[],
  pending: readonly ReceiptRow[],
): string {
  if (moves.length === 0) return line.quantity;
  const ofLine = quantityMicros(line['unit.'].factor);
  const sum = pending.reduce((total: Micros, move) => {
    const base = multiply(quantityMicros(move.quantity), quantityMicros(move['unit.'].factor));
    return total + base;
  }, ZERO);
  return decimalText((sum * 1_000_000n) / ofLine);
}
