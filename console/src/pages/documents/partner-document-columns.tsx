import type { PartnerDocument } from '#contracts/client.ts';
import { EntityLink } from '../../parts/entity-link.tsx';
import { Instant } from '../../parts/instant.tsx';
import type { Column } from '../../parts/resource-table.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { documentTitle } from './document-words.ts';

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
  { id: 'state', header: 'State', cell: ({ state }) => <StateBadge state={state} /> },
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
