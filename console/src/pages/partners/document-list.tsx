import type { PartnerDocument } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { EntityLink } from '../../parts/entity-link.tsx';
import { Instant } from '../../parts/instant.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { type Column, ResourceTable } from '../../parts/resource-table.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { documentTitle } from './wording.ts';

const columns: readonly Column<PartnerDocument>[] = [
  {
    id: 'document',
    header: 'Document',
    isRowHeader: true,
    cell: (document) => (
      <PageLink href={`/partner-documents/${encodeURIComponent(document.id)}`}>
        {documentTitle(document)}
      </PageLink>
    ),
  },
  {
    id: 'direction',
    header: 'Direction',
    cell: ({ direction }) => (direction === 'in' ? 'From them' : 'To them'),
  },
  { id: 'state', header: 'State', minWidth: 130, cell: ({ state }) => <StateBadge state={state} /> },
  {
    id: 'order',
    header: 'Order',
    cell: ({ purchaseOrderId, orderNumber }) =>
      purchaseOrderId ? (
        <EntityLink type="purchase-order" id={purchaseOrderId}>
          {orderNumber ?? purchaseOrderId}
        </EntityLink>
      ) : (
        (orderNumber ?? '–')
      ),
  },
  { id: 'findings', header: 'Findings', cell: ({ findings }) => findings.length || '–' },
  { id: 'at', header: 'When', cell: ({ at }) => <Instant at={at} /> },
];

/** The business documents exchanged with one partner, newest first. */
export function DocumentList({ partnerId }: { readonly partnerId: string }) {
  const api = useApi();
  return (
    <ResourceTable<PartnerDocument>
      things="documents"
      title="Documents"
      queryKey={['partner-documents', partnerId]}
      fetchPage={(cursor) => api.listPartnerDocuments({ partnerId, limit: 50, ...(cursor && { cursor }) })}
      columns={columns}
      idOf={({ id }) => id}
      nameOf={documentTitle}
      empty={{ title: 'No document yet', hint: 'It appears as soon as something is sent or comes.' }}
    />
  );
}
