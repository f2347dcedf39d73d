import * as z from 'zod';
import {
  forecastComparisonSchema,
  forecastReleaseSchema,
  forecastSeriesSchema,
} from '#core/canonical/forecast.ts';
import { instantSchema } from '#core/kernel/dates.ts';
import { idSchema } from '#core/kernel/identifiers.ts';
import { page, resource } from './resource.ts';

/** What is public of a release; where its chunks lie is not. */
const publicFields = forecastReleaseSchema.pick({
  id: true,
  documentId: true,
  state: true,
  fileName: true,
  horizon: true,
  counts: true,
  total: true,
  itemLocations: true,
  revision: true,
  reasons: true,
  approvedBy: true,
  approvedAt: true,
  receivedAt: true,
});

export const forecastReleaseResource = resource(publicFields.shape);
export const forecastReleasePage = page(forecastReleaseResource);

/** A link with which the holder fetches one file for a short time. */
export const downloadLink = z.object({
  releaseId: idSchema,
  /** Rows in the file: line number, the row as it came, and why it was not taken. */
  rows: z.int().min(0),
  /** The first of them, at most 50. */
  first: z.array(
    z.object({
      line: z.int().min(1),
      code: z.string(),
      reason: z.string(),
      /** As it came, at most 1000 characters. */
      row: z.string(),
    }),
  ),
  url: z.url(),
  expiresAt: instantSchema,
});

/** What to post, and where: an HTML form post with these fields and the file as the last field, named `file`. */
export const forecastUpload = z.object({
  uploadId: idSchema,
  url: z.url(),
  fields: z.record(z.string(), z.string()),
  maximumBytes: z.int().min(1),
  expiresAt: instantSchema,
  /** Goes with the file: the document, the release and its orders carry it. */
  correlationId: z.string(),
});

/** A release beside the baseline it follows; without a baseline everything in it is new. */
export const forecastComparison = z.object(forecastComparisonSchema.shape);

/** One item at one location, in this release and in the baseline it follows. */
export const forecastSeriesAnswer = z.object({
  releaseId: idSchema,
  series: z.object(forecastSeriesSchema.shape).optional(),
  baseline: z
    .object({ releaseId: idSchema, series: z.object(forecastSeriesSchema.shape).optional() })
    .optional(),
});
