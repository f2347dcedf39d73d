/** What replaying needs from outside. */
import type { Clock } from '#core/kernel/clock.ts';
import type { Records } from '#core/kernel/records.ts';
import type { Result } from '#core/kernel/result.ts';
import type { EventIndex, EventsOfRecord } from '../read-model/ports.ts';
import type { DeliveredEvent, QueuePlace } from './as-delivered.ts';

/** Where events are found: those of one record in the journal, those of a time by the index of their names. */
export interface ChoosePorts {
  readonly records: Pick<Records, 'history'>;
  readonly events: EventsOfRecord;
  readonly index: EventIndex;
}

/** What a consumer says it would do with an event, without doing it. */
export interface Rehearsed {
  readonly outcome: 'would-succeed' | 'would-fail';
  /** What it would write and send, in order. */
  readonly effects: readonly { readonly what: string; readonly about: string }[];
  readonly problem?: { readonly code: string; readonly detail: string };
}

/** Has a consumer rehearse an event. Problem: `temporarily-unavailable` when it does not say anything in time. */
export type Rehearse = (consumer: string, event: DeliveredEvent) => Promise<Result<Rehearsed>>;

/** The queues of consumers, by their names without the environment's prefix. */
export interface ConsumerQueues {
  /** Send what is made for where the queue is. Problems: `not-found` for no such queue; `temporarily-unavailable`. */
  send(queue: string, event: (place: QueuePlace) => DeliveredEvent): Promise<Result<void>>;
}

export interface RunPorts extends ChoosePorts {
  readonly records: Records;
  readonly queues: ConsumerQueues;
  readonly clock: Clock;
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Milliseconds this run has left; it stops between two events before they are used up. */
  readonly remaining: () => number;
}
