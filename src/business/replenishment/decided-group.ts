import type { Change, StoredRecord } from '#core/kernel/records.ts';

export interface GroupTally {
  /** Proposals nobody decided yet. */
  readonly pending: number;
  readonly approved: number;
  /** Rejected or superseded. */
  readonly rejected: number;
}

/** The change of a waiting group by decisions about its proposals: the last one decides the group and says so. */
export function decidedGroup(
  { id, version, body }: StoredRecord<'approval-group'>,
  { pending, approved, rejected }: GroupTally,
): Change<'approval-group'> {
  const change = { type: 'approval-group' as const, id, expect: version };
  if (pending > 0) return { ...change, body: { ...body, pending } };
  const data = { approvalGroupId: id, approved, rejected };
  return {
    ...change,
    body: { ...body, pending: 0, state: 'decided' },
    events: [{ name: 'approval-group-decided', data }],
  };
}
