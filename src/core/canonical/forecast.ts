import * as z from 'zod';
import { dateSchema, instantSchema } from '#core/kernel/dates.ts';
import { decimalSchema } from '#core/kernel/decimal.ts';
import { idSchema } from '#core/kernel/identifiers.ts';
import { unitSchema } from '#core/kernel/quantity.ts';

export const forecastKinds = ['baseline', 'promotion', 'override'] as const;

/** What is expected to leave one location of one item in the week that starts on `bucket` (a Monday). */
export const forecastLineSchema = z.strictObject({
  itemId: idSchema,
  locationId: idSchema,
  bucket: dateSchema,
  quantity: decimalSchema,
  unit: unitSchema,
  kind: z.enum(forecastKinds),
});

/** The checked forecast of one item at one location: one quantity a week from `from` (a Monday), in the base unit. */
export const forecastSeriesSchema = z.strictObject({
  itemId: idSchema,
  locationId: idSchema,
  unit: unitSchema,
  from: dateSchema,
  quantities: z.array(decimalSchema).min(1).max(156),
});
export type ForecastSeries = z.infer<typeof forecastSeriesSchema>;

/** Received = applied + rejected + quarantined + in flight, per line, always. */
export const lineCountsSchema = z.strictObject({
  received: z.int().min(0),
  applied: z.int().min(0),
  rejected: z.int().min(0),
  quarantined: z.int().min(0),
  inFlight: z.int().min(0),
});
export type LineCounts = z.infer<typeof lineCountsSchema>;

/** An object in the work bucket: immutable, with what proves it whole. */
export const workObjectSchema = z.strictObject({
  key: z.string().min(1).max(500),
  sha256: z.string().length(64),
  rows: z.int().min(0),
});
export type WorkObject = z.infer<typeof workObjectSchema>;

/** What a release changes against the baseline it follows. */
export const revisionSchema = z.strictObject({
  against: idSchema,
  /** Item-locations with other quantities, new ones, and ones no longer covered. */
  changed: z.int().min(0),
  added: z.int().min(0),
  dropped: z.int().min(0),
  totalBefore: decimalSchema,
  totalAfter: decimalSchema,
});
export type ForecastRevision = z.infer<typeof revisionSchema>;

/** A release beside the baseline it follows. Quantities are in base units. */
export const forecastComparisonSchema = z.strictObject({
  against: idSchema.optional(),
  /** Sums of all item-locations, by week. */
  weeks: z
    .array(z.strictObject({ bucket: dateSchema, before: decimalSchema, after: decimalSchema }))
    .max(313),
  /** The item-locations it changes most, by the absolute difference of their totals. */
  largest: z
    .array(
      z.strictObject({
        itemId: idSchema,
        locationId: idSchema,
        unit: unitSchema,
        what: z.enum(['changed', 'added', 'dropped']),
        before: decimalSchema,
        after: decimalSchema,
      }),
    )
    .max(200),
});
export type ForecastComparison = z.infer<typeof forecastComparisonSchema>;

/**
 * A forecast release and its life: received → validated → approved (the baseline) → superseded; `held` waits for
 * a planner because it departs too far from the baseline; `rejected` never counts.
 */
export const forecastReleaseSchema = z.strictObject({
  id: idSchema,
  documentId: idSchema,
  state: z.enum(['received', 'validated', 'held', 'approved', 'superseded', 'rejected']),
  fileName: z.string().min(1).max(300),
  horizon: z.strictObject({ from: dateSchema, to: dateSchema, buckets: z.int().min(1).max(156) }).optional(),
  counts: lineCountsSchema,
  /** Sum of all applied quantities, in base units: a measure of size, not of goods. */
  total: decimalSchema.optional(),
  itemLocations: z.int().min(0).optional(),
  /** Lists the chunk objects; line counts and hashes are in it. */
  manifest: workObjectSchema.optional(),
  quarantine: workObjectSchema.optional(),
  /** What it changes, week by week and for the item-locations it changes most (`forecastComparisonSchema`). */
  comparison: workObjectSchema.optional(),
  revision: revisionSchema.optional(),
  /** Why it is held or rejected, in sentences. */
  reasons: z.array(z.string().max(500)).max(20),
  approvedBy: z.string().max(120).optional(),
  approvedAt: instantSchema.optional(),
  receivedAt: instantSchema,
});
export type ForecastRelease = z.infer<typeof forecastReleaseSchema>;

/** The baseline in force: which release it is. One record, id `baseline`. */
export const forecastBaselineSchema = z.strictObject({
  id: idSchema,
  releaseId: idSchema,
  since: instantSchema,
});
