import type { RecordType } from '#core/canonical/record-schemas.ts';
import type { CorrelationId } from '#core/kernel/correlation.ts';
import type { Instant } from '#core/kernel/dates.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { type EventDraft, eventCatalogue } from '#events/catalogue.ts';
import { eventType } from '#events/define-event.ts';
import { type EventEnvelope, envelopeSchema } from '#events/envelope.ts';
import { faultsOf } from './faults.ts';
import { limits, type PreparedEvent } from './model.ts';

export interface EventContext {
  readonly type: RecordType;
  readonly id: string;
  readonly at: Instant;
  readonly correlationId: CorrelationId;
  readonly causationId: string | undefined;
}

/** Envelope, id and sequence of one event; `event-invalid` when its catalogue entry does not allow it. */
export function prepareEvent(
  draft: EventDraft,
  sequence: number,
  context: EventContext,
): Result<PreparedEvent> {
  const definition = eventCatalogue[draft.name];
  const { type, id } = context;
  if (definition.orderingKey !== type) {
    return invalid(draft, `it is ordered by ${definition.orderingKey} and cannot be an event of a ${type}`);
  }
  const data = definition.data.safeParse(draft.data);
  if (!data.success) return invalid(draft, faultsOf(data.error));
  const envelope = envelopeSchema.safeParse(envelopeOf(eventType(definition), data.data, sequence, context));
  if (!envelope.success) return invalid(draft, faultsOf(envelope.error));
  const text = JSON.stringify(envelope.data);
  const bytes = Buffer.byteLength(text);
  if (bytes > limits.bytesPerEvent) {
    return invalid(
      draft,
      `it has ${bytes} bytes of at most ${limits.bytesPerEvent}; keep the bulk in an object`,
    );
  }
  const plain: EventEnvelope = JSON.parse(text);
  return ok({ type, id, sequence, envelope: plain, retentionDays: definition.retentionDays });
}

const envelopeOf = (type: string, data: unknown, sequence: number, context: EventContext) => ({
  specversion: '1.0',
  id: `${context.type}/${context.id}/${sequence}`,
  source: 'crossdock',
  type,
  subject: context.id,
  time: context.at,
  datacontenttype: 'application/json',
  sequence: String(sequence),
  correlationid: context.correlationId,
  ...(context.causationId === undefined ? {} : { causationid: context.causationId }),
  data,
});

const invalid = (draft: EventDraft, why: string) => fail(problem('event-invalid', `${draft.name}: ${why}`));
