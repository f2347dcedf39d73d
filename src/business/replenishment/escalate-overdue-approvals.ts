import type { StoredRecord } from '#core/kernel/records.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import { listAll } from './list-all.ts';
import type { ApprovalPorts } from './ports.ts';

/**
 * Find the approval groups nobody decided in time, and say so once.
 * 1. Read the groups with a deadline, the earliest first, until one that has time left.
 * 2. Commit that each is escalated, which takes it off the list, with its event.
 * A group decided in the same moment is left alone. Answers how many were escalated.
 */
export async function escalateOverdueApprovals({
  records,
  clock,
}: ApprovalPorts): Promise<Result<{ readonly escalated: number }>> {
  const now = clock.now();
  const overdue: StoredRecord<'approval-group'>[] = [];
  for await (const group of listAll(records, 'approval-group', 'approvals-due')) {
    if ((group.body.dueAt ?? now) > now) break;
    overdue.push(group);
  }
  let escalated = 0;
  for (const { id, version, body, correlationId } of overdue) {
    const data = { approvalGroupId: id, dueAt: body.dueAt ?? now };
    const committed = await records.commit({
      changes: [
        {
          type: 'approval-group',
          id,
          expect: version,
          body: { ...body, escalatedAt: now },
          events: [{ name: 'approval-overdue', data }],
        },
      ],
      correlationId,
    });
    if (committed.ok) escalated += 1;
    else if (committed.problem.code !== 'record-changed') return committed;
  }
  return ok({ escalated });
}
