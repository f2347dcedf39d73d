import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams } from 'react-router';
import type { PurchaseOrderWithPosting } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { useRecord } from '../../api/use-record.ts';
import { Money } from '../../parts/amounts.tsx';
import { AuditLink } from '../../parts/audit-link.tsx';
import { Empty } from '../../parts/empty.tsx';
import { EntityLink } from '../../parts/entity-link.tsx';
import { Facts } from '../../parts/facts.tsx';
import { linkTo } from '../../parts/filters.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { LocalDate } from '../../parts/local-date.tsx';
import { Page } from '../../parts/page.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { above } from './above.ts';
import { ChainOf } from './chain-of.tsx';
import { Dialogue } from './dialogue.tsx';
import { OrderChanges } from './order-changes.tsx';
import { OrderLines } from './order-lines.tsx';
import { OrderedLines } from './ordered-lines.tsx';
import { PostingFacts } from './posting-facts.tsx';

/** One purchase order: the chain it stands in, how far it is in the system and at the supplier, line by line. */
export function OrderPage() {
  const api = useApi();
  const { purchaseOrderId = '' } = useParams();
  const query = useRecord(['order', purchaseOrderId], () => api.getPurchaseOrder({ purchaseOrderId }));
  const order = query.data?.data;
  return (
    <Page
      title={order ? `Order ${order.number ?? order.id}` : 'Order'}
      description={order ? `To ${order.supplierId}, for ${order.locationId}` : ''}
      above={above}
      info={order && <StateBadge state={order.state} />}
    >
      <SpaceBetween size="l">
        <Loaded query={query} what="the order">
          {({ data }) => <OrderFacts order={data} />}
        </Loaded>
        <ChainOf recordType="purchase-order" recordId={purchaseOrderId} />
        {order && <Progress order={order} />}
      </SpaceBetween>
    </Page>
  );
}

function OrderFacts({ order }: { readonly order: PurchaseOrderWithPosting }) {
  const { id, refusal, posting, origin, identifiers } = order;
  return (
    <SpaceBetween size="l">
      {refusal && (
        <Alert type="error" header={`${order.system} refused it`}>
          {refusal}
        </Alert>
      )}
      <Container header={<Header variant="h2">The order</Header>}>
        <Facts
          facts={[
            { label: 'Supplier', value: <EntityLink type="supplier" id={order.supplierId} /> },
            { label: 'For', value: order.locationId },
            { label: 'Worth', value: <Money money={order.total} /> },
            { label: 'Ordered', value: <LocalDate date={order.orderDate} /> },
            { label: 'Lives in', value: <EntityLink type="system" id={order.system} /> },
            { label: 'Made by', value: origin === 'crossdock' ? 'Crossdock, from a proposal' : order.system },
            {
              label: 'Known as',
              value: identifiers.map(({ scheme, value }) => `${value} (${scheme})`).join(', '),
            },
            {
              label: 'See also',
              value: (
                <SpaceBetween size="xxs">
                  <PageLink href={linkTo('/documents', { find: order.number ?? id })}>
                    Everything under its number
                  </PageLink>
                  <AuditLink type="purchase-order" id={id} />
                </SpaceBetween>
              ),
            },
          ]}
        />
      </Container>
      {posting && <PostingFacts posting={posting} />}
    </SpaceBetween>
  );
}

function Progress({ order }: { readonly order: PurchaseOrderWithPosting }) {
  const api = useApi();
  const progress = useRecord(['order-progress', order.id], () =>
    api.getOrderProgress({ purchaseOrderId: order.id }),
  );
  return (
    <Loaded
      query={progress}
      what="how far it is"
      absent={
        <SpaceBetween size="l">
          <OrderedLines lines={order.lines} />
          <Empty
            title="The supplier has not been told yet"
            hint="That begins once the order is in the system."
          />
        </SpaceBetween>
      }
    >
      {({ data }) => (
        <SpaceBetween size="l">
          <Dialogue progress={data} />
          <OrderLines progress={data} order={order} />
          <OrderChanges changes={data.changes} />
        </SpaceBetween>
      )}
    </Loaded>
  );
}
