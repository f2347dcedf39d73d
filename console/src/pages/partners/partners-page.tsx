import type { Partner } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { EntityLink } from '../../parts/entity-link.tsx';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { words } from '../../parts/format.ts';
import { Instant } from '../../parts/instant.tsx';
import { Page } from '../../parts/page.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { type Column, ResourceTable } from '../../parts/resource-table.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { channelText, statusTone } from './wording.ts';

const columns: readonly Column<Partner>[] = [
  {
    id: 'name',
    header: 'Partner',
    isRowHeader: true,
    minWidth: 180,
    cell: ({ id, name }) => <PageLink href={`/partners/${encodeURIComponent(id)}`}>{name}</PageLink>,
  },
  {
    id: 'status',
    header: 'Status',
    minWidth: 130,
    cell: ({ status }) => <StateBadge state={status} tone={statusTone[status]} />,
  },
  { id: 'channel', header: 'How we exchange', cell: channelText },
  {
    id: 'supplier',
    header: 'Supplier',
    cell: ({ supplierId }) => <EntityLink type="supplier" id={supplierId} />,
  },
  { id: 'certification', header: 'Certification', cell: certificationText },
  {
    id: 'heard',
    header: 'Last heard',
    cell: ({ lastHeardAt }) => (lastHeardAt ? <Instant at={lastHeardAt} relative /> : 'Never'),
  },
];

function certificationText({ certification }: Partner): string {
  if (!certification) return 'Not yet';
  const { passed, failed } = certification;
  return failed === 0 ? `${passed} passed` : `${failed} of ${passed + failed} failed`;
}

/** Every partner, and how the exchange with it stands. */
export function PartnersPage() {
  const api = useApi();
  const [filters, setFilters] = useFilters(['status', 'name'] as const);
  const { status, name } = filters;
  const wanted = name?.toLowerCase();
  const matches = (partner: Partner): boolean =>
    (status === undefined || partner.status === status) &&
    (wanted === undefined ||
      `${partner.name} ${partner.id} ${partner.supplierId}`.toLowerCase().includes(wanted));
  return (
    <Page
      title="Partners"
      description="With whom we exchange documents, what was agreed, and whether it goes as agreed."
      actions={<PageLink href="/partners/unknown">From unknown senders</PageLink>}
    >
      <ResourceTable<Partner>
        things="partners"
        title="All partners"
        queryKey={['partners']}
        fetchPage={(cursor) => api.listPartners({ limit: 100, ...(cursor && { cursor }) })}
        columns={columns}
        idOf={({ id }) => id}
        nameOf={(partner) => partner.name}
        matches={status !== undefined || wanted !== undefined ? matches : undefined}
        filters={
          <FilterBar
            filters={[
              {
                kind: 'choice',
                name: 'status',
                label: 'Status',
                any: 'Any',
                options: Object.keys(statusTone).map((value) => ({ value, label: words(value) })),
              },
              { kind: 'text', name: 'name', label: 'Name', placeholder: 'Part of a name or an id' },
            ]}
            values={filters}
            onChange={setFilters}
          />
        }
        empty={{
          title: 'There is no partner yet',
          hint: 'Partners are taken on with "crossdock partner add".',
        }}
      />
    </Page>
  );
}
