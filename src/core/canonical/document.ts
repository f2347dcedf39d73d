import * as z from 'zod';
import { instantSchema } from '#core/kernel/dates.ts';
import { idSchema } from '#core/kernel/identifiers.ts';

/** Whatever arrived, kept unchanged once by its content. Its id is `doc-` and the SHA-256 of the content. */
export const documentSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(['forecast-file', 'edi-interchange']),
  state: z.enum(['received', 'in_progress', 'applied', 'rejected']),
  /** The first name it arrived under; after a rejection, that of the drop which opened it again. */
  fileName: z.string().min(1).max(300),
  sizeBytes: z.int().min(0),
  sha256: z.string().length(64),
  /** Where the unchanged content is kept in the documents bucket. */
  contentKey: z.string().min(1).max(500),
  /** Where the manifest dropped beside it is kept. */
  manifestKey: z.string().min(1).max(500).optional(),
  /** Which time it is worked on: what was rejected is opened again by the next drop. */
  attempt: z.int().min(2).optional(),
  arrivals: z.int().min(1),
  /** The last drops of this content, newest first, so that a repeated notification of one is no arrival. */
  recentDrops: z.array(idSchema).max(20).optional(),
  /** What became of it: the record it turned into. */
  resultId: idSchema.optional(),
  /** Why it was rejected: problem code and sentence. */
  rejection: z.strictObject({ code: z.string(), detail: z.string().max(1000) }).optional(),
  receivedAt: instantSchema,
  receivedFrom: z.string().max(120),
});
export type Document = z.infer<typeof documentSchema>;
