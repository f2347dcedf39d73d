import * as z from 'zod';
import { instantSchema } from '#core/kernel/dates.ts';
import { page } from './resource.ts';

export const auditEntry = z.object({
  id: z.string(),
  at: instantSchema,
  /** Verb and noun: `approve-proposal`. */
  action: z.string(),
  actor: z.object({ kind: z.enum(['consumer', 'person', 'function']), id: z.string() }),
  target: z.string(),
  reason: z.string().optional(),
  /** What it came to, in words, where what was changed is not kept here. */
  detail: z.string().optional(),
  /** Source address. */
  from: z.string().optional(),
  correlationId: z.string().optional(),
  /** What the same write changed, with the versions it made; `record` is written as `target` is. */
  changes: z.array(
    z.object({
      record: z.string(),
      version: z.int(),
      /** Fields, each before and after as JSON; at most 40, the rest is `cut`. */
      fields: z.array(
        z.object({ path: z.string(), before: z.string().optional(), after: z.string().optional() }),
      ),
      cut: z.boolean(),
    }),
  ),
});
export const auditPage = page(auditEntry);
