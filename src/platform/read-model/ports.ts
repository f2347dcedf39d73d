/** What keeping and reading the read model needs from outside. */
import type { Addition, Waiting } from '#core/canonical/figures.ts';
import type { RecordType } from '#core/canonical/record-schemas.ts';
import type { NamedRecord } from '#core/kernel/counting.ts';
import type { Instant } from '#core/kernel/dates.ts';
import type { Result } from '#core/kernel/result.ts';
import type { EventName } from '#events/catalogue.ts';
import type { EventEnvelope } from '#events/envelope.ts';
import type { KeptRecord } from './model.ts';

/** One event of a record, as it is chosen for a replay: where it lies in the journal. */
export interface EventPlace {
  readonly event: EventName;
  readonly at: Instant;
  readonly type: RecordType;
  readonly id: string;
  readonly sequence: number;
}

/** One step of keeping: all of it, or nothing. */
export interface Step {
  readonly type: RecordType;
  readonly id: string;
  /** What was read before; anything else there is a `record-changed`. */
  readonly before: KeptRecord | undefined;
  readonly after: KeptRecord;
  readonly additions: readonly Addition[];
  /** What waits now and did not before, and, counted negative, what does no more. */
  readonly waiting: readonly Waiting[];
  /** Names under which the record is found from now on. */
  readonly names: readonly NamedRecord[];
  readonly event?: EventPlace & { readonly retentionDays: number };
}

/** The read model as it is written: figures, what waits, names and the index of events. */
export interface ReadModel {
  /** What was kept of a record so far, strongly consistent. */
  kept(type: RecordType, id: string): Promise<KeptRecord | undefined>;
  /** Problems: `record-changed` when somebody else kept in between; `temporarily-unavailable`. */
  apply(step: Step): Promise<Result<void>>;
}

/** Committed events of one record, as the bus carries them, by their sequence. */
export interface EventsOfRecord {
  /** From one sequence to another, both included, in order; those past their retention are missing. */
  between(type: RecordType, id: string, from: number, to: number): Promise<readonly EventEnvelope[]>;
}

export interface EventsQuery {
  readonly event: EventName;
  /** Both included. */
  readonly from: Instant;
  readonly to: Instant;
  /** 1 to 1000. */
  readonly limit: number;
  readonly cursor?: string;
}

/** Events by name and time, oldest first: what a replay chooses from. */
export interface EventIndex {
  /**
   * A page; it may hold less than asked for, even nothing, while there is more: go on as long as there is a cursor.
   * Throws `validation-failed` for a cursor it did not give out.
   */
  eventsOf(
    query: EventsQuery,
  ): Promise<{ readonly entries: readonly EventPlace[]; readonly cursor?: string }>;
}
