import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { useApi } from '../../api/client.ts';
import { useRecord } from '../../api/use-record.ts';
import { Empty } from '../../parts/empty.tsx';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { useFilters } from '../../parts/use-filters.ts';

interface OfPartnerProps {
  /** Whether there is something of nobody too: interchanges whose sender is not known. */
  readonly nobodys?: boolean;
  readonly children: (partnerId: string) => ReactNode;
}

/** As many partners as one page of the API has. */
const MOST = 200;

/** What is listed by partner: asks for the partner, and keeps the choice in the address. */
export function OfPartner({ nobodys = false, children }: OfPartnerProps) {
  const api = useApi();
  const [filters, setFilters] = useFilters(['partner'] as const);
  const partners = useRecord(['partners', 'choice'], () => api.listPartners({ limit: MOST }), {
    interval: 60_000,
  });
  return (
    <Loaded query={partners} what="the partners">
      {({ data: { entries } }) => {
        const options = [
          ...entries.map(({ id, name }) => ({ value: id, label: `${name} (${id})` })),
          ...(nobodys ? [{ value: 'unknown', label: 'Nobody: the sender is not known' }] : []),
        ];
        const chosen = filters.partner ?? options[0]?.value;
        if (chosen === undefined) {
          return <Empty title="There are no partners yet" hint="They appear here once they are taken on." />;
        }
        return (
          <SpaceBetween size="m">
            <FilterBar
              filters={[{ kind: 'choice', name: 'partner', label: 'Partner', options }]}
              values={{ partner: chosen }}
              onChange={setFilters}
            />
            {children(chosen)}
          </SpaceBetween>
        );
      }}
    </Loaded>
  );
}
