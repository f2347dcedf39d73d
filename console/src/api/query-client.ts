import { QueryClient } from '@tanstack/react-query';
import { CrossdockError } from '#contracts/client.ts';

/** How often what is on the screen is asked for again, in milliseconds. Hidden tabs ask for nothing. */
export const every = { seconds5: 5_000, seconds10: 10_000, seconds15: 15_000, minute: 60_000 } as const;

/**
 * One cache for all pages: what was seen is shown at once and asked for again, so nothing needs a reload.
 * The client retries what passes by itself, therefore nothing is retried here.
 */
export const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 2_000,
        gcTime: 5 * 60_000,
        retry: false,
        refetchOnWindowFocus: true,
        refetchIntervalInBackground: false,
        // What is refused or not there stays so; what failed otherwise is asked for again when polled.
        throwOnError: false,
      },
      mutations: { retry: false },
    },
  });

/** The etag of a version, as lists carry no header for each of their entries. */
export const etagOf = (version: number): string => `"${version}"`;

/** The record has changed since it was shown: look again before deciding. */
export const changedMeanwhile = (error: unknown): boolean =>
  error instanceof CrossdockError &&
  (error.problem.code === 'version-stale' || error.problem.code === 'state-not-allowed');
