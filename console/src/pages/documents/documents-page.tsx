import SpaceBetween from '@cloudscape-design/components/space-between';
import { Interchanges } from '../../parts/interchanges.tsx';
import { Page } from '../../parts/page.tsx';
import { PartnerDocuments } from '../../parts/partner-documents.tsx';
import { Tabs } from '../../parts/tabs.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { Arrived } from './arrived.tsx';
import { Find } from './find.tsx';
import { OfPartner } from './of-partner.tsx';
import { Orders } from './orders.tsx';

/** One box for any number; below it what arrived and what was exchanged. */
export function DocumentsPage() {
  const [filters, setFilters] = useFilters(['find'] as const);
  return (
    <Page
      title="Documents and lineage"
      description="Find anything by any number you know it by, and follow it from the plan to the invoice."
    >
      <SpaceBetween size="l">
        <Find find={filters.find} onFind={(find) => setFilters({ find })} />
        <Tabs
          label="Documents"
          name="list"
          tabs={[
            { id: 'arrived', label: 'What arrived', content: <Arrived /> },
            { id: 'orders', label: 'Orders', content: <Orders /> },
            {
              id: 'interchanges',
              label: 'Interchanges',
              content: <OfPartner nobodys>{(partnerId) => <Interchanges partnerId={partnerId} />}</OfPartner>,
            },
            {
              id: 'partner-documents',
              label: 'Documents of partners',
              content: <OfPartner>{(partnerId) => <PartnerDocuments partnerId={partnerId} />}</OfPartner>,
            },
          ]}
        />
      </SpaceBetween>
    </Page>
  );
}
