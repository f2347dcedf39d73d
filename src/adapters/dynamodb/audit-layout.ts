/** How audit entries lie in the `Audit` table, which functions may only put to. */
import { dateOfInstant, type Instant } from '#core/kernel/dates.ts';
import { limits, type PreparedAudit, recordKey } from '#platform/journal/model.ts';
import { shardOf } from '#platform/journal/shards.ts';

interface AuditId {
  readonly auditId: string;
  readonly at: Instant;
}

/** The write of one entry, never in the place of another: whoever may only put can then change none. */
export const auditPut = (TableName: string, { auditId, at, ...entry }: AuditId & { target: string }) => ({
  Put: {
    TableName,
    Item: {
      pk: `${dateOfInstant(at)}#${shardOf(auditId, limits.auditShards)}`,
      sk: `${at}#${auditId}`,
      at,
      ...entry,
    },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

/** The write of the entry that belongs to a commit of records. */
export const commitAuditPut = (tableName: string, { target, ...entry }: PreparedAudit) =>
  auditPut(tableName, { ...entry, target: recordKey(target.type, target.id) });
