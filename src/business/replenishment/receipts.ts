import type { OpenSupply, PlanningInput } from '#core/canonical/decision-record.ts';
import { type DayNumber, dayNumber } from '#core/kernel/dates.ts';
import { decimalText, type Micros, micros, ZERO } from '#core/kernel/decimal.ts';
import type { Horizon, PlanningContext } from './planning-context.ts';

export interface Receipts {
  /** What arrives in each week. */
  readonly byWeek: readonly Micros[];
  /** The open lines that are not counted because they come after the last week. */
  readonly beyond: readonly OpenSupply[];
}

/**
 * What arrives in each week: open order lines by the day they can be used, past due ones in the first week. What is
 * on its way between our own locations bears no date and counts in the first week. Beyond the horizon counts nothing,
 * unless an order placed today would come no earlier (`reach`): the last week then stands for it, and for them.
 */
export function receiptsOf(
  { position, location, supply }: PlanningInput,
  { starts }: Horizon,
  reach: DayNumber | undefined,
  context: PlanningContext,
): Receipts {
  const byWeek = new Array<Micros>(starts.length).fill(ZERO);
  const beyond: OpenSupply[] = [];
  const last = starts.length - 1;
  const add = (week: number, quantity: Micros): void => {
    const before = byWeek[week];
    if (before !== undefined) byWeek[week] = before + quantity;
  };
  if (position) add(0, micros(position.inTransit));
  for (const open of supply) {
    const { expectedDate, openQuantity } = open;
    const usable = location ? context.usableFrom(location, expectedDate) : dayNumber(expectedDate);
    const week = Math.max(0, Math.floor((usable - (starts[0] ?? usable)) / 7));
    if (week <= last) add(week, micros(openQuantity));
    else if (reach !== undefined && usable <= reach) add(last, micros(openQuantity));
    else beyond.push(open);
  }
  return { byWeek, beyond };
}

/** An open line in words. */
export const openLineInWords = ({ openQuantity, purchaseOrderId, expectedDate }: OpenSupply): string =>
  `${decimalText(micros(openQuantity))} of order ${purchaseOrderId} on ${expectedDate}`;
