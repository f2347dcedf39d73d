import * as z from 'zod';
import { replaySchema } from '#core/canonical/replay.ts';
import { instantSchema } from '#core/kernel/dates.ts';
import { page, resource } from './resource.ts';

export const eventConsumers = z.object({
  entries: z.array(
    z.object({
      consumer: z.string(),
      /** What it does, in one sentence. */
      summary: z.string(),
      queue: z.string(),
      events: z.array(z.object({ name: z.string(), summary: z.string() })),
    }),
  ),
});

export const replayPreview = z.object({
  /** Events the consumer would hear; counted up to 10,000. */
  count: z.int().min(0),
  more: z.boolean(),
  /** Records they belong to, as far as they were counted. */
  records: z.int().min(0),
  byEvent: z.array(z.object({ event: z.string(), count: z.int().min(0) })),
  /** The first 50, in the order in which they would be sent. */
  first: z.array(
    z.object({
      event: z.string(),
      recordType: z.string(),
      recordId: z.string(),
      sequence: z.int(),
      at: instantSchema,
    }),
  ),
  /** What the consumer would do now with the first three, by its own code; one that did not answer is left out. */
  rehearsed: z.array(
    z.object({
      event: z.string(),
      recordType: z.string(),
      recordId: z.string(),
      sequence: z.int(),
      outcome: z.enum(['would-succeed', 'would-fail']),
      /** What it would write and send, in order. */
      effects: z.array(z.object({ what: z.string(), about: z.string() })),
      problem: z.object({ code: z.string(), detail: z.string() }).optional(),
    }),
  ),
});

export const replay = resource(replaySchema.omit({ leaseUntil: true, position: true }).shape);
export const replayPage = page(replay);
