import * as z from 'zod';
import { correlationIdSchema } from '#core/kernel/correlation.ts';
import { instantSchema } from '#core/kernel/dates.ts';

/** CloudEvents 1.0 in the EventBridge detail. Read tolerantly: unknown attributes are kept. */
export const envelopeSchema = z.looseObject({
  specversion: z.literal('1.0'),
  /** `<record type>/<record id>/<sequence>`: the same event has the same id, however often it is sent. */
  id: z.string().min(1).max(200),
  source: z.literal('crossdock'),
  type: z.string().min(1).max(120),
  /** The record's id. */
  subject: z.string().min(1).max(120),
  time: instantSchema,
  datacontenttype: z.literal('application/json'),
  /** Per-record sequence, from 1, without gaps (CloudEvents extension `sequence`, as text). */
  sequence: z.string().regex(/^[1-9]\d{0,15}$/),
  correlationid: correlationIdSchema,
  causationid: z.string().max(200).optional(),
  data: z.record(z.string(), z.unknown()),
});
export type EventEnvelope = z.infer<typeof envelopeSchema>;
