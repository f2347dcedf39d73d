/**
 * A posting: one effect in one system of record, from the wish to the proof. The record is the truth; messages only
 * wake it.
 */
import * as z from 'zod';
import { correlationIdSchema } from '#core/kernel/correlation.ts';
import { type Instant, instantSchema } from '#core/kernel/dates.ts';
import { idSchema } from '#core/kernel/identifiers.ts';
import { operationNames } from './reference.ts';

const causeSchema = z.strictObject({ code: z.string().max(60), detail: z.string().max(1000) });

const stateSchema = z.discriminatedUnion('name', [
  /** Wished, or wished again after a refusal. */
  z.strictObject({ name: z.literal('pending'), dueAt: instantSchema }),
  /** An attempt works on it until it says how it went, or its lease is over. */
  z.strictObject({ name: z.literal('claimed'), leaseUntil: instantSchema }),
  /** An answer was lost: look up at `dueAt` before anything is repeated. */
  z.strictObject({ name: z.literal('unknown'), dueAt: instantSchema }),
  /** The system cannot be used now, or a predecessor comes first. */
  z.strictObject({ name: z.literal('parked'), dueAt: instantSchema, because: causeSchema }),
  /** The system holds the confirmed document. `recorded`: our record says so too. */
  z.strictObject({
    name: z.literal('settled'),
    nativeId: z.string().min(1).max(80),
    number: z.string().max(60),
    recorded: z.boolean(),
    dueAt: instantSchema.optional(),
  }),
  /** The system will not take it, in its words. `recorded`: our record says so too. */
  z.strictObject({
    name: z.literal('refused'),
    reason: z.string().max(1000),
    recorded: z.boolean(),
    dueAt: instantSchema.optional(),
  }),
  /** The system allows no proof whether the document exists; someone must look there. */
  z.strictObject({ name: z.literal('needs-person'), reason: z.string().max(1000) }),
]);
export type PostingState = z.infer<typeof stateSchema>;

export const postingSchema = z.strictObject({
  effectId: z.string().regex(/^[0-9a-f]{64}$/),
  system: z.string().min(1).max(40),
  operation: z.enum(operationNames),
  documentId: idSchema,
  /** The purchase order whose postings keep their order among each other; the document itself when left out. */
  laneId: idSchema.optional(),
  revision: z.int().min(1),
  /** What the order is found by in the system. */
  reference: z.string().min(1).max(40),
  correlationId: correlationIdSchema,
  createdAt: instantSchema,
  /** Sequence of the event that asked for it last: an older or equal one asks for nothing new. */
  requestSequence: z.int().min(1),
  /** Raised by every write; a writer that does not know the latest one is late and writes nothing. */
  fence: z.int().min(1),
  /** Claims so far. */
  attempts: z.int().min(0),
  /** There was a create whose answer never came: until then its document may still appear. */
  sent: z.strictObject({ mayCommitUntil: instantSchema }).optional(),
  /** The draft chosen to be confirmed; nothing else is confirmed while this one may be. */
  adopted: z.strictObject({ nativeId: z.string().min(1).max(80) }).optional(),
  state: stateSchema,
});
export type Posting = z.infer<typeof postingSchema>;

/** When something is to be done about it without a new request; undefined: nothing is. */
export function dueAt({ state }: Posting): Instant | undefined {
  if (state.name === 'claimed') return state.leaseUntil;
  return state.name === 'needs-person' ? undefined : state.dueAt;
}

/** Nothing is left to do for a machine. */
export const isQuiet = (posting: Posting): boolean => dueAt(posting) === undefined;
