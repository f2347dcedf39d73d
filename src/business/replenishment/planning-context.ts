import {
  type DayNumber,
  dateOf,
  dateOfInstant,
  dayNumber,
  type Instant,
  type LocalDate,
} from '#core/kernel/dates.ts';
import { type OrderingLocation, type ScheduleBook, scheduleBook, usableFrom } from './order-date.ts';

/** The weeks of a forecast that still count: those that have not ended. */
export interface Horizon {
  /** Weeks of the forecast that are over. */
  readonly elapsed: number;
  readonly dates: readonly LocalDate[];
  /** First day of each week. */
  readonly starts: readonly DayNumber[];
  /** The day from which something in that week can be needed: its first, but not before today. */
  readonly needs: readonly DayNumber[];
}

/** What is the same for every item of a run; remembers what many items ask for, and changes nothing else. */
export interface PlanningContext {
  readonly runId: string;
  readonly plannedAt: Instant;
  readonly today: LocalDate;
  readonly reviewDays: number;
  readonly scheduleOf: ScheduleBook;
  readonly horizonOf: (from: LocalDate, weeks: number) => Horizon;
  readonly usableFrom: (location: OrderingLocation, arrival: LocalDate) => DayNumber;
  readonly dateText: (day: DayNumber) => LocalDate;
}

export interface RunMoment {
  readonly runId: string;
  readonly plannedAt: Instant;
  readonly reviewDays: number;
}

export function planningContext({ runId, plannedAt, reviewDays }: RunMoment): PlanningContext {
  const today = dateOfInstant(plannedAt);
  const todayNumber = dayNumber(today);
  const horizons = new Map<LocalDate, Horizon>();
  const arrivals = new Map<OrderingLocation, Map<LocalDate, DayNumber>>();
  const texts = new Map<DayNumber, LocalDate>();
  return {
    runId,
    plannedAt,
    today,
    reviewDays,
    scheduleOf: scheduleBook(plannedAt, reviewDays),
    horizonOf: (from, weeks) => {
      const known = horizons.get(from);
      if (known && known.elapsed + known.dates.length === weeks) return known;
      const made = horizon(from, weeks, todayNumber);
      horizons.set(from, made);
      return made;
    },
    usableFrom: (location, arrival) => {
      const known = arrivals.get(location) ?? new Map<LocalDate, DayNumber>();
      arrivals.set(location, known);
      const day = known.get(arrival) ?? usableFrom(location, dayNumber(arrival));
      known.set(arrival, day);
      return day;
    },
    dateText: (day) => {
      const text = texts.get(day) ?? dateOf(day);
      texts.set(day, text);
      return text;
    },
  };
}

function horizon(from: LocalDate, weeks: number, today: DayNumber): Horizon {
  const first = dayNumber(from);
  const elapsed = Math.min(weeks, Math.max(0, Math.floor((today - first) / 7)));
  const starts = Array.from({ length: weeks - elapsed }, (_, week) => first + (elapsed + week) * 7);
  return {
    elapsed,
    starts,
    dates: starts.map(dateOf),
    needs: starts.map((start) => Math.max(start, today)),
  };
}
