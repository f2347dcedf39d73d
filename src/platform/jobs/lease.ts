import type { Instant } from '#core/kernel/dates.ts';

/** Whoever works on a job and does not say so for so long has given it up. */
export const LEASE_MS = 120_000;

export const leaseFrom = (now: Instant): Instant => new Date(Date.parse(now) + LEASE_MS).toISOString();

/** Whether a job may be taken up: it runs, and nobody works on it. */
export const isFree = (
  { state, leaseUntil }: { readonly state: string; readonly leaseUntil?: Instant | undefined },
  now: Instant,
): boolean => state === 'running' && (leaseUntil === undefined || leaseUntil <= now);
