import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import type { Exception } from '#contracts/client.ts';
import { AuditLink } from '../../parts/audit-link.tsx';
import { EntityLink } from '../../parts/entity-link.tsx';
import { Facts } from '../../parts/facts.tsx';
import { PageLink } from '../../parts/page-link.tsx';

/** The records it is about, each a link. */
export function AboutException({ exception }: { readonly exception: Exception }) {
  const { id, about, correlationId } = exception;
  const link = (type: string, of: string | undefined, text?: ReactNode) =>
    of && (
      <EntityLink type={type} id={of}>
        {text ?? of}
      </EntityLink>
    );
  return (
    <Container header={<Header variant="h2">What it is about</Header>}>
      <Facts
        facts={[
          {
            label: 'Order',
            value: about.purchaseOrderId
              ? link('purchase-order', about.purchaseOrderId, about.orderNumber)
              : about.orderNumber && (
                  <PageLink href={`/documents?find=${encodeURIComponent(about.orderNumber)}`}>
                    {about.orderNumber}
                  </PageLink>
                ),
          },
          { label: 'Line', value: about.lineNumber },
          { label: 'Item', value: link('item', about.itemId) },
          { label: 'Partner', value: link('partner', about.partnerId) },
          { label: 'Supplier', value: link('supplier', about.supplierId) },
          { label: 'Document', value: link('partner-document', about.partnerDocumentId) },
          { label: 'Interchange', value: link('interchange', about.interchangeId) },
          { label: 'Invoice', value: link('invoice', about.invoiceId) },
          { label: 'Goods receipt', value: link('goods-receipt', about.goodsReceiptId) },
          { label: 'Dead letter', value: link('dead-letter', about.deadLetterId) },
          { label: 'Order change', value: link('order-change', about.orderChangeId) },
          {
            label: 'See also',
            value: (
              <SpaceBetween size="xxs">
                <PageLink href={`/documents?find=${encodeURIComponent(correlationId)}`}>
                  Everything of this flow
                </PageLink>
                <AuditLink type="exception" id={id} />
              </SpaceBetween>
            ),
          },
        ]}
      />
    </Container>
  );
}
