import type { ApprovalGroup } from '#core/canonical/proposal.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import { requestPurchaseOrder } from '../purchasing/request-purchase-order.ts';
import { groupRecord, readGroup } from './group-object.ts';
import type { ReplenishmentPorts } from './ports.ts';
import { supersedeProposals, supersedeWaiting } from './supersede-proposals.ts';

export interface GroupToSettle {
  readonly runId: string;
  readonly approvalGroupId: string;
  /** The run that plans instead. */
  readonly byRunId: string;
}

/**
 * Bring one approval group of an earlier run to its end.
 * 1. Not proposed yet: take its place as superseded, so that it never will be.
 * 2. Waiting: what nobody decided gives way to the newer plan.
 * 3. Decided: what is approved becomes its purchase order now; the workflow that comes later finds it.
 * Answers the purchase order, if there is one.
 */
export async function settleGroup(
  ports: ReplenishmentPorts,
  toSettle: GroupToSettle,
): Promise<Result<string | undefined>> {
  const { approvalGroupId, byRunId } = toSettle;
  const closed = await decideAgain(() => close(ports, toSettle));
  if (!closed.ok) return closed;
  const { state, proposalIds } = closed.value.body;
  if (state === 'superseded') {
    const superseded = await supersedeProposals(ports, proposalIds, byRunId);
    return superseded.ok ? ok(undefined) : superseded;
  }
  const { correlationId } = closed.value;
  const ordered = await requestPurchaseOrder(ports, { approvalGroupId, correlationId });
  return ordered.ok ? ok(ordered.value.purchaseOrderId ?? undefined) : ordered;
}

/** The group once nothing of it waits any more. */
async function close(
  ports: ReplenishmentPorts,
  { runId, approvalGroupId, byRunId }: GroupToSettle,
): Promise<Result<StoredRecord<'approval-group'>>> {
  const { records } = ports;
  const existing = await records.get('approval-group', approvalGroupId);
  if (existing && existing.body.state !== 'waiting') return ok(existing);
  if (existing) {
    const emptied = await supersedeWaiting(ports, existing, byRunId);
    return emptied.ok ? close(ports, { runId, approvalGroupId, byRunId }) : emptied;
  }
  const { group, drafts } = await readGroup(ports.objects, runId, approvalGroupId);
  const body: ApprovalGroup = { ...groupRecord(group, drafts), state: 'superseded', pending: 0 };
  const run = await records.get('replenishment-run', runId);
  const committed = await records.commit({
    changes: [{ type: 'approval-group', id: approvalGroupId, expect: 'absent', body }],
    correlationId: run?.correlationId ?? approvalGroupId,
  });
  return committed.ok ? close(ports, { runId, approvalGroupId, byRunId }) : committed;
}
