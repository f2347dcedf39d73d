import type { DateEvent, StatedDate } from '#core/canonical/trade.ts';
import { addDays, type LocalDate } from '#core/kernel/dates.ts';

const arrivals: readonly DateEvent[] = ['delivery', 'delivered'];
const departures: readonly DateEvent[] = ['shipment', 'shipped'];

/**
 * The day goods arrive by the dates stated nearest to them: a delivery date as it is, a shipment date (068) after so
 * many days of transit. The latest where several are stated. Undefined when none says when.
 */
export function deliveryDateOf(
  places: readonly (readonly StatedDate[])[],
  transitDays: number,
): LocalDate | undefined {
  for (const dates of places) {
    const arrival = latest(dates, arrivals);
    if (arrival !== undefined) return arrival;
    const departure = latest(dates, departures);
    if (departure !== undefined) return addDays(departure, transitDays);
  }
  return undefined;
}

const latest = (dates: readonly StatedDate[], events: readonly DateEvent[]): LocalDate | undefined =>
  dates
    .filter(({ event }) => events.includes(event))
    .map(({ date }) => date)
    .sort()
    .at(-1);
