import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Answer, ReplayPreview } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import type { Selection } from './selection.ts';

/** What a replay would send; asked for once for each selection, as it may take a while. */
export function usePreview(consumer: string, selection: Selection): UseQueryResult<Answer<ReplayPreview>> {
  const api = useApi();
  return useQuery({
    queryKey: ['replay-preview', consumer, selection],
    queryFn: () => api.previewReplay({ body: { consumer, selection } }),
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
}
