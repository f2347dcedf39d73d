/** The port through which people read who did what: entries are only ever added, by the writes they tell of. */
import type { Actor } from '#core/kernel/correlation.ts';
import type { Instant, LocalDate } from '#core/kernel/dates.ts';
import type { Page } from '#core/kernel/records.ts';
import { type PreparedAudit, recordKey } from './model.ts';

/** Whose entries: those of one day (UTC), of one record or setting, or of one actor. */
export type AuditScope =
  | { readonly by: 'day'; readonly day: LocalDate }
  /** `<record type>#<id>` or `setting#<key>`. */
  | { readonly by: 'target'; readonly target: string }
  /** `person:<id>`, `consumer:<id>` or `function:<id>`. */
  | { readonly by: 'actor'; readonly actor: string };

export interface AuditQuery {
  readonly scope: AuditScope;
  /** 1 to 200. */
  readonly limit: number;
  readonly cursor?: string;
}

export interface LoggedChange {
  /** As a target is written. */
  readonly record: string;
  readonly version: number;
  /** Values before and after, as JSON. */
  readonly fields: readonly {
    readonly path: string;
    readonly before?: string | undefined;
    readonly after?: string | undefined;
  }[];
  /** There was more than is told. */
  readonly cut: boolean;
}

export interface LoggedEntry {
  readonly id: string;
  readonly at: Instant;
  readonly action: string;
  readonly actor: Actor;
  readonly target: string;
  readonly reason?: string | undefined;
  /** In words, where what was changed is not kept here. */
  readonly detail?: string | undefined;
  readonly from?: string | undefined;
  readonly correlationId?: string | undefined;
  readonly changes: readonly LoggedChange[];
}

export interface AuditLog {
  /** Newest first. Throws `validation-failed` for a cursor that is not one of this query. */
  list(query: AuditQuery): Promise<Page<LoggedEntry>>;
}

export const auditEntriesPerPage = 200;

/** The key by which what one actor did is found: `person:jo@example.com`. */
export const actorKey = ({ kind, id }: Actor): string => `${kind}:${id}`;

/** What a cursor of the audit log is bound to. */
export const pagedBy = ({ scope, cursor }: AuditQuery) => ({
  list: 'audit',
  scope: `${scope.by} ${scope.by === 'day' ? scope.day : scope.by === 'target' ? scope.target : scope.actor}`,
  order: 'descending' as const,
  ...(cursor === undefined ? {} : { cursor }),
});

/** An entry as it was committed, as it is read. */
export const loggedEntry = ({
  auditId,
  target,
  changes,
  causationId: _,
  ...entry
}: PreparedAudit): LoggedEntry => ({
  ...entry,
  id: auditId,
  target: recordKey(target.type, target.id),
  changes: changes.map(({ type, id, ...change }) => ({ ...change, record: recordKey(type, id) })),
});
