import * as z from 'zod';
import { instantSchema } from '#core/kernel/dates.ts';
import { idSchema } from '#core/kernel/identifiers.ts';

/**
 * How fresh what we pull from a system is. Told with every pull, also one that found nothing new: silence is not
 * health. Id `<system>:<what>`.
 */
export const sourceStatusSchema = z.strictObject({
  id: idSchema,
  system: z.string().min(1).max(40),
  what: z.enum(['master-data', 'purchase-orders', 'goods-receipts']),
  /** When the last pull ended, and the last one that went well. */
  triedAt: instantSchema,
  succeededAt: instantSchema.optional(),
  /** Records that the last good pull changed, and when one last changed anything. */
  changed: z.int().min(0),
  changedAt: instantSchema.optional(),
  /** Between the change in the system and ours, for what the last pull changed: seconds, the longest. */
  lagSeconds: z.int().min(0).optional(),
  /** Why the last pull failed. */
  failure: z.strictObject({ code: z.string().max(60), detail: z.string().max(500) }).optional(),
  /** A pull is expected so often. */
  everySeconds: z.int().min(1),
});
export type SourceStatus = z.infer<typeof sourceStatusSchema>;
