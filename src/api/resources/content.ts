import * as z from 'zod';
import { instantSchema } from '#core/kernel/dates.ts';

/** Text as it is when it is text, at most the first 64 KB, and a link that works for a few minutes. */
export const content = z.object({
  text: z.string().optional(),
  truncated: z.boolean(),
  sizeBytes: z.int().min(0),
  url: z.url(),
  expiresAt: instantSchema,
});
