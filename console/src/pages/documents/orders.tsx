import { useMemo } from 'react';
import type { PurchaseOrder } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { Money } from '../../parts/amounts.tsx';
import { EntityLink } from '../../parts/entity-link.tsx';
import { LocalDate } from '../../parts/local-date.tsx';
import { type Column, ResourceTable } from '../../parts/resource-table.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';

const columns: readonly Column<PurchaseOrder>[] = [
  {
    id: 'order',
    header: 'Order',
    isRowHeader: true,
    cell: ({ id, number }) => (
      <EntityLink type="purchase-order" id={id}>
        {number ?? id}
      </EntityLink>
    ),
  },
  { id: 'state', header: 'State', cell: ({ state }) => <StateBadge state={state} /> },
  {
    id: 'supplier',
    header: 'Supplier',
    cell: ({ supplierId }) => <EntityLink type="supplier" id={supplierId} />,
  },
  { id: 'location', header: 'For', cell: ({ locationId }) => locationId },
  { id: 'lines', header: 'Lines', cell: ({ lines }) => lines.length },
  { id: 'total', header: 'Worth', cell: ({ total }) => <Money money={total} /> },
  { id: 'date', header: 'Ordered', cell: ({ orderDate }) => <LocalDate date={orderDate} /> },
  { id: 'system', header: 'Lives in', cell: ({ system }) => <EntityLink type="system" id={system} /> },
];

interface OrdersProps {
  readonly supplierId?: string;
  readonly itemId?: string;
}

/** Purchase orders, newest first; of one supplier or with one item among those that are loaded. */
export function Orders({ supplierId, itemId }: OrdersProps) {
  const api = useApi();
  const matches = useMemo(() => matcherOf(supplierId, itemId), [supplierId, itemId]);
  return (
    <ResourceTable
      things="orders"
      title="Purchase orders"
      queryKey={['orders']}
      fetchPage={(cursor) => api.listPurchaseOrders({ limit: 50, ...(cursor && { cursor }) })}
      columns={columns}
      idOf={({ id }) => id}
      nameOf={({ id, number }) => number ?? id}
      matches={matches}
      empty={{ title: 'Nothing has been ordered yet' }}
    />
  );
}

/** The list is of all orders; what it is narrowed by is looked for in what is loaded. */
function matcherOf(supplierId: string | undefined, itemId: string | undefined) {
  if (supplierId === undefined && itemId === undefined) return undefined;
  return (order: PurchaseOrder): boolean =>
    (supplierId === undefined || order.supplierId === supplierId) &&
    (itemId === undefined || order.lines.some((line) => line.itemId === itemId));
}
