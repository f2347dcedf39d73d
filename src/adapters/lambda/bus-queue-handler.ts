import * as z from 'zod';
import { problem } from '#core/kernel/problem.ts';
import { fail, type Result } from '#core/kernel/result.ts';
import { type EventDefinition, eventType } from '#events/define-event.ts';
import { type EventEnvelope, envelopeSchema } from '#events/envelope.ts';
import { type MessageContext, queueHandler } from './queue-handler.ts';

export interface BusEventContext extends MessageContext {
  /** Who, when and in which order: `subject` is the record's id, `sequence` its place among the record's events. */
  readonly envelope: EventEnvelope;
}

/**
 * Events of one kind that the bus put into a queue. The queue may deliver an event more than once and out of order:
 * `run` reads current state and does what is still to do. Any other kind of event is a poison message.
 */
export const busQueueHandler = <Data extends z.ZodType>(
  definition: EventDefinition<string, Data>,
  run: (data: z.infer<Data>, context: BusEventContext) => Promise<Result<unknown>>,
) => {
  const message = z.looseObject({
    'detail-type': z.literal(eventType(definition)),
    detail: envelopeSchema,
  });
  return queueHandler(message, async ({ detail: envelope }, context) => {
    const data = definition.data.safeParse(envelope.data);
    if (!data.success) return fail(problem('event-invalid', z.prettifyError(data.error)));
    return run(data.data, { ...context, envelope });
  });
};
