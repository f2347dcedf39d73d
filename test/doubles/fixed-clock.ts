import type { Clock } from '#core/kernel/clock.ts';
import type { Instant } from '#core/kernel/dates.ts';

export interface FixedClock extends Clock {
  /** Move on by so many milliseconds; what it says then. */
  advance(milliseconds: number): Instant;
  set(instant: Instant): void;
}

/** A clock that stands still until a test moves it. */
export function fixedClock(start: Instant = '2026-11-23T08:00:00.000Z'): FixedClock {
  let time = Date.parse(start);
  const now = (): Instant => new Date(time).toISOString();
  return {
    now,
    advance: (milliseconds) => {
      time += milliseconds;
      return now();
    },
    set: (instant) => {
      time = Date.parse(instant);
    },
  };
}
