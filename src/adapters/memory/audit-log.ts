import {
  type AuditLog,
  type AuditQuery,
  actorKey,
  auditEntriesPerPage,
  type LoggedEntry,
  loggedEntry,
  pagedBy,
} from '#platform/journal/audit-log.ts';
import { checkLimit, decodeCursor, encodeCursor } from '#platform/journal/cursor.ts';
import type { MemoryRecords } from './records.ts';

/** The audit entries of records in memory, read as those of the real store are. */
export const memoryAuditLog = (records: Pick<MemoryRecords, 'audit'>): AuditLog => ({
  list: async (query) => {
    checkLimit(query, auditEntriesPerPage);
    const after = decodeCursor(pagedBy(query));
    const found = records
      .audit()
      .map(loggedEntry)
      .filter((entry) => isOf(entry, query) && (after === undefined || placeOf(entry) < after))
      .sort((a, b) => (placeOf(a) > placeOf(b) ? -1 : 1));
    const entries = found.slice(0, query.limit);
    const last = entries.at(-1);
    const more = found.length > entries.length;
    return more && last ? { entries, cursor: encodeCursor(pagedBy(query), placeOf(last)) } : { entries };
  },
});

const placeOf = ({ at, id }: LoggedEntry): string => `${at}#${id}`;

function isOf({ at, target, actor }: LoggedEntry, { scope }: AuditQuery): boolean {
  switch (scope.by) {
    case 'day':
      return at.startsWith(scope.day);
    case 'target':
      return target === scope.target;
    case 'actor':
      return actorKey(actor) === scope.actor;
  }
}
