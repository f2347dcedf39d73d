import type { DecisionRecord, ProposalWithDecisionRecord, PurchaseOrder } from '#contracts/client.ts';

const WEEKS_SHOWN = 8;

/** How one order came about, in a planner's and a buyer's words. */
export interface FollowedItem {
  readonly proposal: ProposalWithDecisionRecord;
  readonly itemName: string;
  readonly order: PurchaseOrder | undefined;
}

/** The story of one item: its net table, what the rules made of the requirement, and the order in the ERP. */
export function tellItem({ proposal, itemName, order }: FollowedItem): string[] {
  const { decisionRecord, itemId, locationId, supplierId, orderQuantity, baseQuantity, value } = proposal;
  const requirement = decisionRecord.requirement;
  return [
    `One item followed: ${itemName} (${itemId}) at ${locationId}`,
    '',
    ...netTable(decisionRecord),
    '',
    requirement
      ? `  Missing from ${requirement.needDate} on: ${requirement.quantity} ${requirement.unit}.`
      : '  Nothing is missing.',
    ...decisionRecord.verdicts.map(saidByRule).filter((line) => line !== undefined),
    `  Proposed: ${orderQuantity.value} ${orderQuantity.unit} (${baseQuantity.value} ${baseQuantity.unit}) from ${supplierId}, ${value.amount} ${value.currency}, to arrive ${proposal.requestedDate}${proposal.expedite ? ' - to be expedited' : ''}.`,
    `  ${decided(proposal)}`,
    order
      ? `  In the ERP: order ${order.number ?? '(no number)'}, ${order.state}, ${order.lines.length} lines, ${order.total.amount} ${order.total.currency}.`
      : '  No order yet.',
  ];
}

function netTable({ net, inputs }: DecisionRecord): string[] {
  const columns = ['week of', 'demand', 'receipts', 'safety', 'net', 'planned', 'projected'];
  const rows = net
    .slice(0, WEEKS_SHOWN)
    .map((row) => [
      row.bucket,
      row.demand,
      row.receipts,
      row.safetyStock,
      row.net,
      row.planned,
      row.projected,
    ]);
  const line = (cells: readonly string[]) => `  ${cells.map((cell) => cell.padStart(10)).join(' ')}`;
  const { position } = inputs;
  const stock = position
    ? `  On hand ${position.onHand}, allocated ${position.allocated}, on hold ${position.onHold}.`
    : '';
  return [stock, line(columns), ...rows.map(line)].filter((text) => text !== '');
}

function saidByRule(verdict: DecisionRecord['verdicts'][number]): string | undefined {
  return verdict.verdict === 'adjusted' ? `  Rule ${verdict.rule}: ${verdict.because}` : undefined;
}

function decided({ decision, approvalReasons, state }: ProposalWithDecisionRecord): string {
  const why = approvalReasons.length > 0 ? ` It had waited because: ${approvalReasons.join(' ')}` : '';
  return decision
    ? `${state === 'approved' ? 'Approved' : 'Rejected'} by ${decision.by}.${why}`
    : `Waits for a person: ${approvalReasons.join(' ')}`;
}
