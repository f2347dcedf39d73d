import type { Interchange } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { words } from '../../parts/format.ts';
import { Instant } from '../../parts/instant.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { type Column, ResourceTable } from '../../parts/resource-table.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { interchangeTitle } from './wording.ts';

const columns: readonly Column<Interchange>[] = [
  {
    id: 'interchange',
    header: 'Interchange',
    isRowHeader: true,
    cell: (interchange) => (
      <PageLink href={`/interchanges/${encodeURIComponent(interchange.id)}`}>
        {interchangeTitle(interchange)}
      </PageLink>
    ),
  },
  { id: 'state', header: 'State', minWidth: 140, cell: ({ state }) => <StateBadge state={state} /> },
  {
    id: 'what',
    header: 'What is in it',
    cell: ({ isAcknowledgement, transactions, rejected }) => {
      if (isAcknowledgement) return 'Acknowledgements';
      const all = `${transactions} ${transactions === 1 ? 'document' : 'documents'}`;
      return rejected > 0 ? `${all}, ${rejected} rejected` : all;
    },
  },
  { id: 'repeats', header: 'Came again', cell: ({ repeats }) => (repeats > 0 ? `${repeats}×` : '–') },
  {
    id: 'acknowledged',
    header: 'Acknowledged by',
    cell: ({ acknowledgementId }) =>
      acknowledgementId ? (
        <PageLink href={`/interchanges/${encodeURIComponent(acknowledgementId)}`}>
          its acknowledgement
        </PageLink>
      ) : (
        '–'
      ),
  },
  { id: 'at', header: 'When', cell: ({ at }) => <Instant at={at} /> },
];

const states = ['split', 'quarantined', 'refused', 'duplicate', 'sent', 'accepted', 'rejected', 'overdue'];

/** The interchanges with one partner, newest first; `unknown` for those that are nobody's. */
export function InterchangeList({ partnerId }: { readonly partnerId: string }) {
  const api = useApi();
  const [filters, setFilters] = useFilters(['direction', 'state'] as const);
  const { direction, state } = filters;
  const matches = (one: Interchange): boolean =>
    (direction === undefined || one.direction === direction) && (state === undefined || one.state === state);
  return (
    <ResourceTable<Interchange>
      things="interchanges"
      title="Interchanges"
      queryKey={['interchanges', partnerId]}
      fetchPage={(cursor) => api.listInterchanges({ partnerId, limit: 50, ...(cursor && { cursor }) })}
      columns={columns}
      idOf={({ id }) => id}
      nameOf={interchangeTitle}
      matches={direction !== undefined || state !== undefined ? matches : undefined}
      filters={
        <FilterBar
          filters={[
            {
              kind: 'choice',
              name: 'direction',
              label: 'Direction',
              any: 'Both',
              options: [
                { value: 'in', label: 'From them' },
                { value: 'out', label: 'To them' },
              ],
            },
            {
              kind: 'choice',
              name: 'state',
              label: 'State',
              any: 'Any',
              options: states.map((value) => ({ value, label: words(value) })),
            },
          ]}
          values={filters}
          onChange={setFilters}
        />
      }
      empty={{ title: 'No interchange yet', hint: 'It appears as soon as something is sent or comes.' }}
    />
  );
}
