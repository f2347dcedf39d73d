import * as z from 'zod';
import { instantSchema } from '#core/kernel/dates.ts';

/** Where a record comes from: which system, which state of it there, which document brought it, and when. */
export const provenanceSchema = z.strictObject({
  system: z.string().min(1).max(40),
  /** The source's own version, sequence or timestamp of the record: an older one never overwrites a newer one. */
  sourceVersion: z.string().max(80).optional(),
  documentId: z.string().max(100).optional(),
  receivedAt: instantSchema,
});
export type Provenance = z.infer<typeof provenanceSchema>;
