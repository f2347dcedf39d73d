import * as z from 'zod';
import { instantSchema } from '#core/kernel/dates.ts';

/** What every job has: long work that a person starts for a reason, and that workers carry out at a chosen rate. */
export const jobFields = {
  perSecond: z.int().min(1).max(100),
  state: z.enum(['running', 'cancelled', 'done', 'failed']),
  startedBy: z.string().max(120),
  startedAt: instantSchema,
  reason: z.string().min(1).max(500),
  /** Who works on it now gives it up then at the latest. */
  leaseUntil: instantSchema.optional(),
  cancelledBy: z.string().max(120).optional(),
  finishedAt: instantSchema.optional(),
  /** Why it failed. */
  failure: z.string().max(500).optional(),
} as const;
