import type { OpenSupply, PlanningInput } from '#core/canonical/decision-record.ts';
import { type DayNumber, dayNumber } from '#core/kernel/dates.ts';
import { decimalText, type Micros, micros, ZERO } from '#core/kernel/decimal.ts';
import type { Horizon, PlanningContext } from './planning-context.ts';

/**
 * What arrives in each week: open order lines by the day they can be used, past due ones in the first week. What is
 * on its way between our own locations bears no date and counts in the first week. Beyond the horizon counts nothing.
 */
export function receiptsOf(inputs: PlanningInput, horizon: Horizon, context: PlanningContext): Micros[] {
  const receipts = new Array<Micros>(horizon.starts.length).fill(ZERO);
  const first = horizon.starts[0];
  if (first === undefined) return receipts;
  const add = (week: number, quantity: Micros): void => {
    const before = receipts[week];
    if (before !== undefined) receipts[week] = before + quantity;
  };
  if (inputs.position) add(0, micros(inputs.position.inTransit));
  for (const supply of inputs.supply) {
    const week = Math.floor((usableDay(supply, inputs, context) - first) / 7);
    add(Math.max(0, week), micros(supply.openQuantity));
  }
  return receipts;
}

/** The open lines that come after the last week, in words. */
export function lateReceipts(inputs: PlanningInput, { starts }: Horizon, context: PlanningContext): string[] {
  if (inputs.supply.length === 0) return [];
  const last = starts.at(-1);
  const late = inputs.supply.filter(
    (supply) => last !== undefined && usableDay(supply, inputs, context) >= last + 7,
  );
  return late.map(
    ({ openQuantity, purchaseOrderId, expectedDate }) =>
      `${decimalText(micros(openQuantity))} of order ${purchaseOrderId} on ${expectedDate}`,
  );
}

const usableDay = (supply: OpenSupply, { location }: PlanningInput, context: PlanningContext): DayNumber =>
  location ? context.usableFrom(location, supply.expectedDate) : dayNumber(supply.expectedDate);
