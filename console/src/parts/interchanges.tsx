import type { Interchange } from '#contracts/client.ts';
import { useApi } from '../api/client.ts';
import { EntityLink } from './entity-link.tsx';
import { FilterBar } from './filter-bar.tsx';
import { counted, words } from './format.ts';
import { Instant } from './instant.tsx';
import { type Column, ResourceTable } from './resource-table.tsx';
import { StateBadge } from './state-badge.tsx';
import { useFilters } from './use-filters.ts';

const nameOf = ({ controlNumber, fileName }: Interchange): string => controlNumber ?? fileName;

const columns: readonly Column<Interchange>[] = [
  {
    id: 'number',
    header: 'Control number',
    isRowHeader: true,
    cell: (interchange) => (
      <EntityLink type="interchange" id={interchange.id}>
        {nameOf(interchange)}
      </EntityLink>
    ),
  },
  { id: 'way', header: 'Way', cell: ({ direction }) => (direction === 'in' ? 'From them' : 'To them') },
  { id: 'state', header: 'State', minWidth: 140, cell: ({ state }) => <StateBadge state={state} /> },
  {
    id: 'carries',
    header: 'Carries',
    cell: ({ isAcknowledgement, transactions, rejected }) => {
      if (isAcknowledgement) return 'Acknowledgements';
      const all = counted(transactions, 'documents');
      return rejected > 0 ? `${all}, ${rejected} rejected` : all;
    },
  },
  { id: 'repeats', header: 'Came again', cell: ({ repeats }) => (repeats > 0 ? `${repeats}×` : '–') },
  { id: 'at', header: 'When', cell: ({ at }) => <Instant at={at} relative /> },
  {
    id: 'acknowledged',
    header: 'Acknowledged',
    cell: ({ acknowledgementId, acknowledgementDueAt }) =>
      acknowledgementId ? (
        <EntityLink type="interchange" id={acknowledgementId}>
          Yes
        </EntityLink>
      ) : acknowledgementDueAt ? (
        <>
          Due <Instant at={acknowledgementDueAt} relative />
        </>
      ) : (
        '–'
      ),
  },
  { id: 'file', header: 'File', cell: ({ fileName }) => fileName },
];

const states = ['split', 'quarantined', 'refused', 'duplicate', 'sent', 'accepted', 'rejected', 'overdue'];

/** The interchanges with one partner, newest first; `unknown` for those that are nobody's. */
export function Interchanges({ partnerId }: { readonly partnerId: string }) {
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
      nameOf={nameOf}
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
