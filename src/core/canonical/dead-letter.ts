import * as z from 'zod';
import { correlationIdSchema } from '#core/kernel/correlation.ts';
import { instantSchema } from '#core/kernel/dates.ts';
import { derivedId, type Identifier, idSchema } from '#core/kernel/identifiers.ts';
import { exceptionOwnerSchema } from './exception.ts';
import { jobFields } from './job.ts';

/** A queue by its name without the environment: `acknowledgements`. */
export const queueNameSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);

/** What is in a message, as far as it can be told from it. */
export const carriedSchema = z.strictObject({
  /** `event`: of our bus. `file`: S3 says that an object is there. `posting`: wakes a posting. `stream`: a lost batch. */
  kind: z.enum(['event', 'file', 'posting', 'stream', 'other']),
  /** In the words of the business: the event's name, the file's, the posting's document. */
  name: z.string().max(300),
  recordType: z.string().max(40).optional(),
  recordId: idSchema.optional(),
  sequence: z.int().min(1).optional(),
});
export type Carried = z.infer<typeof carriedSchema>;

/** Why it is here. `class` groups: a code of the problem catalogue, or one of ours. */
export const deathSchema = z.strictObject({
  /** A problem's code; `crashed` when nothing was said before the end; `undeliverable` when the bus gave up. */
  class: z.string().min(1).max(60),
  detail: z.string().max(1000),
  at: instantSchema.optional(),
});
export type Death = z.infer<typeof deathSchema>;

/**
 * A message that could not be worked on, as a record that outlives its queue. The same content in the same queue is the
 * same dead letter, whoever redrove it in between: `returns` counts how often it came back.
 * `waiting` → `redriven` | `discarded` | `moved` (to an exception) | `gone` (left the queue without us: redriven or
 * deleted by AWS's own means, or past its retention) → `waiting` again when it returns.
 */
export const deadLetterSchema = z.strictObject({
  id: idSchema,
  queue: queueNameSchema,
  /** The function that works the queue; absent where nothing does. */
  consumer: z.string().max(80).optional(),
  state: z.enum(['waiting', 'redriven', 'discarded', 'moved', 'gone']),
  carries: carriedSchema,
  /** What it was about runs under this id; absent where the message names none. */
  about: correlationIdSchema.optional(),
  died: deathSchema,
  body: z.strictObject({
    /** In the documents bucket. */
    key: z.string().min(1).max(500),
    sizeBytes: z.int().min(0),
    sha256: z.string().length(64),
  }),
  /** FIFO: the group it keeps its order in. */
  messageGroup: z.string().max(128).optional(),
  /** The messages of SQS it was seen as, newest last; more than one at a time are duplicates. */
  seenAs: z
    .array(z.strictObject({ messageId: z.string().max(100), sentAt: instantSchema, seenAt: instantSchema }))
    .max(20),
  receives: z.int().min(0),
  /** How often it came back after it had left: poison. */
  returns: z.int().min(0),
  firstSeenAt: instantSchema,
  lastSeenAt: instantSchema,
  redrives: z
    .array(z.strictObject({ redriveId: idSchema, at: instantSchema, by: z.string().max(120) }))
    .max(20),
  /** Discarded or moved: who, when, why. */
  settled: z
    .strictObject({
      by: z.string().max(120),
      at: instantSchema,
      reason: z.string().max(500),
      exceptionId: idSchema.optional(),
    })
    .optional(),
});
export type DeadLetter = z.infer<typeof deadLetterSchema>;

/** The same for the same content in the same queue and group. */
export const deadLetterId = (queue: string, messageGroup: string | undefined, bodySha256: string): string =>
  derivedId('dl', queue, messageGroup ?? '', bodySha256);

/** Which dead letters of one queue a redrive is for: some by id, or all that were there when it began. */
export const redriveSelectionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('some'), ids: z.array(idSchema).min(1).max(500) }),
  z.strictObject({
    kind: z.literal('all'),
    /** Only those that died of this. */
    class: z.string().min(1).max(60).optional(),
  }),
]);
export type RedriveSelection = z.infer<typeof redriveSelectionSchema>;

/** Sending dead letters of one queue back to where they came from, at a chosen rate, by a person for a reason. */
export const redriveSchema = z.strictObject({
  id: idSchema,
  queue: queueNameSchema,
  selection: redriveSelectionSchema,
  /** Sent back; seen and not chosen; could not be sent back. */
  counts: z.strictObject({
    sent: z.int().min(0),
    skipped: z.int().min(0),
    failed: z.int().min(0),
  }),
  ...jobFields,
});
export type Redrive = z.infer<typeof redriveSchema>;

/** What a redrive is known by as long as it runs: no two of one queue can be. */
export const runningRedrive = (queue: string): Identifier => ({ scheme: 'running-redrive', value: queue });

/** What somebody says who makes an exception of a dead letter. */
export const movedToSchema = z.strictObject({
  owner: exceptionOwnerSchema,
  title: z.string().trim().min(1).max(300),
});
