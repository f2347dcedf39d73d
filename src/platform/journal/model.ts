/** What one commit turns into before any store is asked, and the limits that every store enforces alike. */
import type { RecordBody, RecordType } from '#core/canonical/record-schemas.ts';
import type { CorrelationId } from '#core/kernel/correlation.ts';
import type { Instant } from '#core/kernel/dates.ts';
import type { Identifier } from '#core/kernel/identifiers.ts';
import type { AuditEntry } from '#core/kernel/records.ts';
import type { EventEnvelope } from '#events/envelope.ts';
import type { ChangedFields } from './changed-fields.ts';

export const limits = {
  /** Items of one transaction: records, events, aliases and the audit entry together. */
  itemsPerCommit: 25,
  /** UTF-8 bytes of one event's envelope as JSON. */
  bytesPerEvent: 200 * 1024,
  /** UTF-8 bytes of one stored item as JSON, with room for the keys around it. DynamoDB refuses above 400 KB. */
  bytesPerItem: 400 * 1024 - 4096,
  /** All items of one transaction together. DynamoDB refuses above 4 MB. */
  bytesPerCommit: 4 * 1024 * 1024 - 64 * 1024,
  entriesPerPage: 1000,
  outboxShards: 8,
  auditShards: 8,
} as const;

/** The part of a stored record that a commit builds on. */
export interface CurrentRecord {
  readonly version: number;
  /** Sequence of its newest event; 0 when it has none. */
  readonly eventSequence: number;
  readonly correlationId: CorrelationId;
  readonly identifiers: readonly Identifier[];
  readonly updatedAt: Instant;
  readonly body: RecordBody<RecordType>;
}

/** Where a record stands in one list: the partition of the index, and the place in it. */
export interface IndexPlace {
  readonly partition: string;
  readonly sort: string;
}

export interface PreparedHead {
  readonly type: RecordType;
  readonly id: string;
  readonly expect: 'absent' | number;
  readonly version: number;
  readonly eventSequence: number;
  readonly body: RecordBody<RecordType>;
  readonly correlationId: CorrelationId;
  readonly updatedAt: Instant;
  readonly places: readonly (IndexPlace | undefined)[];
}

export interface PreparedEvent {
  readonly type: RecordType;
  readonly id: string;
  readonly sequence: number;
  readonly envelope: EventEnvelope;
  readonly retentionDays: number;
}

/** `claim`: the identifier leads to `id` now, if it led nowhere or to one of `from`. `release`: it leads nowhere. */
export interface PreparedAlias {
  readonly kind: 'claim' | 'release';
  readonly type: RecordType;
  readonly identifier: Identifier;
  readonly id: string;
  readonly from: readonly string[];
}

export interface PreparedAudit extends AuditEntry {
  readonly auditId: string;
  readonly at: Instant;
  readonly correlationId: CorrelationId;
  /** The request, event or document that caused the write. */
  readonly causationId?: string;
  /** The records the same transaction wrote, with the versions it made and the values that it changed. */
  readonly changes: readonly AuditedChange[];
}

export interface AuditedChange extends ChangedFields {
  readonly type: RecordType;
  readonly id: string;
  readonly version: number;
}

export interface PreparedCommit {
  readonly heads: readonly PreparedHead[];
  readonly events: readonly PreparedEvent[];
  readonly aliases: readonly PreparedAlias[];
  readonly audit?: PreparedAudit;
}

/** The key of a record among all records: `purchase-order#po-1`. */
export const recordKey = (type: RecordType, id: string): string => `${type}#${id}`;
