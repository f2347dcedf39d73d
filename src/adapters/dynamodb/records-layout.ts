/** How records, events and aliases lie in the `Records` table. The keys are for good: data is found by them. */
import type { RecordBody, RecordType } from '#core/canonical/record-schemas.ts';
import type { Instant } from '#core/kernel/dates.ts';
import type { Identifier } from '#core/kernel/identifiers.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import type { EventEnvelope } from '#events/envelope.ts';
import { limits, type PreparedEvent, type PreparedHead, recordKey } from '#platform/journal/model.ts';
import { type OutboxEvent, outboxSort } from '#platform/journal/ports.ts';
import { aliasKey } from '#platform/journal/prepare-aliases.ts';
import { shardOf } from '#platform/journal/shards.ts';

export interface TableKey {
  readonly pk: string;
  readonly sk: string;
}

/** A record's present state, as it is stored. */
export interface HeadItem<T extends RecordType = RecordType> extends TableKey {
  readonly type: T;
  readonly id: string;
  readonly version: number;
  readonly eventSequence: number;
  readonly body: RecordBody<T>;
  readonly correlationId: string;
  readonly updatedAt: Instant;
  readonly list1Pk?: string;
  readonly list1Sk?: string;
  readonly list2Pk?: string;
  readonly list2Sk?: string;
}

/** A committed event; it waits in the outbox as long as it has `outboxPk` and `outboxSk`. */
export interface EventItem extends TableKey {
  readonly type: RecordType;
  readonly id: string;
  readonly sequence: number;
  readonly envelope: EventEnvelope;
  readonly outboxPk?: string;
  readonly outboxSk?: string;
  /** Seconds since 1970: DynamoDB removes it some time after. */
  readonly expiresAt: number;
}

export const headKey = (type: RecordType, id: string): TableKey => ({ pk: recordKey(type, id), sk: 'HEAD' });

export const eventKey = (type: RecordType, id: string, sequence: number): TableKey => ({
  pk: recordKey(type, id),
  sk: `${eventPrefix}${String(sequence).padStart(12, '0')}`,
});

export const eventPrefix = 'EVENT#';

export const aliasTableKey = (type: RecordType, identifier: Identifier): TableKey => ({
  pk: `ALIAS#${aliasKey(type, identifier)}`,
  sk: 'ALIAS',
});

export const outboxPartition = (shard: number): string => `OUTBOX#${shard}`;

export const outboxEvent = ({ type, id, sequence, envelope }: EventItem): OutboxEvent => ({
  type,
  id,
  sequence,
  envelope,
});

export function headItem(head: PreparedHead): HeadItem {
  const { type, id, version, eventSequence, body, correlationId, updatedAt } = head;
  const [first, second] = head.places;
  return {
    ...headKey(type, id),
    type,
    id,
    version,
    eventSequence,
    body,
    correlationId,
    updatedAt,
    ...(first ? { list1Pk: first.partition, list1Sk: first.sort } : {}),
    ...(second ? { list2Pk: second.partition, list2Sk: second.sort } : {}),
  };
}

/** A record's place in the outbox is by its key, so that all its events are in one shard. */
export function eventItem({ type, id, sequence, envelope, retentionDays }: PreparedEvent): EventItem {
  const key = eventKey(type, id, sequence);
  const event = { type, id, sequence, envelope };
  return {
    ...key,
    ...event,
    outboxPk: outboxPartition(shardOf(key.pk, limits.outboxShards)),
    outboxSk: outboxSort(event),
    expiresAt: Math.floor(Date.parse(envelope.time) / 1000) + retentionDays * 86_400,
  };
}

export function storedRecord<T extends RecordType>(head: HeadItem<T>): StoredRecord<T> {
  const { type, id, version, body, correlationId, updatedAt } = head;
  return { type, id, version, body, correlationId, updatedAt };
}

/**
 * An item as it was written. Only `commit` writes this table and it checks everything before: reading relies on
 * that, and this is the one place that does.
 */
export const headOf = <T extends RecordType>(item: Readonly<Record<string, unknown>>): HeadItem<T> =>
  item as unknown as HeadItem<T>;

export const eventOf = (item: Readonly<Record<string, unknown>>): EventItem => item as unknown as EventItem;
