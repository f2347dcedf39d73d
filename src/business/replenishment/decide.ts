import { baseUnitsIn } from '#core/canonical/base-units.ts';
import type { DecisionRecord, NetRow, PlannedOrder, PlanningInput } from '#core/canonical/decision-record.ts';
import { decimalText, type Micros, micros, multiply, ONE, ZERO } from '#core/kernel/decimal.ts';
import { type NetTable, netTable, type Requirement, requirementNow } from './net-requirement.ts';
import type { Schedule } from './order-date.ts';
import { type Horizon, type PlanningContext, planningContext } from './planning-context.ts';
import { openLineInWords, type Receipts, receiptsOf } from './receipts.ts';
import type { LineDates, OrderLine } from './rules/rule.ts';
import { applyRules } from './rules.ts';
import { worthOf } from './worth.ts';

/**
 * Decide what one item at one location needs ordered now, and keep how that came about.
 * 1. Project stock over the weeks of the forecast that still count: usable on hand, demand, receipts (R10).
 * 2. Take what an order placed at the next review would bring too late, with its dates (R12).
 * 3. Ask every rule, and price what is left (R2, R14).
 * The answer is a plain record from which `recompute` gets the same.
 */
export function decide(inputs: PlanningInput, context: PlanningContext): DecisionRecord {
  const { runId, plannedAt, reviewDays } = context;
  const { from, quantities } = inputs.forecast;
  const horizon = context.horizonOf(from, quantities.length);
  const schedule = scheduleOf(inputs, context);
  const demand = quantities.slice(horizon.elapsed).map(micros);
  const receipts = receiptsOf(inputs, horizon, schedule?.now.usable, context);
  const safetyStock = inputs.policy ? micros(inputs.policy.safetyStock) : ZERO;
  const firstReachable = schedule ? firstWeekFrom(horizon, schedule.now.usable) : 0;
  const table = netTable({
    usable: usableOf(inputs),
    demand,
    receipts: receipts.byWeek,
    safetyStock,
    firstReachable,
  });
  const requirement = requirementNow(table, weeksToCover(horizon, schedule));
  const base = {
    runId,
    plannedAt,
    reviewDays,
    inputs,
    net: netRows(horizon, demand, receipts.byWeek, decimalText(safetyStock), table),
    remarks: remarksOn(inputs, horizon, receipts),
  };
  if (!requirement) return { ...base, outcome: 'enough', verdicts: [] };
  return { ...base, ...order(inputs, requirement, { horizon, schedule, context }) };
}

/** The same decision from its record alone. */
export const recompute = (record: DecisionRecord): DecisionRecord =>
  decide(record.inputs, planningContext(record));

function scheduleOf(inputs: PlanningInput, { scheduleOf: find }: PlanningContext): Schedule | undefined {
  const { supplier, location, terms } = inputs;
  return supplier && location && terms ? find(supplier, location, terms) : undefined;
}

/** On hand without what is on hold; of an item that has no position there, nothing. */
const usableOf = ({ position }: PlanningInput): Micros =>
  position ? micros(position.onHand) - micros(position.onHold) : ZERO;

/** The week that holds a day; the first one for what lies before, the last one for what lies beyond. */
function firstWeekFrom({ starts }: Horizon, day: number): number {
  const first = starts[0];
  if (first === undefined) return 0;
  return Math.min(Math.max(0, Math.floor((day - first) / 7)), starts.length - 1);
}

/**
 * How many weeks an order placed now must cover: those needed before one placed at the next review can be used.
 * Where nothing says how it would travel, all of them, so that what is missing is seen early.
 */
function weeksToCover({ needs }: Horizon, schedule: Schedule | undefined): number {
  if (!schedule) return needs.length;
  const { usable } = schedule.nextReview;
  const waiting = needs.findIndex((need) => need >= usable);
  return waiting < 0 ? needs.length : waiting;
}

function netRows(
  { dates }: Horizon,
  demand: readonly Micros[],
  receipts: readonly Micros[],
  safetyStock: string,
  { net, planned, projected }: NetTable,
): NetRow[] {
  return dates.map((bucket, week) => ({
    bucket,
    demand: decimalText(demand[week] ?? ZERO),
    receipts: decimalText(receipts[week] ?? ZERO),
    safetyStock,
    net: decimalText(net[week] ?? ZERO),
    planned: decimalText(planned[week] ?? ZERO),
    projected: decimalText(projected[week] ?? ZERO),
  }));
}

function remarksOn(inputs: PlanningInput, horizon: Horizon, { beyond }: Receipts): string[] {
  const remarks: string[] = [];
  if (horizon.dates.length === 0) remarks.push('Every week of the forecast is over: nothing can be said.');
  if (!inputs.position) remarks.push('There is no inventory position: stock counts as zero.');
  if (beyond.length > 0) {
    remarks.push(`Beyond the horizon and not counted: ${beyond.map(openLineInWords).join(', ')}.`);
  }
  return remarks;
}

interface Surroundings {
  readonly horizon: Horizon;
  readonly schedule: Schedule | undefined;
  readonly context: PlanningContext;
}

/** What becomes of a requirement once every rule was asked. */
function order(inputs: PlanningInput, { quantity, week }: Requirement, around: Surroundings) {
  const { horizon, schedule, context } = around;
  const needDay = horizon.needs[week] ?? 0;
  const unit = inputs.item?.baseUnit ?? inputs.forecast.unit;
  const dates = schedule && datesOf(schedule, needDay, context);
  const { outcome, line, verdicts } = applyRules({ quantity, unit, dates }, { inputs, today: context.today });
  const requirement = { quantity: decimalText(quantity), unit, needDate: context.dateText(needDay) };
  const planned = outcome === 'refused' ? undefined : plannedOrder(inputs, quantity, line);
  if (!planned) return { outcome: 'refused' as const, requirement, verdicts };
  const changed = planned.baseQuantity.value !== requirement.quantity;
  return {
    outcome: changed ? ('adjusted' as const) : ('passed' as const),
    requirement,
    verdicts,
    order: planned,
  };
}

/** When to order what must be usable on a day, as an order line says it. */
export function datesOf(schedule: Schedule, need: number, { dateText }: PlanningContext): LineDates {
  const dates = schedule.datesFor(need);
  return {
    needDate: dateText(need),
    orderDate: dateText(dates.order),
    requestedDate: dateText(dates.arrival),
    deliveryDate: dateText(dates.usable),
    expedite: dates.expedite,
  };
}

/** A line that every rule let pass has item, terms and dates. */
function plannedOrder(inputs: PlanningInput, requirement: Micros, line: OrderLine): PlannedOrder | undefined {
  const { item, terms } = inputs;
  const { dates } = line;
  const holds = item && baseUnitsIn(item, line.unit);
  if (!item || !terms || !dates || holds === undefined) return undefined;
  const base = holds === ONE ? line.quantity : multiply(line.quantity, holds);
  return {
    supplierId: terms.supplierId,
    quantity: { value: decimalText(line.quantity), unit: line.unit },
    baseQuantity: { value: decimalText(base), unit: item.baseUnit },
    value: worthOf(base, item, terms.price),
    requirementValue: worthOf(requirement, item, terms.price),
    orderDate: dates.orderDate,
    requestedDate: dates.requestedDate,
    deliveryDate: dates.deliveryDate,
    expedite: dates.expedite,
  };
}
