import * as z from 'zod';
import type { Candidate, CandidateBody } from '#business/master-data/ports.ts';
import { itemLocationId } from '#core/canonical/inventory.ts';
import { dateOfInstant, type Instant } from '#core/kernel/dates.ts';
import { decimalText } from '#core/kernel/decimal.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import type { TrytonClient } from './client.ts';
import { itemIdOf } from './items.ts';
import type { Reading } from './read-rows.ts';
import { unitCodeOf } from './units.ts';
import { quantityMicros, wireDate } from './wire.ts';

/** What of a product its stock needs. */
export const stockedRow = z.object({
  id: z.int(),
  code: z.string().nullable(),
  'default_uom.': z.object({ symbol: z.string() }),
});
export type StockedRow = z.infer<typeof stockedRow>;

export const stockedProducts: Reading<StockedRow> = {
  model: 'product.product',
  domain: [
    ['type', '=', 'goods'],
    ['consumable', '=', false],
  ],
  fields: ['code', 'default_uom.symbol'],
  row: stockedRow,
};

/** The storage locations of one warehouse: all of them, and those nothing may be taken from. */
export interface Shelves {
  readonly locationId: string;
  readonly all: readonly number[];
  readonly hold: readonly number[];
}

/** Stock by product number, in base units. */
export type Quantities = ReadonlyMap<number, number>;

export interface StockReading {
  readonly onHand: Quantities;
  /** On hand without what is assigned to moves that leave. */
  readonly unassigned: Quantities;
  readonly onHold: Quantities;
}

const quantityRow = z.object({ id: z.int(), quantity: z.number() });

/** Stock of some products on the shelves of one warehouse, at the end of the day of `asOf`. */
export async function readStock(
  client: TrytonClient,
  shelves: Shelves,
  products: readonly number[],
  asOf: Instant,
): Promise<Result<StockReading>> {
  const quantitiesOn = async (
    locations: readonly number[],
    assigned: boolean,
  ): Promise<Result<Quantities>> => {
    if (locations.length === 0) return ok(new Map());
    const rows = await client.read({
      method: 'model.product.product.read',
      params: [products, ['quantity']],
      answer: z.array(quantityRow),
      context: {
        locations,
        // Each location is named, so none counts twice.
        with_childs: false,
        stock_date_end: wireDate(dateOfInstant(asOf)),
        stock_assign: assigned,
        active_test: false,
      },
    });
    return rows.ok ? ok(new Map(rows.value.map(({ id, quantity }) => [id, quantity]))) : rows;
  };
  const onHand = await quantitiesOn(shelves.all, false);
  if (!onHand.ok) return onHand;
  const unassigned = await quantitiesOn(shelves.all, true);
  if (!unassigned.ok) return unassigned;
  const onHold = await quantitiesOn(shelves.hold, false);
  return onHold.ok
    ? ok({ onHand: onHand.value, unassigned: unassigned.value, onHold: onHold.value })
    : onHold;
}

export function toPosition(
  row: StockedRow,
  { locationId }: Shelves,
  { onHand, unassigned, onHold }: StockReading,
  { inTransit, asOf }: { readonly inTransit: number; readonly asOf: Instant },
): Candidate {
  const itemId = itemIdOf(row);
  const { symbol } = row['default_uom.'];
  const of = (quantities: Quantities): number => quantities.get(row.id) ?? 0;
  const body = {
    itemId,
    locationId,
    unit: unitCodeOf(symbol) ?? symbol,
    onHand: text(of(onHand)),
    allocated: text(Math.max(0, of(onHand) - of(unassigned))),
    onHold: text(of(onHold)),
    inTransit: text(inTransit),
    asOf,
  } satisfies { [K in keyof CandidateBody['inventoryPositions']]: unknown };
  return { id: itemLocationId(itemId, locationId), body };
}

const text = (quantity: number): string => decimalText(quantityMicros(quantity));
