import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Answer } from '#contracts/client.ts';
import { every } from './query-client.ts';

/**
 * One answer of the API, asked for again every ten seconds while it is on the screen:
 * `const order = useRecord(['order', id], () => api.getPurchaseOrder({ purchaseOrderId: id }))`.
 * `data.data` is the record, `data.etag` what a change of it wants. `interval: false` for what never changes.
 */
export const useRecord = <T>(
  key: readonly unknown[],
  ask: () => Promise<Answer<T>>,
  options: { readonly interval?: number | false; readonly enabled?: boolean } = {},
): UseQueryResult<Answer<T>> =>
  useQuery({
    queryKey: key,
    queryFn: ask,
    refetchInterval: options.interval ?? every.seconds10,
    enabled: options.enabled ?? true,
  });

/** The same for figures whose question changes (a period, a region): the old ones stay until the new are there. */
export const useFigures = <T>(
  key: readonly unknown[],
  ask: () => Promise<Answer<T>>,
  options: { readonly interval?: number; readonly enabled?: boolean } = {},
): UseQueryResult<Answer<T>> =>
  useQuery({
    queryKey: key,
    queryFn: ask,
    refetchInterval: options.interval ?? every.seconds15,
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
  });
