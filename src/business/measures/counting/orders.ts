import type { Addition } from '#core/canonical/figures.ts';
import type { CountedEvent, Facts, RecordReference } from '#core/kernel/counting.ts';
import type { Instant } from '#core/kernel/dates.ts';
import { type Counting, isPerson, lastBefore, oneOf, ownHistory, textOf, tookSeconds } from './counting.ts';
import { locationOf, regionOf } from './region.ts';

/** What an order that the ERP confirmed came from: its release and its approval group. */
function origin(event: CountedEvent, facts: Facts): readonly RecordReference[] {
  const order = facts.of('purchase-order', event.id);
  return [
    ...ownHistory(event),
    ...locationOf(order?.locationId),
    ...(order?.releaseId ? [{ type: 'forecast-release', id: order.releaseId, history: true } as const] : []),
    ...(order?.approvalGroupId
      ? [{ type: 'approval-group', id: order.approvalGroupId, history: true } as const]
      : []),
  ];
}

/** From a checked release to the order that the ERP confirmed, with and without the time people took to decide. */
export const orderCycle: Counting = {
  on: ['purchase-order-created'],
  needed: origin,
  count: (event, facts) => {
    const order = facts.of('purchase-order', event.id);
    if (!order?.releaseId || !isFirst(event, facts)) return [];
    const validated = happened(facts, 'forecast-release', order.releaseId, 'forecast-release-validated');
    if (validated === undefined) return [];
    const of = ofOrder(event, facts);
    const whole = secondsBetween(validated, event.at);
    const waited =
      releaseWait(order.releaseId, validated, facts) + approvalWait(order.approvalGroupId, facts);
    return [
      tookSeconds('order-cycle', event, of, whole),
      tookSeconds('order-cycle-machine', event, of, whole - waited),
    ];
  },
};

/** Orders that the ERP confirmed, and of them those on which nobody had to decide: approved by policy, never refused. */
export const touchlessOrders: Counting = {
  on: ['purchase-order-created'],
  needed: origin,
  count: (event, facts) => {
    const order = facts.of('purchase-order', event.id);
    const group = order?.approvalGroupId && facts.of('approval-group', order.approvalGroupId);
    if (!group || !isFirst(event, facts)) return [];
    const wasRefused = lastBefore(event, facts, 'purchase-order-refused') !== undefined;
    return [
      oneOf('touchless-orders', event, ofOrder(event, facts), group.approval === 'policy' && !wasRefused),
    ];
  },
};

/** Proposals that a person decided: approved of decided. What policies approve and newer plans replace is left out. */
export const proposalDecisions: Counting = {
  on: ['proposal-approved', 'proposal-rejected'],
  needed: (event, facts) => locationOf(facts.of('proposal', event.id)?.locationId),
  count: (event, facts): readonly Addition[] => {
    if (!isPerson(textOf(event.data, 'by'))) return [];
    const proposal = facts.of('proposal', event.id);
    const of = {
      process: 'replenishment',
      supplier: proposal?.supplierId,
      region: regionOf(facts, proposal?.locationId),
    };
    return [oneOf('proposal-decisions', event, of, event.name === 'proposal-approved')];
  },
};

const isFirst = (event: CountedEvent, facts: Facts): boolean =>
  lastBefore(event, facts, 'purchase-order-created') === undefined;

function ofOrder({ id }: CountedEvent, facts: Facts): Addition['of'] {
  const order = facts.of('purchase-order', id);
  return {
    process: 'replenishment',
    supplier: order?.supplierId,
    system: order?.system,
    region: regionOf(facts, order?.locationId),
  };
}

function happened(
  facts: Facts,
  type: 'forecast-release' | 'approval-group',
  id: string,
  event: string,
): Instant | undefined {
  return facts.history(type, id).find((entry) => entry.event === event)?.at;
}

/** While a planner looked at the release. */
function releaseWait(releaseId: string, validated: Instant, facts: Facts): number {
  const release = facts.of('forecast-release', releaseId);
  const approved = happened(facts, 'forecast-release', releaseId, 'forecast-release-approved');
  return approved && isPerson(release?.approvedBy) ? secondsBetween(validated, approved) : 0;
}

/** While a buyer looked at the proposals. */
function approvalWait(groupId: string | undefined, facts: Facts): number {
  if (groupId === undefined) return 0;
  const asked = facts.of('approval-group', groupId)?.proposedAt;
  const decided = happened(facts, 'approval-group', groupId, 'approval-group-decided');
  return asked && decided ? secondsBetween(asked, decided) : 0;
}

const secondsBetween = (from: Instant, to: Instant): number =>
  Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000);
