import * as z from 'zod';
import { dateSchema } from '#core/kernel/dates.ts';
import { decimalSchema } from '#core/kernel/decimal.ts';
import { idSchema } from '#core/kernel/identifiers.ts';
import { unitSchema } from '#core/kernel/quantity.ts';
import { MOST, numberSchema } from './trade.ts';

/** Both days belong to it. */
export const periodSchema = z
  .strictObject({ from: dateSchema, to: dateSchema })
  .refine(({ from, to }) => from <= to, 'must not end before it begins');
export type Period = z.infer<typeof periodSchema>;

/** What is wanted in one period, delivered at the location, in the item's purchase unit. */
export const plannedBucketSchema = z.strictObject({
  period: periodSchema,
  quantity: decimalSchema,
  /** `firm` inside the supplier's fence: the supplier may make and ship it; `planning` beyond: nobody is bound. */
  commitment: z.enum(['firm', 'planning']),
});
export type PlannedBucket = z.infer<typeof plannedBucketSchema>;

/** What has arrived so far, by which both sides see what is still on its way. */
export const receivedSoFarSchema = z.strictObject({
  /** All that arrived in a period, mostly since the year began. */
  cumulative: z.strictObject({ quantity: decimalSchema, period: periodSchema }),
  last: z
    .strictObject({
      quantity: decimalSchema,
      date: dateSchema,
      /** The supplier's number of that shipment. */
      shipment: numberSchema.optional(),
    })
    .optional(),
});

export const plannedItemSchema = z.strictObject({
  itemId: idSchema,
  /** The unit it is purchased in: of the buckets and of what was received. */
  unit: unitSchema,
  buckets: z
    .array(plannedBucketSchema)
    .min(1)
    .max(MOST)
    .refine(
      (buckets) => buckets.every(({ period }, i) => period.from > (buckets[i - 1]?.period.to ?? '')),
      'must be in the order of their periods, which may not overlap',
    ),
  received: receivedSoFarSchema.optional(),
});
export type PlannedItem = z.infer<typeof plannedItemSchema>;

/**
 * What we plan to order from one supplier for one location (830, DELFOR): planned orders, net of the orders that are
 * open, never our own sales forecast. A release says everything it knows: what an earlier one said and this one does
 * not is no longer planned.
 */
export const planningScheduleSchema = z.strictObject({
  /** Of this release: a higher one replaces it. */
  number: numberSchema,
  /** The release before, which this one replaces; absent for the first. */
  replaces: numberSchema.optional(),
  issuedOn: dateSchema,
  /** The days it looks at. */
  horizon: periodSchema,
  supplierId: idSchema,
  locationId: idSchema,
  items: z.array(plannedItemSchema).min(1).max(MOST),
});
export type PlanningSchedule = z.infer<typeof planningScheduleSchema>;
