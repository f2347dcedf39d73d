/** The port through which use cases read records and commit new state together with the events that say so. */

import type { ListName } from '#core/canonical/record-lists.ts';
import type { RecordBody, RecordType } from '#core/canonical/record-schemas.ts';
import type { EventDraft } from '#events/catalogue.ts';
import type { Actor, CorrelationId } from './correlation.ts';
import type { Instant } from './dates.ts';
import type { Identifier } from './identifiers.ts';
import type { Result } from './result.ts';

export interface StoredRecord<T extends RecordType> {
  readonly type: T;
  readonly id: string;
  /** Counts the commits of this record from 1: its ETag, and what a change expects. */
  readonly version: number;
  readonly body: RecordBody<T>;
  /** The correlation under which the record was first committed; it stays with the record. */
  readonly correlationId: CorrelationId;
  readonly updatedAt: Instant;
}

export interface Change<T extends RecordType = RecordType> {
  readonly type: T;
  readonly id: string;
  /** The version the decision was made on; anything else there is a `record-changed`. */
  readonly expect: 'absent' | number;
  readonly body: RecordBody<T>;
  /** Business events of this record, in order; each gets the record's next sequence number. */
  readonly events?: readonly EventDraft[];
}

/** Any one change, its body matching its type. */
export type AnyChange = { readonly [T in RecordType]: Change<T> }[RecordType];

export interface Commit {
  readonly changes: readonly AnyChange[];
  readonly correlationId: CorrelationId;
  /** The request, event or document that caused this commit (CloudEvents extension `causationid`). */
  readonly causationId?: string;
  /** Who did what and why; kept in the same transaction, for good. Required for whatever a person or consumer asked. */
  readonly audit?: AuditEntry;
}

export interface AuditEntry {
  readonly actor: Actor;
  /** Verb and noun: `approve-proposal`. */
  readonly action: string;
  readonly target: { readonly type: RecordType; readonly id: string };
  readonly reason?: string;
  /** Source address, where there is one. */
  readonly from?: string;
}

export interface Page<T> {
  readonly entries: readonly T[];
  /** Opaque; present when there is more. */
  readonly cursor?: string;
}

export interface ListQuery {
  readonly list: ListName;
  readonly scope?: string;
  readonly order?: 'ascending' | 'descending';
  /** 1 to 1000. */
  readonly limit: number;
  readonly cursor?: string;
}

export interface HistoryEntry {
  readonly sequence: number;
  readonly at: Instant;
  /** The event's name and data as committed. */
  readonly event: string;
  readonly data: unknown;
  readonly correlationId: CorrelationId;
}

/**
 * Records with their events. Reads by id are strongly consistent; lists may lag by moments.
 * `commit` is all or nothing, at most 25 items counting records, events, aliases and the audit entry, and fails
 * with `record-changed` when an expectation does not hold, `identifier-taken` when an outside identifier leads to
 * another record, `event-invalid`, `record-invalid` or `commit-too-large`, or `temporarily-unavailable`.
 * Reads throw a `ProblemError`: `validation-failed` for a cursor that is not one of this query, and
 * `temporarily-unavailable` when the store does not answer.
 */
export interface Records {
  get<T extends RecordType>(type: T, id: string): Promise<StoredRecord<T> | undefined>;
  /** In no particular order; ids that do not exist are left out. */
  getMany<T extends RecordType>(type: T, ids: readonly string[]): Promise<readonly StoredRecord<T>[]>;
  findByIdentifier<T extends RecordType>(
    type: T,
    identifier: Identifier,
  ): Promise<StoredRecord<T> | undefined>;
  list<T extends RecordType>(type: T, query: ListQuery): Promise<Page<StoredRecord<T>>>;
  /** The newest events first; those past their retention are gone. */
  history(type: RecordType, id: string, limit: number): Promise<readonly HistoryEntry[]>;
  commit(commit: Commit): Promise<Result<void>>;
}
