import type { Invoice } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { Money } from '../../parts/amounts.tsx';
import { EntityLink } from '../../parts/entity-link.tsx';
import { words } from '../../parts/format.ts';
import { LocalDate } from '../../parts/local-date.tsx';
import { type Column, ResourceTable } from '../../parts/resource-table.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';

const columns: readonly Column<Invoice>[] = [
  {
    id: 'number',
    header: 'Invoice',
    isRowHeader: true,
    cell: ({ id, number }) => (
      <EntityLink type="invoice" id={id}>
        {number}
      </EntityLink>
    ),
  },
  { id: 'kind', header: 'Kind', cell: ({ kind }) => words(kind) },
  { id: 'state', header: 'State', cell: ({ state }) => <StateBadge state={state} /> },
  { id: 'issued', header: 'Issued', cell: ({ issuedOn }) => <LocalDate date={issuedOn} /> },
  {
    id: 'total',
    header: 'Total',
    cell: ({ total, currency }) => <Money money={{ amount: total, currency }} />,
  },
  { id: 'why', header: 'Why not paid yet', cell: ({ reasons }) => reasons[0] ?? '–' },
];

/** The invoices of a supplier, newest first. */
export function Invoices({ supplierId }: { readonly supplierId: string }) {
  const api = useApi();
  return (
    <ResourceTable
      things="invoices"
      title="Invoices"
      queryKey={['invoices', supplierId]}
      fetchPage={(cursor) => api.listInvoices({ supplierId, limit: 50, ...(cursor && { cursor }) })}
      columns={columns}
      idOf={({ id }) => id}
      nameOf={({ number }) => number}
      empty={{ title: 'No invoice has come' }}
    />
  );
}
