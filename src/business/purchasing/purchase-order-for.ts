import type { ApprovalGroup } from '#core/canonical/proposal.ts';
import type { PurchaseOrder, PurchaseOrderLine } from '#core/canonical/purchase-order.ts';
import { dateOfInstant, type Instant } from '#core/kernel/dates.ts';
import { decimalText, micros, ZERO } from '#core/kernel/decimal.ts';
import { derivedId } from '#core/kernel/identifiers.ts';
import type { StoredRecord } from '#core/kernel/records.ts';

export const purchaseOrderIdOf = (approvalGroupId: string): string => derivedId('po', approvalGroupId);

/**
 * The purchase order of the approved proposals of a group: a line each, in the order of the group. It is dated by
 * the earliest order date among them, but never before today.
 */
export function purchaseOrderFor(
  group: ApprovalGroup,
  approved: readonly StoredRecord<'proposal'>[],
  { system, at }: { readonly system: string; readonly at: Instant },
): PurchaseOrder {
  const byId = new Map(approved.map((proposal) => [proposal.id, proposal]));
  const inOrder = group.proposalIds.map((id) => byId.get(id)).filter((proposal) => proposal !== undefined);
  const today = dateOfInstant(at);
  const [earliest = today] = inOrder.map(({ body }) => body.orderDate).sort();
  const [, orderDate = today] = [today, earliest].sort();
  const total = inOrder.reduce((sum, { body }) => sum + micros(body.value.amount), ZERO);
  return {
    id: purchaseOrderIdOf(group.id),
    type: 'standard',
    state: 'requested',
    origin: 'crossdock',
    system,
    supplierId: group.supplierId,
    locationId: group.locationId,
    lines: inOrder.map(lineOf),
    total: { amount: decimalText(total), currency: group.currency },
    orderDate,
    approvalGroupId: group.id,
    releaseId: group.releaseId,
    identifiers: [],
    provenance: { system: 'crossdock', receivedAt: at },
  };
}

function lineOf({ id, body }: StoredRecord<'proposal'>, index: number): PurchaseOrderLine {
  const { itemId, orderQuantity, baseQuantity, price, requestedDate } = body;
  return {
    lineNumber: index + 1,
    itemId,
    quantity: orderQuantity,
    baseQuantity,
    openQuantity: baseQuantity.value,
    price,
    requestedDate,
    proposalId: id,
  };
}
