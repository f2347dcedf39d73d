import { decideAgain } from '#core/kernel/decide-again.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { ApprovalPorts, WakeTask } from './ports.ts';
import { wakeApprovalGroup } from './wake-approval-group.ts';

export interface ApprovalWaitRequest {
  readonly approvalGroupId: string;
  readonly taskToken: string;
}

/**
 * Keep the token that wakes the workflow of an approval group.
 * 1. Store the token; a later attempt of the same step replaces it.
 * 2. Read the group again: it may have been decided before the token was there, and then nobody else would wake it.
 * Problem: `not-found` when there is no such group.
 */
export async function awaitApproval(
  { records, clock, wake }: ApprovalPorts & { readonly wake: WakeTask },
  { approvalGroupId: id, taskToken }: ApprovalWaitRequest,
): Promise<Result<'waiting' | 'woken'>> {
  const group = await records.get('approval-group', id);
  if (!group) return fail(problem('not-found', `There is no approval group ${id}.`));
  const stored = await decideAgain(async () => {
    const before = await records.get('approval-wait', id);
    const body = { id, taskToken, since: clock.now() };
    const change = {
      type: 'approval-wait' as const,
      id,
      expect: before?.version ?? ('absent' as const),
      body,
    };
    return records.commit({ changes: [change], correlationId: group.correlationId });
  });
  if (!stored.ok) return stored;
  const woken = await wakeApprovalGroup({ records, wake }, { approvalGroupId: id });
  return woken.ok ? ok(woken.value === 'woken' ? 'woken' : 'waiting') : woken;
}
