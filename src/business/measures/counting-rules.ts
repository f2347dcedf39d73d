import type { ForecastDue } from '#core/canonical/settings.ts';
import type { CountedEvent, CountingRules } from '#core/kernel/counting.ts';
import type { EventName } from '#events/catalogue.ts';
import { acknowledgedInTime, acknowledgedLines } from './counting/acknowledgements.ts';
import { type Counting, textOf } from './counting/counting.ts';
import { deadLetters } from './counting/dead-letters.ts';
import { openedExceptions, resolvedExceptions } from './counting/exceptions.ts';
import { forecastInTime, forecastPublication, forecastRows } from './counting/forecast.ts';
import { matchedInvoices } from './counting/invoices.ts';
import { orderCycle, proposalDecisions, touchlessOrders } from './counting/orders.ts';
import { postings } from './counting/postings.ts';
import { sourcePulls } from './counting/sources.ts';
import { manualTouches } from './counting/touches.ts';
import { namesOf } from './names.ts';
import { waitingOf } from './waiting.ts';

/** Everything that is counted, waits or is found, as one set of rules. `due`: when forecasts are agreed to be in force. */
export function countingRules({ due }: { readonly due?: ForecastDue | undefined }): CountingRules {
  const countings = byEvent([
    forecastRows,
    forecastPublication,
    forecastInTime(due),
    orderCycle,
    touchlessOrders,
    proposalDecisions,
    acknowledgedLines,
    acknowledgedInTime,
    postings,
    matchedInvoices,
    openedExceptions,
    resolvedExceptions,
    manualTouches,
    sourcePulls,
    deadLetters,
  ]);
  return {
    needed: (event, facts) =>
      (countings.get(event.name) ?? []).flatMap(({ needed }) => needed?.(event, facts) ?? []),
    additions: (event, facts) =>
      (countings.get(event.name) ?? []).flatMap(({ count }) => count(event, facts)),
    touched,
    waiting: waitingOf,
    names: namesOf,
  };
}

function byEvent(countings: readonly Counting[]): ReadonlyMap<EventName, readonly Counting[]> {
  const names = new Map<EventName, Counting[]>();
  for (const counting of countings) {
    for (const name of counting.on) names.set(name, [...(names.get(name) ?? []), counting]);
  }
  return names;
}

/** A proposal that is decided is one less that its group waits for; the group itself says nothing until the last one. */
function touched({ type, data }: CountedEvent) {
  const groupId = type === 'proposal' ? textOf(data, 'approvalGroupId') : undefined;
  return groupId === undefined ? [] : [{ type: 'approval-group', id: groupId } as const];
}
