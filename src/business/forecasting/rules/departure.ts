import { type Micros, ONE, ZERO } from '#core/kernel/decimal.ts';

/** How one item-location departs from the baseline so far that a planner should see it. */
export type Departure = 'spike' | 'drop' | 'zero' | 'lost';

/**
 * Compare the quantities of one item-location over the weeks that both releases speak of. `after` is undefined
 * where the new release does not speak of it at all. Undefined: nothing out of the ordinary.
 */
export function departureOf(
  before: Micros,
  after: Micros | undefined,
  anomalyPercent: Micros,
): Departure | undefined {
  if (after === undefined) return before > ZERO ? 'lost' : undefined;
  if (before === after) return undefined;
  if (after === ZERO) return 'zero';
  const change = after > before ? after - before : before - after;
  if (change * 100n * ONE <= before * anomalyPercent) return undefined;
  return after > before ? 'spike' : 'drop';
}
