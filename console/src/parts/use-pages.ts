import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Answer } from '#contracts/client.ts';
import { every } from '../api/query-client.ts';

export interface PageOf<T> {
  readonly entries: readonly T[];
  readonly nextCursor?: string;
}

/** As many pages as may be asked for again and again; who has loaded more refreshes by hand. */
const POLLED_PAGES = 3;

/** A list of the API, page after page by its cursor, the loaded ones kept fresh. */
export function usePages<T>(
  key: readonly unknown[],
  fetchPage: (cursor: string | undefined) => Promise<Answer<PageOf<T>>>,
  interval: number = every.seconds10,
) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: async ({ pageParam }) => (await fetchPage(pageParam)).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor,
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) > POLLED_PAGES ? false : interval),
  });
  const rows = useMemo(() => query.data?.pages.flatMap(({ entries }) => entries) ?? [], [query.data]);
  return { ...query, rows, polled: (query.data?.pages.length ?? 0) <= POLLED_PAGES };
}
