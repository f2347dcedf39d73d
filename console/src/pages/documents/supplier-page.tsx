import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams } from 'react-router';
import type { Supplier } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { useRecord } from '../../api/use-record.ts';
import { EntityLink } from '../../parts/entity-link.tsx';
import { Facts } from '../../parts/facts.tsx';
import { linkTo } from '../../parts/filters.ts';
import { dateText } from '../../parts/format.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { Tabs } from '../../parts/tabs.tsx';
import { above } from './above.ts';
import { Invoices } from './invoices.tsx';
import { Orders } from './orders.tsx';
import { originFacts } from './origin-facts.tsx';
import { ScorecardOf } from './scorecard.tsx';
import { Shipments } from './shipments.tsx';

/** One supplier: what is known of it, and what belongs to it. */
export function SupplierPage() {
  const api = useApi();
  const { supplierId = '' } = useParams();
  const query = useRecord(['supplier', supplierId], () => api.getSupplier({ supplierId }), {
    interval: 60_000,
  });
  const supplier = query.data?.data;
  return (
    <Page
      title={supplier?.name ?? 'Supplier'}
      description={`Supplier ${supplierId}`}
      above={above}
      info={supplier && <StateBadge state={supplier.status} />}
    >
      <Loaded query={query} what="the supplier">
        {({ data }) => (
          <SpaceBetween size="l">
            <SupplierFacts supplier={data} />
            <Tabs
              label="What belongs to it"
              tabs={[
                { id: 'orders', label: 'Orders', content: <Orders supplierId={supplierId} /> },
                { id: 'shipments', label: 'Shipments', content: <Shipments supplierId={supplierId} /> },
                { id: 'invoices', label: 'Invoices', content: <Invoices supplierId={supplierId} /> },
                { id: 'scorecard', label: 'Scorecard', content: <ScorecardOf supplierId={supplierId} /> },
              ]}
            />
          </SpaceBetween>
        )}
      </Loaded>
    </Page>
  );
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const daysText = (days: readonly number[]): string =>
  days.map((day) => weekdays[day - 1] ?? String(day)).join(', ');

/** As many partners as one page of the API has. */
const MOST_PARTNERS = 200;

function SupplierFacts({ supplier }: { readonly supplier: Supplier }) {
  const api = useApi();
  const partners = useRecord(['partners', 'choice'], () => api.listPartners({ limit: MOST_PARTNERS }), {
    interval: 60_000,
  });
  const partner = partners.data?.data.entries.find(({ supplierId }) => supplierId === supplier.id);
  const { id, orderDays, orderCutOff, closedOn = [] } = supplier;
  return (
    <Container header={<Header variant="h2">What is known of it</Header>}>
      <Facts
        facts={[
          {
            label: 'Partner',
            value: partner && (
              <EntityLink type="partner" id={partner.id}>
                {partner.name}
              </EntityLink>
            ),
          },
          { label: 'Currency', value: supplier.currency },
          { label: 'Works on', value: daysText(supplier.workingDays) },
          { label: 'Takes orders on', value: orderDays && daysText(orderDays) },
          { label: 'Until', value: orderCutOff && `${orderCutOff} of the day` },
          { label: 'Closed on', value: closedOn.map((day) => dateText(day)).join('; ') },
          ...originFacts(supplier),
          {
            label: 'See also',
            value: (
              <SpaceBetween size="xxs">
                <PageLink href={linkTo('/exceptions', { supplier: id })}>Its exceptions</PageLink>
                <PageLink href={linkTo('/proposals', { supplier: id })}>Its proposals that wait</PageLink>
              </SpaceBetween>
            ),
          },
        ]}
      />
    </Container>
  );
}
