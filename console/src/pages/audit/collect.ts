/** All pages of a list, for a file. */
import type { Answer } from '#contracts/client.ts';
import type { PageOf } from '../../parts/use-pages.ts';

/** A file holds so many at most: more are for whoever reads the table itself. */
export const MOST_ROWS = 10_000;

export interface Collected<T> {
  readonly rows: readonly T[];
  /** Why it ended: there was no more, there is more than fits, or the person stopped it. */
  readonly end: 'all' | 'cut' | 'stopped';
}

/**
 * Fetches page after page until the end, until `most` rows or until the signal is aborted, and keeps the rows that
 * match. `onProgress` hears how many were kept.
 */
export async function collect<T>(
  fetchPage: (cursor: string | undefined) => Promise<Answer<PageOf<T>>>,
  options: {
    readonly matches?: ((row: T) => boolean) | undefined;
    readonly signal?: AbortSignal;
    readonly onProgress?: (rows: number) => void;
    readonly most?: number;
  } = {},
): Promise<Collected<T>> {
  const { matches = () => true, signal, onProgress, most = MOST_ROWS } = options;
  const rows: T[] = [];
  let cursor: string | undefined;
  do {
    const { data } = await fetchPage(cursor);
    rows.push(...data.entries.filter(matches));
    cursor = data.nextCursor;
    onProgress?.(Math.min(rows.length, most));
    if (rows.length > most || (rows.length === most && cursor !== undefined)) {
      return { rows: rows.slice(0, most), end: 'cut' };
    }
    if (signal?.aborted) return { rows, end: 'stopped' };
  } while (cursor !== undefined);
  return { rows, end: 'all' };
}
