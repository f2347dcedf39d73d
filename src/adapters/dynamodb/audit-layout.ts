/** How audit entries lie in the `Audit` table, which functions may only put to. */
import type { Actor } from '#core/kernel/correlation.ts';
import { dateOfInstant, type Instant } from '#core/kernel/dates.ts';
import { actorKey } from '#platform/journal/audit-log.ts';
import { limits, type PreparedAudit, recordKey } from '#platform/journal/model.ts';
import { shardOf } from '#platform/journal/shards.ts';

interface AuditItem {
  readonly auditId: string;
  readonly at: Instant;
  readonly actor: Actor;
  readonly target: string;
}

export interface AuditKey {
  readonly pk: string;
  readonly sk: string;
}

/** The partitions of a day: its entries are spread over them by their ids. */
export const auditPartitions = (day: string): readonly string[] =>
  Array.from({ length: limits.auditShards }, (_, shard) => `${day}#${shard}`);

/** Where an entry lies; `sk` alone, which is `<instant>#<audit id>`, says it too. */
export const auditKey = (at: Instant, auditId: string): AuditKey => ({
  pk: `${dateOfInstant(at)}#${shardOf(auditId, limits.auditShards)}`,
  sk: `${at}#${auditId}`,
});

/** The write of one entry, never in the place of another: whoever may only put can then change none. */
export const auditPut = (TableName: string, { auditId, at, ...entry }: AuditItem) => ({
  Put: {
    TableName,
    Item: { ...auditKey(at, auditId), at, actorKey: actorKey(entry.actor), ...entry },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

/** The write of the entry that belongs to a commit of records. */
export const commitAuditPut = (tableName: string, { target, ...entry }: PreparedAudit) =>
  auditPut(tableName, { ...entry, target: recordKey(target.type, target.id) });
