import { durationText } from '../../parts/format.ts';

export type Unit = 'ratio' | 'count' | 'seconds';

export interface DayFigure {
  readonly day: string;
  readonly value?: number | undefined;
  readonly numerator: number;
  readonly denominator?: number | undefined;
}

/** A figure as it is read: a share as percent, seconds as a length of time; `–` where nothing was counted. Pure. */
export function figureText(unit: Unit, value: number | undefined, locale?: string): string {
  if (value === undefined) return '–';
  if (unit === 'seconds') return durationText(value);
  if (unit === 'count') return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(value);
}

/** What a figure was computed from, in words: `998 of 1,000`; nothing for a plain count. Pure. */
export function shareText(figure: Pick<DayFigure, 'numerator' | 'denominator'>, unit: Unit): string {
  const { numerator, denominator } = figure;
  if (unit !== 'ratio' || !denominator) return '';
  const plain = new Intl.NumberFormat();
  return `${plain.format(numerator)} of ${plain.format(denominator)}`;
}

/** The last day something was counted beside the days before it. */
export interface Trend {
  readonly day: string;
  readonly now: number;
  readonly before: number;
  readonly direction: 'up' | 'down' | 'level';
  /** False when it went where it should not. */
  readonly good: boolean;
}

/**
 * Where a figure is going: its last day beside all the days before taken together. Undefined until two days were
 * counted. A change of less than half a percentage point (of a share) or of 2 % (otherwise) is level. Pure.
 */
export function trendOf(
  days: readonly DayFigure[],
  unit: Unit,
  better: 'higher' | 'lower',
): Trend | undefined {
  const counted = days.filter(({ value }) => value !== undefined).sort((a, b) => a.day.localeCompare(b.day));
  const last = counted.at(-1);
  const before = together(counted.slice(0, -1), unit);
  if (last?.value === undefined || before === undefined) return undefined;
  const change = last.value - before;
  const level = unit === 'ratio' ? 0.005 : Math.abs(before) * 0.02;
  const direction = Math.abs(change) <= level ? 'level' : change > 0 ? 'up' : 'down';
  const good = direction === 'level' || (direction === 'up') === (better === 'higher');
  return { day: last.day, now: last.value, before, direction, good };
}

/** Days taken together: weighed by what each counted, where it says so; else the mean of the days. */
function together(days: readonly DayFigure[], unit: Unit): number | undefined {
  if (days.length === 0) return undefined;
  const denominator = days.reduce((sum, day) => sum + (day.denominator ?? 0), 0);
  if (unit !== 'count' && denominator > 0) {
    return (
      days.reduce((sum, { value = 0, denominator: weight = 0 }) => sum + value * weight, 0) / denominator
    );
  }
  return days.reduce((sum, { value = 0 }) => sum + value, 0) / days.length;
}

/** `up from 97.1 % on the days before`. Pure. */
export function trendText({ direction, before }: Trend, unit: Unit, locale?: string): string {
  const then = figureText(unit, before, locale);
  return direction === 'level'
    ? `as on the days before (${then})`
    : `${direction} from ${then} on the days before`;
}

interface ByValue {
  readonly dimension: string;
  readonly values: readonly { readonly days: readonly DayFigure[] }[];
}

/**
 * The days of a measure as a whole. What waits is kept by somebody or something only: there the days of all are
 * those of each together. Pure.
 */
export function daysOfAll({ dimension, values }: ByValue): readonly DayFigure[] {
  if (dimension === 'all') return values[0]?.days ?? [];
  const sums = new Map<string, number>();
  for (const { day, numerator } of values.flatMap(({ days }) => days)) {
    sums.set(day, (sums.get(day) ?? 0) + numerator);
  }
  return [...sums].map(([day, numerator]) => ({ day, value: numerator, numerator }));
}
