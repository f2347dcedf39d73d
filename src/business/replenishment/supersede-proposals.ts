import type { Proposal } from '#core/canonical/proposal.ts';
import type { AnyChange, StoredRecord } from '#core/kernel/records.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import { decidedGroup } from './decided-group.ts';
import type { ApprovalPorts } from './ports.ts';

/** A proposal is a record and an event; the group and its event must fit beside them into 25 items. */
const AT_ONCE = 11;

/**
 * Close what nobody decided of a waiting group, in commits of a few proposals each; with the last of them the group
 * is decided. Problem: `record-changed` when somebody decides at the same time.
 */
export async function supersedeWaiting(
  { records, clock }: ApprovalPorts,
  group: StoredRecord<'approval-group'>,
  byRunId: string,
): Promise<Result<void>> {
  const proposals = await records.getMany('proposal', group.body.proposalIds);
  const waiting = proposals.filter(({ body }) => body.state === 'waiting');
  const approved = proposals.filter(({ body }) => body.state === 'approved').length;
  const batch = waiting.slice(0, AT_ONCE);
  const pending = waiting.length - batch.length;
  const rejected = proposals.length - approved - pending;
  const committed = await records.commit({
    changes: [
      ...batch.map((proposal) => superseded(proposal, byRunId, clock.now())),
      decidedGroup(group, { pending, approved, rejected }),
    ],
    correlationId: group.correlationId,
  });
  return committed;
}

/** Close proposals whose group never came to be. */
export async function supersedeProposals(
  { records, clock }: ApprovalPorts,
  ids: readonly string[],
  byRunId: string,
): Promise<Result<void>> {
  const proposals = await records.getMany('proposal', ids);
  const open = proposals.filter(({ body }) => body.state === 'waiting' || body.state === 'approved');
  for (let at = 0; at < open.length; at += AT_ONCE) {
    const batch = open.slice(at, at + AT_ONCE);
    const committed = await records.commit({
      changes: batch.map((proposal) => superseded(proposal, byRunId, clock.now())),
      correlationId: batch[0]?.correlationId ?? byRunId,
    });
    if (!committed.ok) return committed;
  }
  return ok(undefined);
}

function superseded({ id, version, body }: StoredRecord<'proposal'>, byRunId: string, at: string): AnyChange {
  const decision = { by: 'replenishment', at, reason: `Run ${byRunId} plans it anew.` };
  const changed: Proposal = { ...body, state: 'superseded', decision };
  const data = { proposalId: id, approvalGroupId: body.approvalGroupId, byRunId };
  return {
    type: 'proposal',
    id,
    expect: version,
    body: changed,
    events: [{ name: 'proposal-superseded', data }],
  };
}
