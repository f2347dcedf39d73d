/** What rules of counting are given: an event, the records it is about, and which records they may ask for. */
import type { Addition, FoundRecord, Waiting } from '#core/canonical/figures.ts';
import type { RecordBody, RecordType } from '#core/canonical/record-schemas.ts';
import type { EventName } from '#events/catalogue.ts';
import type { CorrelationId } from './correlation.ts';
import type { Instant } from './dates.ts';
import type { HistoryEntry } from './records.ts';

/** An event as it is counted. */
export interface CountedEvent {
  readonly name: EventName;
  readonly type: RecordType;
  readonly id: string;
  readonly sequence: number;
  readonly at: Instant;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A record as rules read it: its type says which body it has. */
export type KnownRecord = {
  readonly [T in RecordType]: {
    readonly type: T;
    readonly id: string;
    readonly version: number;
    readonly body: RecordBody<T>;
    readonly correlationId: CorrelationId;
    readonly updatedAt: Instant;
  };
}[RecordType];

export interface RecordReference {
  readonly type: RecordType;
  readonly id: string;
  /** Whether its events are needed too, and not only its state. */
  readonly history?: true;
}

/** What is known when an event is counted. */
export interface Facts {
  /** The body of a record that was asked for, or of the event's own. */
  readonly of: <T extends RecordType>(type: T, id: string) => RecordBody<T> | undefined;
  /** The newest events of a record whose history was asked for, newest first. */
  readonly history: (type: RecordType, id: string) => readonly HistoryEntry[];
}

export interface NamedRecord {
  readonly name: string;
  readonly found: FoundRecord;
}

/** The rules of what is counted, what waits and what is found: the business's, pure. */
export interface CountingRules {
  /** Records an event's figures depend on besides its own, at most 100, by what is known of those asked for before. */
  readonly needed: (event: CountedEvent, facts: Facts) => readonly RecordReference[];
  readonly additions: (event: CountedEvent, facts: Facts) => readonly Addition[];
  /** Records besides its own of which something else may wait since. */
  readonly touched: (event: CountedEvent) => readonly RecordReference[];
  readonly waiting: (record: KnownRecord) => readonly Waiting[];
  readonly names: (record: KnownRecord) => readonly NamedRecord[];
}
