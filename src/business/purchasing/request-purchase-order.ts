import type { ApprovalGroup } from '#core/canonical/proposal.ts';
import type { PurchaseOrder } from '#core/canonical/purchase-order.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { problem } from '#core/kernel/problem.ts';
import type { AnyChange, Records, StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { Settings } from '#core/kernel/settings.ts';
import { purchaseOrderFor } from './purchase-order-for.ts';
import { routeOrder } from './route-order.ts';

export interface PurchasingPorts {
  readonly records: Records;
  readonly settings: Settings;
  readonly clock: Clock;
}

export interface RequestedPurchaseOrder {
  /** null when nothing of the group was approved. */
  readonly purchaseOrderId: string | null;
}

/**
 * Make one purchase order of what is approved in a decided approval group.
 * 1. A group that has its order, or comes to nothing, answers that.
 * 2. Choose the system of record by the company of the location.
 * 3. Commit the order as `requested`, with the event that has it posted, and the group as ordered, together.
 * Its id derives from the group: whoever asks again finds it. Problems: `not-found`; `state-not-allowed` while
 * somebody must still decide; `routing-missing` when no rule names a system.
 */
export const requestPurchaseOrder = (
  ports: PurchasingPorts,
  { approvalGroupId, correlationId }: { readonly approvalGroupId: string; readonly correlationId: string },
): Promise<Result<RequestedPurchaseOrder>> =>
  decideAgain(async () => {
    const { records, clock } = ports;
    const group = await records.get('approval-group', approvalGroupId);
    if (!group) return fail(problem('not-found', `There is no approval group ${approvalGroupId}.`));
    const { state, proposalIds, purchaseOrderId } = group.body;
    if (state === 'waiting') {
      return fail(problem('state-not-allowed', `${group.body.pending} proposals of it are undecided.`));
    }
    if (state !== 'decided') return ok({ purchaseOrderId: purchaseOrderId ?? null });
    const proposals = await records.getMany('proposal', proposalIds);
    const approved = proposals.filter((proposal) => proposal.body.state === 'approved');
    if (approved.length === 0) return close(ports, group, correlationId);
    const system = await routeOrder(ports, group.body.locationId);
    if (!system.ok) return system;
    const order = purchaseOrderFor(group.body, approved, { system: system.value, at: clock.now() });
    const ordered: ApprovalGroup = { ...group.body, state: 'ordered', purchaseOrderId: order.id };
    const committed = await records.commit({
      changes: [requested(order), groupChange(group, ordered)],
      correlationId,
    });
    return committed.ok ? ok({ purchaseOrderId: order.id }) : committed;
  });

async function close(
  { records }: PurchasingPorts,
  group: StoredRecord<'approval-group'>,
  correlationId: string,
): Promise<Result<RequestedPurchaseOrder>> {
  const body: ApprovalGroup = { ...group.body, state: 'nothing_to_order' };
  const committed = await records.commit({ changes: [groupChange(group, body)], correlationId });
  return committed.ok ? ok({ purchaseOrderId: null }) : committed;
}

function requested(order: PurchaseOrder): AnyChange {
  const { id, system, supplierId, locationId } = order;
  const data = { purchaseOrderId: id, system, supplierId, locationId, lines: order.lines.length };
  return {
    type: 'purchase-order',
    id,
    expect: 'absent',
    body: order,
    events: [{ name: 'purchase-order-requested', data }],
  };
}

const groupChange = ({ id, version }: StoredRecord<'approval-group'>, body: ApprovalGroup): AnyChange => ({
  type: 'approval-group',
  id,
  expect: version,
  body,
});
