import { type DayNumber, dayNumber, type LocalDate, weekday } from '#core/kernel/dates.ts';

/** The days on which something is done: certain weekdays, except the days on which all is closed. */
export interface Calendar {
  readonly weekdays: readonly number[];
  readonly closed: ReadonlySet<DayNumber>;
}

/** `weekdays` are ISO weekdays, 1 is Monday; at least one. `closedOn` is finite, so that there is always a next day. */
export const calendar = (weekdays: readonly number[], closedOn: readonly LocalDate[] = []): Calendar => ({
  weekdays,
  closed: new Set(closedOn.map(dayNumber)),
});

export const isOpenOn = ({ weekdays, closed }: Calendar, day: DayNumber): boolean =>
  weekdays.includes(weekday(day)) && !closed.has(day);

/** The first open day from `day` on. */
export function openFrom(days: Calendar, day: DayNumber): DayNumber {
  let open = day;
  while (!isOpenOn(days, open)) open += 1;
  return open;
}

/** The last open day up to `day`. */
export function openUpTo(days: Calendar, day: DayNumber): DayNumber {
  let open = day;
  while (!isOpenOn(days, open)) open -= 1;
  return open;
}

/** So many open days after `day`; none of them is the first open day from `day` on. */
export function openDaysAfter(days: Calendar, day: DayNumber, count: number): DayNumber {
  if (count === 0) return openFrom(days, day);
  let open = day;
  for (let counted = 0; counted < count; counted += 1) open = openFrom(days, open + 1);
  return open;
}

/** The last day from which so many open days lead up to `day` or before: the inverse of `openDaysAfter`. */
export function lastDayBefore(days: Calendar, day: DayNumber, count: number): DayNumber {
  let open = openUpTo(days, day);
  if (count === 0) return open;
  for (let counted = 0; counted < count; counted += 1) open = openUpTo(days, open - 1);
  return openFrom(days, open + 1) - 1;
}
