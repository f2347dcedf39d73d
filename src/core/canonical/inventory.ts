import * as z from 'zod';
import { instantSchema } from '#core/kernel/dates.ts';
import { decimalSchema } from '#core/kernel/decimal.ts';
import { idSchema } from '#core/kernel/identifiers.ts';
import { unitSchema } from '#core/kernel/quantity.ts';
import { provenanceSchema } from './provenance.ts';

/** The key of what concerns one item at one location: `item@location`. */
export const itemLocationId = (itemId: string, locationId: string): string => `${itemId}@${locationId}`;

/** Stock of one item at one location by state, in the item's base unit. Its id is `item@location`. */
export const inventoryPositionSchema = z.strictObject({
  id: idSchema,
  itemId: idSchema,
  locationId: idSchema,
  unit: unitSchema,
  onHand: decimalSchema,
  /** Part of on hand that is promised to orders. */
  allocated: decimalSchema,
  /** Part of on hand that may not be used: hold, quality, expired. */
  onHold: decimalSchema,
  /** On its way between our own locations. */
  inTransit: decimalSchema,
  asOf: instantSchema,
  provenance: provenanceSchema,
});
export type InventoryPosition = z.infer<typeof inventoryPositionSchema>;

/** How one item is kept at one location. Its id is `item@location`. */
export const inventoryPolicySchema = z.strictObject({
  id: idSchema,
  itemId: idSchema,
  locationId: idSchema,
  method: z.enum(['time_phased', 'none']),
  /** In the item's base unit. */
  safetyStock: decimalSchema,
  /** Whether the location may stock the item at all. */
  eligible: z.boolean(),
  provenance: provenanceSchema,
});
export type InventoryPolicy = z.infer<typeof inventoryPolicySchema>;
