import type { ApprovalGroup, Proposal } from '#core/canonical/proposal.ts';
import type { Instant } from '#core/kernel/dates.ts';
import type { AnyChange, Change } from '#core/kernel/records.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import { groupRecord, readGroup } from './group-object.ts';
import { type GroupedDraft, type PlannedGroup, proposalIdOf } from './model.ts';
import type { ReplenishmentPorts } from './ports.ts';
import { supersedeProposals } from './supersede-proposals.ts';
import { PLANNING_TURN } from './take-planning-turn.ts';

export interface ProposedGroup {
  readonly approvalGroupId: string;
  /** Whether a person must still decide; a superseded group waits for nobody. */
  readonly approval: 'policy' | 'person';
}

/** A proposal is a record and perhaps an event: two items each of the 25 of a commit. */
const AT_ONCE = 12;

/**
 * Propose one approval group of a run.
 * 1. Commit its proposals, a few at a time; what an earlier attempt committed stands.
 * 2. Commit the group, which makes them count: only with it can they be decided or ordered.
 * 3. Where a newer run took the group's place, close the proposals again.
 * What the policy approves is born approved, in its name. A repeated call changes nothing.
 */
export async function proposeGroup(
  { records, objects, clock }: Omit<ReplenishmentPorts, 'settings'>,
  asked: { readonly runId: string; readonly approvalGroupId: string; readonly correlationId: string },
): Promise<Result<ProposedGroup>> {
  const { runId, approvalGroupId, correlationId } = asked;
  const { group, drafts } = await readGroup(objects, runId, approvalGroupId);
  const find = () => records.get('approval-group', approvalGroupId);
  if (!(await find())) {
    const at = clock.now();
    for (let from = 0; from < drafts.length; from += AT_ONCE) {
      const changes = drafts.slice(from, from + AT_ONCE).map((draft) => proposalChange(group, draft, at));
      const committed = await records.commit({ changes, correlationId });
      if (!committed.ok && committed.problem.code !== 'record-changed') return committed;
    }
    const committed = await records.commit({ changes: [groupChange(group, drafts, at)], correlationId });
    if (!committed.ok && committed.problem.code !== 'record-changed') return committed;
  }
  const proposed = await find();
  if (!proposed) throw new Error(`group ${approvalGroupId} was committed and is not there`);
  if (proposed.body.state !== 'superseded') return ok({ approvalGroupId, approval: group.approval });
  const turn = await records.get('planning-turn', PLANNING_TURN);
  const byRunId = turn?.body.runId ?? runId;
  const closed = await supersedeProposals({ records, clock }, proposed.body.proposalIds, byRunId);
  return closed.ok ? ok({ approvalGroupId, approval: 'policy' }) : closed;
}

function proposalChange(group: PlannedGroup, draft: GroupedDraft, at: Instant): AnyChange {
  const body = proposalOf(group, draft, at);
  const by = body.decision?.by;
  return {
    type: 'proposal',
    id: body.id,
    expect: 'absent',
    body,
    events:
      by === undefined
        ? []
        : [{ name: 'proposal-approved', data: { proposalId: body.id, approvalGroupId: group.id, by } }],
  };
}

function proposalOf(group: PlannedGroup, draft: GroupedDraft, at: Instant): Proposal {
  const { itemId, locationId, order, price, netRequirement, needDate, decisionRecord } = draft;
  const { runId, releaseId, policy } = group;
  const approved = group.approval === 'policy' && policy !== undefined;
  return {
    id: proposalIdOf(runId, itemId, locationId),
    runId,
    releaseId,
    approvalGroupId: group.id,
    state: approved ? 'approved' : 'waiting',
    itemId,
    locationId,
    supplierId: order.supplierId,
    netRequirement,
    orderQuantity: order.quantity,
    baseQuantity: order.baseQuantity,
    price,
    value: order.value,
    needDate,
    orderDate: order.orderDate,
    requestedDate: order.requestedDate,
    expedite: order.expedite,
    approvalReasons: draft.approvalReasons,
    ...(approved ? { decision: { by: `policy ${policy}`, at } } : {}),
    decisionRecord,
  };
}

function groupChange(
  group: PlannedGroup,
  drafts: readonly GroupedDraft[],
  at: Instant,
): Change<'approval-group'> {
  const body: ApprovalGroup = groupRecord(group, drafts);
  const change = { type: 'approval-group' as const, id: group.id, expect: 'absent' as const };
  if (group.approval === 'person') {
    const dueAt = new Date(Date.parse(at) + group.decideWithinHours * 3_600_000).toISOString();
    const asked = { approvalGroupId: group.id, supplierId: body.supplierId, proposals: drafts.length, dueAt };
    const events = [{ name: 'approval-requested', data: asked }] as const;
    return { ...change, body: { ...body, proposedAt: at, dueAt }, events };
  }
  const data = { approvalGroupId: group.id, approved: drafts.length, rejected: 0 };
  return { ...change, body, events: [{ name: 'approval-group-decided', data }] };
}
