import type { ForecastSeries } from '#core/canonical/forecast.ts';
import { dateOf, dayNumber } from '#core/kernel/dates.ts';
import { type Micros, micros, ZERO } from '#core/kernel/decimal.ts';
import type { ChunkResult, WeeklySums } from '../model.ts';

/** The sums of many series, week by week, from the first week that any of them speaks of to the last. */
export function weeklySums(series: readonly ForecastSeries[]): WeeklySums | undefined {
  const byDay = new Map<number, Micros>();
  for (const { from, quantities } of series) {
    const first = dayNumber(from);
    for (const [week, quantity] of quantities.entries()) {
      const day = first + week * 7;
      byDay.set(day, (byDay.get(day) ?? ZERO) + micros(quantity));
    }
  }
  const days = [...byDay.keys()].sort((a, b) => a - b);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const length = (last - first) / 7 + 1;
  const sums = Array.from({ length }, (_, week) => (byDay.get(first + week * 7) ?? ZERO).toString());
  return { from: dateOf(first), sums };
}

/** The sums of a whole release by week; undefined where a partition was checked before they were kept. */
export function sumsByWeek(results: readonly ChunkResult[]): ReadonlyMap<string, Micros> | undefined {
  const byWeek = new Map<string, Micros>();
  for (const { itemLocations, weeks } of results) {
    if (!weeks && itemLocations > 0) return undefined;
    for (const [week, sum] of (weeks?.sums ?? []).entries()) {
      const bucket = dateOf(dayNumber(weeks?.from ?? '') + week * 7);
      byWeek.set(bucket, (byWeek.get(bucket) ?? ZERO) + BigInt(sum));
    }
  }
  return byWeek;
}
