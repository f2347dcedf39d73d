import type { Shipment } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { EntityLink } from '../../parts/entity-link.tsx';
import { LocalDate } from '../../parts/local-date.tsx';
import { type Column, ResourceTable } from '../../parts/resource-table.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';

const columns: readonly Column<Shipment>[] = [
  {
    id: 'number',
    header: 'Shipment',
    isRowHeader: true,
    cell: ({ id, number }) => (
      <EntityLink type="expected-shipment" id={id}>
        {number}
      </EntityLink>
    ),
  },
  { id: 'state', header: 'State', cell: ({ state }) => <StateBadge state={state} /> },
  {
    id: 'shipped',
    header: 'Shipped',
    cell: ({ shippedOn }) => (shippedOn ? <LocalDate date={shippedOn} /> : '–'),
  },
  {
    id: 'expected',
    header: 'Expected',
    cell: ({ expectedOn }) => (expectedOn ? <LocalDate date={expectedOn} /> : '–'),
  },
  { id: 'packs', header: 'Packs', cell: ({ packs }) => packs },
  { id: 'lines', header: 'Lines', cell: ({ lines }) => lines.length },
  {
    id: 'orders',
    header: 'Orders',
    cell: ({ lines }) =>
      [...new Set(lines.map(({ purchaseOrderId }) => purchaseOrderId))].map((id) => (
        <div key={id}>
          <EntityLink type="purchase-order" id={id} />
        </div>
      )),
  },
];

/** What a supplier announced, by the day it is expected. */
export function Shipments({ supplierId }: { readonly supplierId: string }) {
  const api = useApi();
  return (
    <ResourceTable
      things="shipments"
      title="Shipments"
      queryKey={['shipments', supplierId]}
      fetchPage={(cursor) => api.listSupplierShipments({ supplierId, limit: 50, ...(cursor && { cursor }) })}
      columns={columns}
      idOf={({ id }) => id}
      nameOf={({ number }) => number}
      empty={{ title: 'No shipment was announced' }}
    />
  );
}
