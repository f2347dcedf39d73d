import type { ForecastDue } from '#core/canonical/settings.ts';
import { addDays, dayNumber, type Instant, type LocalDate, weekday } from '#core/kernel/dates.ts';

/** The day of the first cut-off at or after an instant, in the zone it was agreed in. */
export function cutOffDayOf(instant: Instant, { weekday: due, time, zone }: ForecastDue): LocalDate {
  const { date, time: timeOfDay } = wallClock(instant, zone);
  const ahead = (due - weekday(dayNumber(date)) + 7) % 7;
  return addDays(date, ahead === 0 && timeOfDay > time ? 7 : ahead);
}

/** The days of the cut-offs from one day to another that were agreed and are over by now. */
export function cutOffDays(
  { from, to, now }: { readonly from: LocalDate; readonly to: LocalDate; readonly now: Instant },
  due: ForecastDue,
): readonly LocalDate[] {
  const present = wallClock(now, due.zone);
  const days: LocalDate[] = [];
  const first = from > due.since ? from : due.since;
  const ahead = (due.weekday - weekday(dayNumber(first)) + 7) % 7;
  for (let day = addDays(first, ahead); day <= to && day <= present.date; day = addDays(day, 7)) {
    if (day < present.date || present.time >= due.time) days.push(day);
  }
  return days;
}

/** Date and time of day (`HH:MM`) that clocks in a zone show. */
function wallClock(instant: Instant, zone: string): { readonly date: LocalDate; readonly time: string } {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const [date = '', time = ''] = format.format(new Date(instant)).split(' ');
  return { date, time };
}
