import { bucketBounds, type DayFigure } from '#core/canonical/figures.ts';
import type { LocalDate } from '#core/kernel/dates.ts';
import type { MeasureDefinition } from './definition.ts';

/** A figure of some days: its value is absent where nothing was counted. */
export interface Figure {
  readonly value?: number;
  readonly numerator: number;
  readonly denominator?: number;
}

export interface DayOfFigure extends Figure {
  readonly day: LocalDate;
}

type Sums = Omit<DayFigure, 'day'>;

/** What is counted of a measure on some days, as one figure. */
export function figureOf({ statistic }: MeasureDefinition, days: readonly Sums[]): Figure {
  const { numerator, denominator, buckets } = sumOf(days);
  if (statistic === 'count') return { value: numerator, numerator };
  if (denominator === 0) return { numerator, denominator };
  if (statistic === 'ratio') return { value: numerator / denominator, numerator, denominator };
  const share = statistic === 'p95' ? 0.95 : 0.5;
  return { value: percentile(buckets, share), numerator, denominator };
}

export const daysOf = (definition: MeasureDefinition, days: readonly DayFigure[]): readonly DayOfFigure[] =>
  days.map((one) => ({ day: one.day, ...figureOf(definition, [one]) }));

function sumOf(days: readonly Sums[]): Sums {
  const buckets: number[] = [];
  let numerator = 0;
  let denominator = 0;
  for (const day of days) {
    numerator += day.numerator;
    denominator += day.denominator;
    for (const [index, count] of day.buckets.entries()) buckets[index] = (buckets[index] ?? 0) + count;
  }
  return { numerator, denominator, buckets };
}

/**
 * The duration that so great a share does not exceed, in seconds: taken as evenly spread within its bucket, and the
 * last bound for what is beyond all of them.
 */
export function percentile(buckets: readonly number[], share: number): number {
  const total = buckets.reduce((sum, count) => sum + (count ?? 0), 0);
  const wanted = total * share;
  let below = 0;
  for (const [index, bound] of bucketBounds.entries()) {
    const count = buckets[index] ?? 0;
    if (count > 0 && below + count >= wanted) {
      const from = bucketBounds[index - 1] ?? 0;
      return from + ((bound - from) * (wanted - below)) / count;
    }
    below += count;
  }
  return bucketBounds.at(-1) ?? 0;
}
