import * as z from 'zod';
import type { Candidate, CandidateBody } from '#business/master-data/ports.ts';
import { itemLocationId } from '#core/canonical/inventory.ts';
import type { StockedRow } from './inventory-positions.ts';
import { itemIdOf } from './items.ts';
import type { Reading } from './read-rows.ts';
import { sourceVersionOf, stampFields, stamps } from './source-version.ts';
import { quantityValue } from './wire.ts';

export const orderPointRow = z.object({
  id: z.int(),
  product: z.int(),
  location: z.int(),
  min_quantity: quantityValue.nullable(),
  ...stamps,
});
export type OrderPointRow = z.infer<typeof orderPointRow>;

export const orderPoints = (company: number): Reading<OrderPointRow> => ({
  model: 'stock.order_point',
  domain: [
    ['type', '=', 'purchase'],
    ['company', '=', company],
  ],
  fields: ['product', 'location', 'min_quantity', ...stampFields],
  row: orderPointRow,
});

/** The least an order point wants on the shelf is the safety stock; without one it is nothing, and planned all the same. */
export function toPolicy(
  product: StockedRow,
  locationId: string,
  point: OrderPointRow | undefined,
): Candidate {
  const itemId = itemIdOf(product);
  const body = {
    itemId,
    locationId,
    method: 'time_phased',
    safetyStock: point?.min_quantity ?? '0',
    eligible: true,
  } satisfies { [K in keyof CandidateBody['inventoryPolicies']]: unknown };
  return {
    id: itemLocationId(itemId, locationId),
    body,
    ...(point ? { sourceVersion: sourceVersionOf([point]) } : {}),
  };
}
