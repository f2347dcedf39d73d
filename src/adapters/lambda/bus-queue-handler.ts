import * as z from 'zod';
import { problem } from '#core/kernel/problem.ts';
import { fail, type Result } from '#core/kernel/result.ts';
import { type EventData, type EventName, eventCatalogue } from '#events/catalogue.ts';
import { type EventDefinition, eventType } from '#events/define-event.ts';
import { type EventEnvelope, envelopeSchema } from '#events/envelope.ts';
import { type MessageContext, queueHandler } from './queue-handler.ts';

export interface BusEventContext extends MessageContext {
  /** Who, when and in which order: `subject` is the record's id, `sequence` its place among the record's events. */
  readonly envelope: EventEnvelope;
}

type Run<Data> = (data: Data, context: BusEventContext) => Promise<Result<unknown>>;

/**
 * Events of one kind that the bus put into a queue. The queue may deliver an event more than once and out of order:
 * `run` reads current state and does what is still to do. Any other kind of event is a poison message.
 */
export const busQueueHandler = <Data>(
  definition: EventDefinition<string, z.ZodType<Data>>,
  run: Run<Data>,
) => {
  const message = z.looseObject({
    'detail-type': z.literal(eventType(definition)),
    detail: envelopeSchema,
  });
  const step = checked(definition.data, run);
  return queueHandler(message, ({ detail }, context) => step(detail, context));
};

/** What is done on each kind of event that one queue takes, by the name of the event. */
type RunsByEvent = { readonly [N in EventName]?: Run<EventData<N>> };

/**
 * Events of several kinds in one queue, each with what is done on it; what holds for `busQueueHandler` holds here.
 * An event whose name has no entry is a poison message.
 */
export const busEventsHandler = (runs: RunsByEvent) => {
  const steps = new Map(
    Object.values(eventCatalogue).map(({ name }) => [eventType(eventCatalogue[name]), stepOf(runs, name)]),
  );
  const message = z.looseObject({ 'detail-type': z.string(), detail: envelopeSchema });
  return queueHandler(message, async ({ 'detail-type': type, detail }, context) => {
    const step = steps.get(type);
    return step ? step(detail, context) : fail(problem('event-invalid', `Nothing is done here on ${type}.`));
  });
};

/** The catalogue by name, each entry with the data of its own name. */
const definitions: { readonly [N in EventName]: { readonly data: z.ZodType<EventData<N>> } } = eventCatalogue;

function stepOf<N extends EventName>(runs: RunsByEvent, name: N) {
  const run = runs[name];
  return run && checked(definitions[name].data, run);
}

/** The data of an event is checked, then run. */
const checked =
  <Data>(schema: z.ZodType<Data>, run: Run<Data>) =>
  async (envelope: EventEnvelope, context: MessageContext): Promise<Result<unknown>> => {
    const data = schema.safeParse(envelope.data);
    if (!data.success) return fail(problem('event-invalid', z.prettifyError(data.error)));
    return run(data.data, { ...context, envelope });
  };
