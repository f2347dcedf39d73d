import * as z from 'zod';
import type { Reading } from './read-rows.ts';

export const transitRow = z.object({
  id: z.int(),
  product: z.int(),
  to_location: z.int(),
  internal_quantity: z.number().nullable(),
});
export type TransitRow = z.infer<typeof transitRow>;

/** What left one of our locations and did not arrive at another: arrivals to come of shipped internal shipments. */
export const movesInTransit: Reading<TransitRow> = {
  model: 'stock.move',
  domain: [
    ['state', 'in', ['draft', 'assigned']],
    ['shipment.state', '=', 'shipped', 'stock.shipment.internal'],
  ],
  fields: ['product', 'to_location', 'internal_quantity'],
  row: transitRow,
};

/** How much of a product, in base units, is on its way to one of these places. */
export function inTransitTo(
  places: readonly number[],
  moves: readonly TransitRow[],
): ReadonlyMap<number, number> {
  const here = new Set(places);
  const sums = new Map<number, number>();
  for (const { product, to_location, internal_quantity } of moves) {
    if (here.has(to_location)) sums.set(product, (sums.get(product) ?? 0) + (internal_quantity ?? 0));
  }
  return sums;
}
