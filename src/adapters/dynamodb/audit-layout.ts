/** How audit entries lie in the `Audit` table, which functions may only put to. */
import { dateOfInstant } from '#core/kernel/dates.ts';
import { type PreparedAudit, recordKey } from '#platform/journal/model.ts';

export const auditItem = ({ auditId, shard, target, ...entry }: PreparedAudit) => ({
  pk: `${dateOfInstant(entry.at)}#${shard}`,
  sk: `${entry.at}#${auditId}`,
  target: recordKey(target.type, target.id),
  ...entry,
});
