import type { Actor, CorrelationId } from '#core/kernel/correlation.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { problem } from '#core/kernel/problem.ts';
import type { AnyChange, StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { decidedGroup } from './decided-group.ts';
import type { ApprovalPorts } from './ports.ts';

export interface ProposalDecision {
  readonly proposalId: string;
  /** The version the decision was made on. */
  readonly expectedVersion: number;
  readonly actor: Actor;
  readonly reason?: string;
  /** Of the request: the cause of what is committed, which stays under the correlation of the proposal. */
  readonly correlationId: CorrelationId;
  /** Source address, for the audit record. */
  readonly from?: string;
}

type Verdict = 'approved' | 'rejected';
type Stored = StoredRecord<'proposal'>;

/**
 * Decide a waiting proposal, with its group's count, the events and the audit record in one commit. The last
 * decision of a group decides the group. Others deciding about the same group at the same time make it read again.
 * Problems: `not-found`, `version-stale`, `state-not-allowed`, and `temporarily-unavailable` while the group is
 * still being proposed.
 */
export const decideProposal = (
  ports: ApprovalPorts,
  verdict: Verdict,
  decision: ProposalDecision,
): Promise<Result<Stored>> =>
  decideAgain(async () => {
    const { records } = ports;
    const proposal = await decidable(ports, decision);
    if (!proposal.ok) return proposal;
    const groupId = proposal.value.body.approvalGroupId;
    const group = await records.get('approval-group', groupId);
    if (!group) {
      return fail(problem('temporarily-unavailable', 'The group of the proposal is still being proposed.'));
    }
    if (group.body.state !== 'waiting') {
      return fail(problem('state-not-allowed', `Its approval group is ${group.body.state}.`));
    }
    const { correlationId, actor, reason, from, proposalId } = decision;
    const committed = await records.commit({
      changes: [
        decidedProposal(proposal.value, verdict, decision, ports.clock.now()),
        decidedGroup(group, await tallyWith(ports, group, verdict)),
      ],
      correlationId: proposal.value.correlationId,
      causationId: correlationId,
      audit: {
        actor,
        action: verdict === 'approved' ? 'approve-proposal' : 'reject-proposal',
        target: { type: 'proposal', id: proposalId },
        ...(reason === undefined ? {} : { reason }),
        ...(from === undefined ? {} : { from }),
      },
    });
    if (!committed.ok) return committed;
    const decided = await records.get('proposal', proposalId);
    return decided ? ok(decided) : fail(problem('not-found', `There is no proposal ${proposalId}.`));
  });

async function decidable(
  { records }: ApprovalPorts,
  { proposalId, expectedVersion }: ProposalDecision,
): Promise<Result<Stored>> {
  const proposal = await records.get('proposal', proposalId);
  if (!proposal) return fail(problem('not-found', `There is no proposal ${proposalId}.`));
  const { version, body } = proposal;
  if (version !== expectedVersion) {
    return fail(problem('version-stale', `You decided on version ${expectedVersion}; it is ${version} now.`));
  }
  if (body.state !== 'waiting') return fail(problem('state-not-allowed', `The proposal is ${body.state}.`));
  return ok(proposal);
}

function decidedProposal(
  { id, version, body }: Stored,
  state: Verdict,
  { actor, reason }: ProposalDecision,
  at: string,
): AnyChange {
  const by = actor.id;
  const data = { proposalId: id, approvalGroupId: body.approvalGroupId, by };
  const said = reason === undefined ? {} : { reason };
  return {
    type: 'proposal',
    id,
    expect: version,
    body: { ...body, state, decision: { by, at, ...said } },
    events:
      state === 'approved'
        ? [{ name: 'proposal-approved', data }]
        : [{ name: 'proposal-rejected', data: { ...data, reason: reason ?? '' } }],
  };
}

/** The group's count once this verdict is in; only the last one needs to look at the others. */
async function tallyWith(
  { records }: ApprovalPorts,
  { body }: StoredRecord<'approval-group'>,
  verdict: Verdict,
) {
  const pending = body.pending - 1;
  if (pending > 0) return { pending, approved: 0, rejected: 0 };
  const others = await records.getMany('proposal', body.proposalIds);
  const approvedBefore = others.filter((other) => other.body.state === 'approved').length;
  const approved = approvedBefore + (verdict === 'approved' ? 1 : 0);
  return { pending: 0, approved, rejected: body.proposalIds.length - approved };
}
