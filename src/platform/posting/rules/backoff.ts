import type { Instant } from '#core/kernel/dates.ts';

export const later = (from: Instant, seconds: number): Instant =>
  new Date(Date.parse(from) + seconds * 1000).toISOString();

export const latest = (a: Instant, b: Instant): Instant => [a, b].sort()[1] ?? a;

// Instants compare as text, which Math.min does not.
export const earliest = (a: Instant, b: Instant): Instant => [a, b].sort()[0] ?? a;

const FIRST_SECONDS = 5;
const LONGEST_SECONDS = 300;

/** Seconds until the next attempt after so many: 5, 10, 20 … at most five minutes. */
export const backoffSeconds = (attempts: number): number =>
  Math.min(LONGEST_SECONDS, FIRST_SECONDS * 2 ** Math.min(attempts - 1, 10));
