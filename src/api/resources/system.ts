import * as z from 'zod';
import { systemSchema } from '#core/canonical/settings.ts';
import { sourceStatusSchema } from '#core/canonical/source-status.ts';
import { instantSchema } from '#core/kernel/dates.ts';

export const system = z.object({
  ...systemSchema.shape,
  /** Of its setting. */
  version: z.int().min(1),
  /** `open`: it was not to be used, nothing is sent until `until`, then it is tried. */
  breaker: z.object({
    state: z.enum(['closed', 'open']),
    since: instantSchema.optional(),
    until: instantSchema.optional(),
    because: z.string().optional(),
  }),
  sources: z.array(sourceStatusSchema),
});
export const systemList = z.object({ entries: z.array(system) });

export const systemWithPostings = system.extend({
  /** What is to be done about postings of it, the soonest first, at most 100. */
  postings: z.array(
    z.object({
      effectId: z.string(),
      operation: z.string(),
      documentId: z.string(),
      /** The purchase order whose postings keep their order among each other. */
      laneId: z.string(),
      state: z.string(),
      attempts: z.int(),
      dueAt: instantSchema.optional(),
      because: z.string().optional(),
      createdAt: instantSchema,
    }),
  ),
});
