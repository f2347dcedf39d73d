import type {
  CrossdockClient,
  Proposal,
  ProposalWithDecisionRecord,
  PurchaseOrder,
} from '#contracts/client.ts';
import type { Decided } from './repair.ts';
import type { FollowedItem } from './tell-item.ts';

const LOOKED_AT = 120;
const MUCH = 200;

/** The item a buyer decided about; else the one whose story tells most, among the first that were ordered. */
export async function followItem(
  api: CrossdockClient,
  proposals: readonly Proposal[],
  orders: readonly PurchaseOrder[],
  decided: Decided | undefined,
): Promise<FollowedItem | undefined> {
  const byGroup = new Map(orders.map((order) => [order.approvalGroupId, order]));
  const ordered = proposals.filter(({ approvalGroupId }) => byGroup.has(approvalGroupId));
  const repaired = ordered.find(
    ({ itemId, approvalGroupId }) =>
      itemId === decided?.exception.about.itemId && byGroup.get(approvalGroupId)?.id === decided?.after.id,
  );
  const looked: ProposalWithDecisionRecord[] = [];
  for (const { id: proposalId } of repaired ? [repaired] : ordered.slice(0, LOOKED_AT)) {
    looked.push((await api.getProposal({ proposalId })).data);
  }
  const [proposal] = looked.toSorted((a, b) => worthTelling(b) - worthTelling(a));
  if (!proposal) return undefined;
  const { data: item } = await api.getItem({ itemId: proposal.itemId });
  return { proposal, itemName: item.description, order: byGroup.get(proposal.approvalGroupId) };
}

/** Rounded to cases tells most, then a quantity worth a pallet, goods on their way, an order that is still in time. */
function worthTelling({
  decisionRecord: { verdicts, net },
  netRequirement,
  expedite,
}: ProposalWithDecisionRecord): number {
  const isRounded = verdicts.some((said) => said.verdict === 'adjusted' && said.because.includes('cases of'));
  const hasReceipts = net.some(({ receipts }) => receipts !== '0');
  const isMuch = Number(netRequirement.value) >= MUCH;
  return (isRounded ? 8 : 0) + (isMuch ? 4 : 0) + (hasReceipts ? 2 : 0) + (expedite ? 0 : 1);
}
