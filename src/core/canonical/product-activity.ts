import * as z from 'zod';
import { dateSchema } from '#core/kernel/dates.ts';
import { decimalSchema } from '#core/kernel/decimal.ts';
import { idSchema } from '#core/kernel/identifiers.ts';
import { unitSchema } from '#core/kernel/quantity.ts';
import { periodSchema } from './planning-schedule.ts';
import { MOST, numberSchema } from './trade.ts';

/**
 * What a quantity counts. The first three happened in the period, the others stand at its end: `on_hand` is all that
 * is there, `available` what of it may be sold, `allocated` and `on_hold` what of it may not; `in_transit` is between
 * our own locations, `on_order` ordered and not received.
 */
export const activityKinds = [
  'sold',
  'returned',
  'received',
  'on_hand',
  'available',
  'allocated',
  'on_hold',
  'in_transit',
  'on_order',
] as const;
export type ActivityKind = (typeof activityKinds)[number];

export const itemActivitySchema = z.strictObject({
  itemId: idSchema,
  unit: unitSchema,
  /** What is not known is not there, and zero is a figure. */
  activities: z
    .array(z.strictObject({ kind: z.enum(activityKinds), quantity: decimalSchema }))
    .min(1)
    .max(activityKinds.length)
    .refine(
      (activities) => new Set(activities.map(({ kind }) => kind)).size === activities.length,
      'must have each kind once',
    ),
});
export type ItemActivity = z.infer<typeof itemActivitySchema>;

/** What of a supplier's items sold and stands where, in one period (852, SLSRPT). */
export const productActivitySchema = z.strictObject({
  number: numberSchema,
  issuedOn: dateSchema,
  period: periodSchema,
  supplierId: idSchema,
  locations: z
    .array(z.strictObject({ locationId: idSchema, items: z.array(itemActivitySchema).min(1).max(MOST) }))
    .min(1)
    .max(MOST),
});
export type ProductActivity = z.infer<typeof productActivitySchema>;
