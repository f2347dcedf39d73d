/** What a forecast release leaves in the work bucket: its objects' names and the shape of those that tell of others. */
import * as z from 'zod';
import { type forecastKinds, workObjectSchema } from '#core/canonical/forecast.ts';
import { dateSchema } from '#core/kernel/dates.ts';
import { derivedId, idSchema } from '#core/kernel/identifiers.ts';

export type ForecastKind = (typeof forecastKinds)[number];

/** The release that a document becomes: the same one however often it is computed; another after a rejection. */
export const releaseIdOf = (documentId: string, attempt = 1): string =>
  attempt === 1 ? derivedId('fr', documentId) : derivedId('fr', documentId, String(attempt));

/** Keys in the work bucket. */
export const releaseKeys = {
  manifest: (releaseId: string) => `releases/${releaseId}/manifest.json`,
  /** CSV with the one column `partition`: what the workflow maps over. */
  partitions: (releaseId: string) => `releases/${releaseId}/partitions.csv`,
  rows: (releaseId: string, partition: number, part: number) =>
    `releases/${releaseId}/rows/${partition}/${part}.csv`,
  /** One `ForecastSeries` a line, ordered by item, then location. Every partition has one, if only an empty one. */
  series: (releaseId: string, partition: number) => `releases/${releaseId}/series/${partition}.ndjson`,
  result: (releaseId: string, partition: number) => `releases/${releaseId}/results/${partition}.json`,
  splitQuarantine: (releaseId: string, part: number) =>
    `releases/${releaseId}/quarantine/file-${part}.ndjson`,
  chunkQuarantine: (releaseId: string, partition: number) =>
    `releases/${releaseId}/quarantine/partition-${partition}.ndjson`,
  /** What it changes (`ForecastComparison`). */
  comparison: (releaseId: string) => `releases/${releaseId}/comparison.json`,
  /** Every quarantined row of the release, ordered by line. */
  quarantine: (releaseId: string) => `releases/${releaseId}/quarantine.ndjson`,
} as const;

/** An object of the work bucket that is read in pieces, so its size is known beforehand. */
export const sizedObjectSchema = workObjectSchema.extend({ bytes: z.int().min(0) });
export type SizedObject = z.infer<typeof sizedObjectSchema>;

/**
 * What the splitter made of a file: `received` rows, of which `quarantined` are bad by themselves and the others
 * are in `parts`, each part with the rows of one partition.
 */
export const releaseManifestSchema = z.strictObject({
  releaseId: idSchema,
  documentId: idSchema,
  /** The Monday that the horizon was counted from. */
  referenceWeek: dateSchema,
  partitions: z.int().min(1).max(256),
  received: z.int().min(1),
  quarantined: z.int().min(0),
  parts: z.array(sizedObjectSchema.extend({ partition: z.int().min(0).max(255) })),
  /** In the order of their lines. */
  quarantine: z.array(sizedObjectSchema),
});
export type ReleaseManifest = z.infer<typeof releaseManifestSchema>;

/** The sums of a partition's quantities in weeks one after the other, in millionths of base units. */
const weeklySumsSchema = z.strictObject({
  from: dateSchema,
  sums: z.array(z.string().regex(/^\d{1,30}$/)).max(313),
});
export type WeeklySums = z.infer<typeof weeklySumsSchema>;

/** What became of the rows of one partition. */
export const chunkResultSchema = z.strictObject({
  partition: z.int().min(0).max(255),
  received: z.int().min(0),
  applied: z.int().min(0),
  rejected: z.int().min(0),
  quarantined: z.int().min(0),
  itemLocations: z.int().min(0),
  /** Sum of all quantities, in millionths of base units: it may have more digits than a decimal of a record. */
  totalMicros: z.string().regex(/^\d{1,30}$/),
  /** First and last bucket, where there is one. */
  from: dateSchema.optional(),
  to: dateSchema.optional(),
  /** By week, where there is one. */
  weeks: weeklySumsSchema.optional(),
  series: sizedObjectSchema,
  quarantine: sizedObjectSchema.optional(),
});
export type ChunkResult = z.infer<typeof chunkResultSchema>;

/** One row that does not count, and why: a line of a quarantine object. */
export const quarantinedRowSchema = z.strictObject({
  line: z.int().min(1),
  code: z.string(),
  reason: z.string(),
  /** The row as text, at most its first 1,000 characters. */
  row: z.string().max(1000),
});
export type QuarantinedRow = z.infer<typeof quarantinedRowSchema>;
