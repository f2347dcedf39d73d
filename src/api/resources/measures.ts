import * as z from 'zod';
import { dimensions } from '#core/canonical/figures.ts';
import { sourceStatusSchema } from '#core/canonical/source-status.ts';
import { dateSchema, instantSchema } from '#core/kernel/dates.ts';

/** What a measure can be broken down by. */
export const dimensionSchema = z.enum(dimensions);

/** Where the records behind a figure are: a page of the console and its filter, as `/exceptions?state=open`. */
const link = z.string().regex(/^\/[^\s]*$/);

/** `ratio` is a share from 0 to 1; absent where nothing was counted. */
const figure = {
  id: z.string(),
  title: z.string(),
  unit: z.enum(['ratio', 'count', 'seconds']),
  value: z.number().optional(),
  numerator: z.number(),
  denominator: z.number().optional(),
  /** What it counts and what it leaves out, in one sentence. */
  definition: z.string(),
  /** The way it should go. */
  better: z.enum(['higher', 'lower']),
  /** What it can be broken down by. */
  dimensions: z.array(dimensionSchema),
};

const day = z.object({
  day: dateSchema,
  value: z.number().optional(),
  numerator: z.number(),
  denominator: z.number().optional(),
});

export const overview = z.object({
  asOf: instantSchema,
  from: dateSchema,
  to: dateSchema,
  measures: z.array(z.object({ ...figure, days: z.array(day), link })),
  /** What waits for somebody or something now, by whom or what. */
  waiting: z.array(
    z.object({
      /** `exceptions`, `dead-letters`, `postings`, `proposals`, `documents-parked`. */
      what: z.string(),
      title: z.string(),
      /** Owner, queue, or system and lane. */
      by: z.string(),
      count: z.int(),
      oldestDay: dateSchema.optional(),
      /** By the day it began. */
      byDay: z.array(z.object({ day: dateSchema, count: z.int() })),
      link,
    }),
  ),
  sources: z.array(
    z.object({
      ...sourceStatusSchema.shape,
      freshness: z.enum(['fresh', 'lagging', 'stale']),
      ageSeconds: z.int().min(0).optional(),
    }),
  ),
});

export const measureSeries = z.object({
  ...figure,
  dimension: dimensionSchema,
  from: dateSchema,
  to: dateSchema,
  /** One entry when a value was asked for, else one for each value there is, at most 200. */
  values: z.array(
    z.object({
      of: z.string(),
      value: z.number().optional(),
      numerator: z.number(),
      denominator: z.number().optional(),
      days: z.array(day),
      link,
    }),
  ),
});

export const found = z.object({
  entries: z.array(
    z.object({
      type: z.string(),
      id: z.string(),
      /** What it is, in words: `Purchase order PO-2026-0017`. */
      title: z.string(),
      /** What of it matched: `order number`, `control number`, `file name`. */
      matched: z.string(),
      at: instantSchema.optional(),
    }),
  ),
});
