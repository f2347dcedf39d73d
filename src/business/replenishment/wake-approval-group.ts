import type { Records } from '#core/kernel/records.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import type { WakeTask } from './ports.ts';

/**
 * Wake the workflow of an approval group that nothing waits for any more. `nobody`: the group is not decided, or no
 * workflow waits (yet): one that comes later looks for itself. Waking twice does no harm.
 */
export async function wakeApprovalGroup(
  { records, wake }: { readonly records: Records; readonly wake: WakeTask },
  { approvalGroupId }: { readonly approvalGroupId: string },
): Promise<Result<'woken' | 'nobody'>> {
  const group = await records.get('approval-group', approvalGroupId);
  if (!group || group.body.state === 'waiting') return ok('nobody');
  const wait = await records.get('approval-wait', approvalGroupId);
  if (!wait) return ok('nobody');
  const woken = await wake(wait.body.taskToken, { approvalGroupId });
  return ok(woken === 'woken' ? 'woken' : 'nobody');
}
