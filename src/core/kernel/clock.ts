import type { Instant } from './dates.ts';

/** The time, as a port: a test moves it, a simulation skews it. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };
