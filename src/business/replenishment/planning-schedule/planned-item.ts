import { baseUnitsIn } from '#core/canonical/base-units.ts';
import type { DecisionRecord } from '#core/canonical/decision-record.ts';
import type { PlannedBucket, PlannedItem } from '#core/canonical/planning-schedule.ts';
import { addDays, type DayNumber, dateOf, dayNumber, type LocalDate, weekStart } from '#core/kernel/dates.ts';
import { decimalText, type Micros, maximum, micros, minimum, multiply, ZERO } from '#core/kernel/decimal.ts';
import { datesOf } from '../decide.ts';
import type { Schedule } from '../order-date.ts';
import type { PlanningContext } from '../planning-context.ts';
import { applyRules } from '../rules.ts';

/**
 * What became of the order that a run proposed for one item at one location. `ordered`: it is an open order and not
 * planned any more. `decided`: policy or person approved it, and no order has it yet. `undecided`: a person must still
 * decide. `dropped`: it was rejected or replaced.
 */
export type Proposed = 'ordered' | 'decided' | 'undecided' | 'dropped';

/**
 * What we plan to order of one item for one location, by week of arrival (S16).
 * 1. The order proposed now, unless it is an open order already or was dropped.
 * 2. Every later week's planned receipt, in the purchase unit by the same rules as an order; what rounding up brought
 *    too much is taken off the weeks after it.
 * Firm is what is decided and arrives before an order placed at the next review would; everything else is planning. An
 * item of which nothing is planned says so over the whole horizon, as each release replaces the last. Undefined where
 * nothing says from whom or in what unit it is bought.
 */
export function plannedItem(
  record: DecisionRecord,
  proposed: Proposed,
  context: PlanningContext,
): PlannedItem | undefined {
  const { supplier, location, terms, item, itemId } = record.inputs;
  if (!supplier || !location || !terms || !item) return undefined;
  const holds = baseUnitsIn(item, terms.orderUnit);
  if (holds === undefined) return undefined;
  const schedule = context.scheduleOf(supplier, location, terms);
  const weeks = new Map<DayNumber, Week>();
  const later =
    record.outcome === 'refused' ? [] : laterOrders(record, { schedule, context, holds, proposed });
  for (const { arrival, quantity } of [...orderNow(record, proposed), ...later]) {
    const start = weekStart(arrival);
    const isFirm = proposed === 'decided' && arrival < schedule.nextReview.arrival;
    const before = weeks.get(start);
    weeks.set(start, {
      quantity: (before?.quantity ?? ZERO) + quantity,
      isFirm: isFirm && (before?.isFirm ?? true),
    });
  }
  const buckets = [...weeks].sort(([a], [b]) => a - b).map(([start, week]) => bucketOf(start, week));
  const nothing: PlannedBucket = {
    period: horizonOf(record, context.today),
    quantity: '0',
    commitment: 'planning',
  };
  return { itemId, unit: terms.orderUnit, buckets: buckets.length > 0 ? buckets : [nothing] };
}

/** The days a record looks at, from the Monday of this week on. */
export function horizonOf({ net }: DecisionRecord, today: LocalDate): PlannedBucket['period'] {
  const from = dateOf(weekStart(dayNumber(today)));
  const last = net.at(-1)?.bucket ?? from;
  return { from, to: addDays(last, 6) };
}

interface Week {
  readonly quantity: Micros;
  readonly isFirm: boolean;
}

const bucketOf = (start: DayNumber, { quantity, isFirm }: Week): PlannedBucket => ({
  period: { from: dateOf(start), to: dateOf(start + 6) },
  quantity: decimalText(quantity),
  commitment: isFirm ? 'firm' : 'planning',
});

interface Planned {
  readonly arrival: DayNumber;
  /** In the purchase unit. */
  readonly quantity: Micros;
}

function orderNow({ order }: DecisionRecord, proposed: Proposed): readonly Planned[] {
  if (!order || proposed === 'ordered' || proposed === 'dropped') return [];
  return [{ arrival: dayNumber(order.requestedDate), quantity: micros(order.quantity.value) }];
}

interface Around {
  readonly schedule: Schedule;
  readonly context: PlanningContext;
  readonly holds: Micros;
  readonly proposed: Proposed;
}

function laterOrders(
  record: DecisionRecord,
  { schedule, context, holds, proposed }: Around,
): readonly Planned[] {
  const { inputs, net, order, requirement } = record;
  const required = requirement ? micros(requirement.quantity) : ZERO;
  let spare = order && proposed !== 'dropped' ? micros(order.baseQuantity.value) - required : ZERO;
  let covered = required;
  const found: Planned[] = [];
  for (const { bucket, planned } of net) {
    const ofNow = minimum(covered, micros(planned));
    covered -= ofNow;
    const left = micros(planned) - ofNow;
    const missing = maximum(ZERO, left - spare);
    spare -= left - missing;
    if (missing === ZERO) continue;
    const need = Math.max(dayNumber(bucket), dayNumber(context.today));
    const unit = inputs.item?.baseUnit ?? inputs.forecast.unit;
    const asked = { quantity: missing, unit, dates: datesOf(schedule, need, context) };
    const { outcome, line } = applyRules(asked, { inputs, today: context.today });
    if (outcome === 'refused') return [];
    spare += multiply(line.quantity, holds) - missing;
    found.push({ arrival: schedule.datesFor(need).arrival, quantity: line.quantity });
  }
  return found;
}
