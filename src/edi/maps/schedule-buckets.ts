import type { Period } from '#core/canonical/planning-schedule.ts';
import { addDays, dayNumber, weekday } from '#core/kernel/dates.ts';

/** How both standards name the span of a bucket. */
export type Span = 'day' | 'week' | 'month' | 'interval';

/** A week is Monday to Sunday and a month a calendar month; all else is an interval of two days. */
export function spanOf({ from, to }: Period): Span {
  if (from === to) return 'day';
  if (weekday(dayNumber(from)) === 1 && addDays(from, 6) === to) return 'week';
  const isWholeMonth =
    from.endsWith('-01') && addDays(to, 1).endsWith('-01') && from.slice(0, 7) === to.slice(0, 7);
  return isWholeMonth ? 'month' : 'interval';
}
