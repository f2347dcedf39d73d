import * as z from 'zod';
import { deadLetterSchema, redriveSchema } from '#core/canonical/dead-letter.ts';
import { instantSchema } from '#core/kernel/dates.ts';
import { page, resource } from './resource.ts';

export const deadLetterQueues = z.object({
  entries: z.array(
    z.object({
      queue: z.string(),
      /** Absent where nothing works the queue: what is in it is news, and can only be discarded. */
      consumer: z.string().optional(),
      fifo: z.boolean(),
      /** Records that wait. */
      waiting: z.int().min(0),
      /** Messages that SQS counts, about. */
      messages: z.int().min(0),
      oldest: instantSchema.optional(),
      /** By what they died of; the most frequent first. */
      classes: z.array(z.object({ class: z.string(), count: z.int().min(0) })),
      /** A redrive of it runs. */
      redriveId: z.string().optional(),
    }),
  ),
});

export const deadLetter = resource(deadLetterSchema.omit({ body: true }).shape).extend({
  sizeBytes: z.int().min(0),
});
export const deadLetterPage = page(deadLetter);

export const deadLetterWithMessage = deadLetter.extend({
  /** The message as text: JSON is indented; at most the first 200 KB. */
  message: z.string(),
  truncated: z.boolean(),
  /** What its consumer hears, in words, and how to repair what it died of. */
  hint: z.string().optional(),
});

/** What the consumer would do with the message now. */
export const rehearsal = z.object({
  outcome: z.enum(['would-succeed', 'would-fail']),
  /** What it would write and send, in order, at most 50: `commit order-ledger led-1`, `send 850 to acme`. */
  effects: z.array(z.object({ what: z.string(), about: z.string() })),
  problem: z
    .object({
      code: z.string(),
      detail: z.string(),
      repairedBy: z.string().optional(),
      hint: z.string().optional(),
    })
    .optional(),
  at: instantSchema,
});

export const redrive = resource(redriveSchema.omit({ leaseUntil: true }).shape);
export const redrivePage = page(redrive);
