import type { PartnerDocument } from '#contracts/client.ts';
import { useApi } from '../api/client.ts';
import { documentTitle } from './document-words.ts';
import { EntityLink } from './entity-link.tsx';
import { Instant } from './instant.tsx';
import { type Column, ResourceTable } from './resource-table.tsx';
import { StateBadge } from './state-badge.tsx';

export const partnerDocumentColumns: readonly Column<PartnerDocument>[] = [
  {
    id: 'document',
    header: 'Document',
    isRowHeader: true,
    cell: (document) => (
      <EntityLink type="partner-document" id={document.id}>
        {documentTitle(document)}
      </EntityLink>
    ),
  },
  { id: 'way', header: 'Way', cell: ({ direction }) => (direction === 'in' ? 'From them' : 'To them') },
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
  { id: 'at', header: 'When', cell: ({ at }) => <Instant at={at} relative /> },
  { id: 'findings', header: 'Findings', cell: ({ findings }) => findings[0]?.message ?? '–' },
];

/** The business documents exchanged with a partner, newest first. */
export function PartnerDocuments({ partnerId }: { readonly partnerId: string }) {
  const api = useApi();
  return (
    <ResourceTable
      things="documents"
      title="Documents exchanged"
      queryKey={['partner-documents', partnerId]}
      fetchPage={(cursor) => api.listPartnerDocuments({ partnerId, limit: 50, ...(cursor && { cursor }) })}
      columns={partnerDocumentColumns}
      idOf={({ id }) => id}
      nameOf={documentTitle}
      empty={{ title: 'No document yet', hint: 'It appears as soon as something is sent or comes.' }}
    />
  );
}
