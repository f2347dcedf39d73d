import type { CrossdockClient, Proposal, PurchaseOrder } from '#contracts/client.ts';
import type { FollowedItem } from './tell-item.ts';

const LOOKED_AT = 40;

/** Choose an item whose story is worth telling: ordered, and rounded by a rule on the way; else the first ordered. */
export async function followItem(
  api: CrossdockClient,
  proposals: readonly Proposal[],
  orders: readonly PurchaseOrder[],
): Promise<FollowedItem | undefined> {
  const byGroup = new Map(orders.map((order) => [order.approvalGroupId, order]));
  const ordered = proposals.filter(({ approvalGroupId }) => byGroup.has(approvalGroupId));
  let chosen: FollowedItem | undefined;
  for (const { id: proposalId, itemId, approvalGroupId } of ordered.slice(0, LOOKED_AT)) {
    const { data: proposal } = await api.getProposal({ proposalId });
    const isRounded = proposal.decisionRecord.verdicts.some(
      ({ rule, verdict }) => rule === 'order-multiple' && verdict === 'adjusted',
    );
    if (chosen && !isRounded) continue;
    const { data: item } = await api.getItem({ itemId });
    chosen = { proposal, itemName: item.description, order: byGroup.get(approvalGroupId) };
    if (isRounded) return chosen;
  }
  return chosen;
}
