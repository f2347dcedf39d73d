import type { SourceStatus } from '#core/canonical/source-status.ts';
import type { Instant } from '#core/kernel/dates.ts';

export type Freshness = 'fresh' | 'lagging' | 'stale';

/** Pulls may be late by one, or have failed a few times; after that nobody should rely on what we have. */
const FRESH = 2;
const LAGGING = 6;

/** How long ago the last pull went well, held against how often one is expected. None ever: stale. */
export function freshnessOf(
  { succeededAt, everySeconds }: Pick<SourceStatus, 'succeededAt' | 'everySeconds'>,
  now: Instant,
): { readonly freshness: Freshness; readonly ageSeconds?: number } {
  if (succeededAt === undefined) return { freshness: 'stale' };
  const ageSeconds = Math.max(0, Math.round((Date.parse(now) - Date.parse(succeededAt)) / 1000));
  if (ageSeconds <= FRESH * everySeconds) return { freshness: 'fresh', ageSeconds };
  return { freshness: ageSeconds <= LAGGING * everySeconds ? 'lagging' : 'stale', ageSeconds };
}
