import * as z from 'zod';
import { instantSchema } from '#core/kernel/dates.ts';
import { type Identifier, idSchema } from '#core/kernel/identifiers.ts';
import { jobFields } from './job.ts';

/** Which events: those of one record, or of some names between two instants, or both. */
export const replaySelectionSchema = z
  .strictObject({
    entity: z.strictObject({ type: z.string().min(1).max(40), id: idSchema }).optional(),
    /** Names of the catalogue; all that the consumer hears when left out. */
    events: z.array(z.string().min(1).max(60)).min(1).max(20).optional(),
    from: instantSchema.optional(),
    to: instantSchema.optional(),
  })
  .refine(({ entity, from, to }) => entity !== undefined || (from !== undefined && to !== undefined), {
    message: 'give the record, or both ends of the time',
    path: ['from'],
  });
export type ReplaySelection = z.infer<typeof replaySelectionSchema>;

/** Events sent again to one consumer and nobody else, in order per record, by a person for a reason. */
export const replaySchema = z.strictObject({
  id: idSchema,
  /** The function that hears them. */
  consumer: z.string().min(1).max(80),
  selection: replaySelectionSchema,
  counts: z.strictObject({
    /** Looked at, of them sent, and of them not heard by the consumer. */
    read: z.int().min(0),
    sent: z.int().min(0),
    skipped: z.int().min(0),
  }),
  /** Where it goes on. */
  position: z.string().max(500).optional(),
  ...jobFields,
});
export type Replay = z.infer<typeof replaySchema>;

/** While it runs a replay is known by its consumer: there cannot be two of one consumer, which would mix their order. */
export const runningReplay = (consumer: string): Identifier => ({
  scheme: 'replay:running',
  value: consumer,
});
