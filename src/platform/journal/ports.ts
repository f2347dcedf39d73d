/** What relaying events needs from outside. */
import type { RecordType } from '#core/canonical/record-schemas.ts';
import type { Instant } from '#core/kernel/dates.ts';
import type { EventEnvelope } from '#events/envelope.ts';
import { recordKey } from './model.ts';

/** A committed event that the bus has not confirmed yet, and where it lies. */
export interface OutboxEvent {
  readonly type: RecordType;
  readonly id: string;
  readonly sequence: number;
  readonly envelope: EventEnvelope;
}

/** The order of an outbox shard: oldest first, a record's events by their sequence. */
export const outboxSort = ({ type, id, sequence, envelope }: OutboxEvent): string =>
  `${envelope.time}#${recordKey(type, id)}#${String(sequence).padStart(12, '0')}`;

/** The committed events that wait for the bus, spread over `limits.outboxShards` shards. */
export interface Outbox {
  /** The oldest events of a shard committed before an instant; `after` is the last one of the page before. */
  pending(
    shard: number,
    before: Instant,
    limit: number,
    after?: OutboxEvent,
  ): Promise<readonly OutboxEvent[]>;
  /** The bus has confirmed it: it waits no more. Marking twice changes nothing. */
  markSent(event: OutboxEvent): Promise<void>;
}

/** Takes events for their consumers, any number at once; answers for each, in the same order, whether it has it. */
export interface EventBus {
  publish(envelopes: readonly EventEnvelope[]): Promise<readonly PublishOutcome[]>;
}

export type PublishOutcome =
  | { readonly accepted: true }
  /** `reason` is the bus's error code. */
  | { readonly accepted: false; readonly reason: string };
