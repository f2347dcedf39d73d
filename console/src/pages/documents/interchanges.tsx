import type { Interchange } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { EntityLink } from '../../parts/entity-link.tsx';
import { Instant } from '../../parts/instant.tsx';
import { type Column, ResourceTable } from '../../parts/resource-table.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';

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
  { id: 'state', header: 'State', cell: ({ state }) => <StateBadge state={state} /> },
  {
    id: 'carries',
    header: 'Carries',
    cell: ({ isAcknowledgement, transactions }) =>
      isAcknowledgement
        ? 'Acknowledgements'
        : `${transactions} ${transactions === 1 ? 'document' : 'documents'}`,
  },
  { id: 'rejected', header: 'Rejected', cell: ({ rejected }) => rejected },
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

/** The interchanges with a partner, both ways, newest first. */
export function Interchanges({ partnerId }: { readonly partnerId: string }) {
  const api = useApi();
  return (
    <ResourceTable
      things="interchanges"
      title="Interchanges"
      queryKey={['interchanges', partnerId]}
      fetchPage={(cursor) => api.listInterchanges({ partnerId, limit: 50, ...(cursor && { cursor }) })}
      columns={columns}
      idOf={({ id }) => id}
      nameOf={nameOf}
      empty={{ title: 'No interchange yet', hint: 'Nothing was sent or received by EDI.' }}
    />
  );
}
