import { type Micros, maximum, ZERO } from '#core/kernel/decimal.ts';

/** What is known of one item at one location, week by week, in the base unit. The lists are equally long. */
export interface NetInput {
  /**
   * On hand without what is on hold. What is allocated is not taken off: the orders it is allocated to are part of
   * the demand, and would count twice.
   */
  readonly usable: Micros;
  readonly demand: readonly Micros[];
  readonly receipts: readonly Micros[];
  readonly safetyStock: Micros;
  /** The first week that an order placed today can reach. */
  readonly firstReachable: number;
}

export interface NetTable {
  readonly net: readonly Micros[];
  readonly planned: readonly Micros[];
  readonly projected: readonly Micros[];
}

/**
 * The time-phased net requirement (R10, single level):
 * `net(t) = max(0, safety stock − (projected(t−1) + receipts(t) − demand(t)))`, and
 * `projected(t) = projected(t−1) + receipts(t) − demand(t) + planned(t)`.
 * The planned receipt is the net requirement, except before the first week that an order placed today can reach:
 * nothing new arrives there, what is missing is carried on, and an open order that comes late mends it instead of
 * being ordered a second time.
 */
export function netTable({ usable, demand, receipts, safetyStock, firstReachable }: NetInput): NetTable {
  const net: Micros[] = [];
  const planned: Micros[] = [];
  const projected: Micros[] = [];
  let stock = usable;
  for (let week = 0; week < demand.length; week += 1) {
    stock = stock + (receipts[week] ?? ZERO) - (demand[week] ?? ZERO);
    const missing = maximum(ZERO, safetyStock - stock);
    const arriving = week < firstReachable ? ZERO : missing;
    stock += arriving;
    net.push(missing);
    planned.push(arriving);
    projected.push(stock);
  }
  return { net, planned, projected };
}

export interface Requirement {
  readonly quantity: Micros;
  /** The week in which it begins to be missing. */
  readonly week: number;
}

/**
 * What must be ordered now: the planned receipts of all weeks that an order placed at the next review would reach
 * too late (`weeks` of them). Undefined where there is enough until then.
 * Where the shortage begins before the first reachable week and lasts, it is needed from its beginning: an expedite.
 */
export function requirementNow({ net, planned }: NetTable, weeks: number): Requirement | undefined {
  let quantity = ZERO;
  let first = -1;
  for (let week = 0; week < weeks; week += 1) {
    const arriving = planned[week] ?? ZERO;
    if (arriving > ZERO && first < 0) first = week;
    quantity += arriving;
  }
  if (first < 0) return undefined;
  let week = first;
  while (week > 0 && planned[week - 1] === ZERO && (net[week - 1] ?? ZERO) > ZERO) week -= 1;
  return { quantity, week };
}
