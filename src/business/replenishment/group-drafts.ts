import type { ApprovalPolicy } from '#core/canonical/settings.ts';
import { derivedId } from '#core/kernel/identifiers.ts';
import type { Currency, Money } from '#core/kernel/money.ts';
import { approvalReasons, DEFAULT_HOURS_TO_DECIDE } from './approval-policy.ts';
import type { Draft, GroupedDraft, PlannedGroup } from './model.ts';
import { moneyTotals } from './money-totals.ts';

/** What fits into one purchase order. */
const LARGEST_GROUP = 200;

export interface GroupedDrafts {
  readonly group: PlannedGroup;
  readonly drafts: readonly GroupedDraft[];
}

export interface GroupingContext {
  readonly runId: string;
  readonly releaseId: string;
  readonly policy: ApprovalPolicy | undefined;
}

/** Collects drafts and groups them by supplier, location, currency and who approves; each group is one order. */
export function draftGrouping(context: GroupingContext) {
  const heaps = new Map<string, GroupedDraft[]>();
  return {
    add: (draft: Draft): void => {
      const grouped = { ...draft, approvalReasons: approvalReasons(draft, context.policy) };
      const key = heapKey(grouped);
      const heap = heaps.get(key);
      if (heap) heap.push(grouped);
      else heaps.set(key, [grouped]);
    },
    /** In the order of supplier, location, currency and approval; of more than 200 drafts several parts. */
    groups: function* (): Generator<GroupedDrafts> {
      for (const [, heap] of [...heaps].sort(([a], [b]) => (a < b ? -1 : 1))) {
        heap.sort((a, b) => (a.itemId < b.itemId ? -1 : 1));
        for (let part = 0; part * LARGEST_GROUP < heap.length; part += 1) {
          const drafts = heap.slice(part * LARGEST_GROUP, (part + 1) * LARGEST_GROUP);
          yield { group: plannedGroup(context, drafts, part), drafts };
        }
      }
    },
  };
}

const approvalOf = ({ approvalReasons: reasons }: GroupedDraft): 'policy' | 'person' =>
  reasons.length === 0 ? 'policy' : 'person';

const heapKey = (draft: GroupedDraft): string =>
  [draft.order.supplierId, draft.locationId, draft.order.value.currency, approvalOf(draft)].join('|');

function plannedGroup(
  { runId, releaseId, policy }: GroupingContext,
  drafts: readonly GroupedDraft[],
  part: number,
): PlannedGroup {
  const [first] = drafts;
  if (!first) throw new RangeError('a group without drafts');
  const { supplierId } = first.order;
  const { currency } = first.order.value;
  const approval = approvalOf(first);
  const { locationId } = first;
  return {
    id: derivedId('ag', runId, supplierId, locationId, currency, approval, String(part)),
    runId,
    releaseId,
    supplierId,
    locationId,
    currency,
    approval,
    ...(policy ? { policy: policy.name } : {}),
    decideWithinHours: policy?.decideWithinHours ?? DEFAULT_HOURS_TO_DECIDE,
    value: sum(drafts, currency),
    proposals: drafts.length,
  };
}

function sum(drafts: readonly GroupedDraft[], currency: Currency): Money {
  const totals = moneyTotals();
  for (const { order } of drafts) totals.add(order.value);
  return totals.all().find((total) => total.currency === currency) ?? { amount: '0', currency };
}
