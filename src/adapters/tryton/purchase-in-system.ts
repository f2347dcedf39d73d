import * as z from 'zod';
import { type Micros, multiply, ZERO } from '#core/kernel/decimal.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { TrytonClient } from './client.ts';
import { numbered } from './line-numbers.ts';
import { recordNumber } from './native-numbers.ts';
import { purchaseState } from './order-state.ts';
import { allRows, type Reading } from './read-rows.ts';
import { decimalValue, quantityMicros, quantityValue } from './wire.ts';

const purchaseRow = z.object({
  id: z.int(),
  number: z.string().nullable(),
  reference: z.string().nullable(),
  state: purchaseState,
  party: z.int(),
  invoice_party: z.int().nullable(),
  invoice_address: z.int().nullable(),
  payment_term: z.int().nullable(),
  'currency.': z.object({ id: z.int(), code: z.string() }),
  _timestamp: z.union([z.string(), z.number()]).nullable(),
});
type PurchaseRow = z.infer<typeof purchaseRow>;

const lineRow = z.object({
  id: z.int(),
  purchase: z.int(),
  sequence: z.int().nullable(),
  quantity: quantityValue,
  unit_price: decimalValue,
  description: z.string().nullable(),
  product_supplier: z.int().nullable(),
  taxes: z.array(z.int()),
  'product.': z.object({ id: z.int() }),
  'unit.': z.object({ id: z.int(), symbol: z.string(), factor: z.number() }),
});
type LineRow = z.infer<typeof lineRow>;

/** A line of a purchase as it stands in the ERP. */
export interface PurchaseLineInSystem extends LineRow {
  readonly lineNumber: number;
  /** What has arrived, in the base unit. */
  readonly received: Micros;
}

export interface PurchaseInSystem extends PurchaseRow {
  readonly lines: readonly PurchaseLineInSystem[];
}

const purchases = (ids: readonly number[]): Reading<PurchaseRow> => ({
  model: 'purchase.purchase',
  domain: [['id', 'in', ids]],
  fields: [
    ...['number', 'reference', 'state', 'party', 'invoice_party', 'invoice_address', 'payment_term'],
    ...['currency.code', '_timestamp'],
  ],
  row: purchaseRow,
});

const linesOf = (ids: readonly number[]): Reading<LineRow> => ({
  model: 'purchase.line',
  domain: [
    ['purchase', 'in', ids],
    ['type', '=', 'line'],
    ['product.type', '=', 'goods'],
  ],
  fields: [
    ...['purchase', 'sequence', 'quantity', 'unit_price', 'description', 'product_supplier', 'taxes'],
    ...['product.id', 'unit.symbol', 'unit.factor'],
  ],
  row: lineRow,
});

const moveRow = z.object({
  id: z.int(),
  origin: z.string(),
  quantity: z.number(),
  'unit.': z.object({ factor: z.number() }),
});

const arrivals = (lines: readonly LineRow[]): Reading<z.infer<typeof moveRow>> => ({
  model: 'stock.move',
  domain: [
    ['origin', 'in', lines.map(({ id }) => `purchase.line,${id}`)],
    ['state', '=', 'done'],
  ],
  fields: ['origin', 'quantity', 'unit.factor'],
  row: moveRow,
});

/** Purchases as they stand in the ERP, by native id. `system-refused` names one that is not there. */
export async function purchasesInSystem(
  client: TrytonClient,
  nativeIds: readonly string[],
): Promise<Result<ReadonlyMap<string, PurchaseInSystem>>> {
  const ids = nativeIds.map((nativeId) => recordNumber(nativeId) ?? -1);
  const heads = await allRows(client, purchases(ids));
  if (!heads.ok) return heads;
  const missing = nativeIds.find((nativeId) => heads.value.every(({ id }) => String(id) !== nativeId));
  if (missing !== undefined) {
    return fail(problem('system-refused', `There is no purchase ${missing} in the ERP.`));
  }
  const lines = await allRows(client, linesOf(ids));
  if (!lines.ok) return lines;
  const moves = lines.value.length === 0 ? ok([]) : await allRows(client, arrivals(lines.value));
  if (!moves.ok) return moves;
  const received = (line: LineRow): Micros =>
    moves.value
      .filter(({ origin }) => origin === `purchase.line,${line.id}`)
      .reduce((sum, move) => sum + inBase(move.quantity, move['unit.'].factor), ZERO);
  return ok(
    new Map(
      heads.value.map((head) => {
        const own = lines.value.filter(({ purchase }) => purchase === head.id);
        const known = numbered(own, head.reference).map(({ line, lineNumber }) => ({
          ...{ ...line, lineNumber, received: received(line) },
        }));
        return [String(head.id), { ...head, lines: known }];
      }),
    ),
  );
}

const inBase = (quantity: number, factor: number): Micros =>
  multiply(quantityMicros(quantity), quantityMicros(factor));
