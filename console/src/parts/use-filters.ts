import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type Filters, readFilters, withFilters } from './filters.ts';

/**
 * The page's filters, read from and written to the address:
 * `const [filters, setFilters] = useFilters(['state', 'partner'] as const)`; `setFilters({ state: 'open' })`.
 * Every change replaces the address, so that "back" leaves the page and not one letter of a search.
 */
export function useFilters<N extends string>(
  names: readonly N[],
): readonly [Filters<N>, (changes: Filters<N>) => void] {
  const [search, setSearch] = useSearchParams();
  const key = names.join(',');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names are a constant list, given anew at each drawing
  const filters = useMemo(() => readFilters(search, names), [search, key]);
  const change = useCallback(
    (changes: Filters<N>) => setSearch((now) => withFilters(now, changes), { replace: true }),
    [setSearch],
  );
  return [filters, change];
}
