import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams } from 'react-router';
import type { Partner } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { useRecord } from '../../api/use-record.ts';
import { Interchanges } from '../../parts/interchanges.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { PartnerDocuments } from '../../parts/partner-documents.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { Tabs } from '../../parts/tabs.tsx';
import { useMay } from '../../session/me.ts';
import { Access } from './access.tsx';
import { AckClocks } from './ack-clocks.tsx';
import { Agreement } from './agreement.tsx';
import { Certification } from './certification.tsx';
import { CodeForm } from './code-form.tsx';
import { PartnerFacts } from './partner-facts.tsx';
import { Scorecards } from './scorecards-panel.tsx';
import { Activate, Certify, Suspend } from './status-actions.tsx';
import { statusTone } from './wording.ts';

/** One partner: the agreement, whether it was rehearsed, how the exchange goes, and how well they deliver. */
export function PartnerPage() {
  const { id = '' } = useParams();
  const api = useApi();
  const partner = useRecord(['partner', id], () => api.getPartner({ partnerId: id }));
  const found = partner.data?.data;
  return (
    <Page
      title={found?.name ?? id}
      above={[{ text: 'Partners', href: '/partners' }]}
      info={found && <StateBadge state={found.status} tone={statusTone[found.status]} />}
      actions={found && <Actions partner={found} etag={partner.data?.etag} />}
    >
      <Loaded query={partner} what="the partner">
        {({ data }) => (
          <SpaceBetween size="l">
            <PartnerFacts partner={data} />
            <PartnerTabs partner={data} />
          </SpaceBetween>
        )}
      </Loaded>
    </Page>
  );
}

function Actions(props: { readonly partner: Partner; readonly etag: string | undefined }) {
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Suspend {...props} />
      <Certify {...props} />
      <Activate {...props} />
    </SpaceBetween>
  );
}

function PartnerTabs({ partner }: { readonly partner: Partner }) {
  const may = useMay();
  const { id, supplierId } = partner;
  const tabs = [
    { id: 'agreement', label: 'Agreement', content: <Agreement partner={partner} /> },
    { id: 'certification', label: 'Certification', content: <Certification partner={partner} /> },
    {
      id: 'exchange',
      label: 'Exchange',
      content: (
        <SpaceBetween size="l">
          {partner.edi && <AckClocks partnerId={id} />}
          <Interchanges partnerId={id} />
        </SpaceBetween>
      ),
    },
    { id: 'documents', label: 'Documents', content: <PartnerDocuments partnerId={id} /> },
    { id: 'scorecard', label: 'Scorecard', content: <Scorecards supplierId={supplierId} /> },
    { id: 'access', label: 'Access', content: <Access partner={partner} /> },
    ...(may('cross-references.put')
      ? [{ id: 'codes', label: 'Codes', content: <CodeForm partnerId={id} /> }]
      : []),
  ];
  return <Tabs label={`About ${partner.name}`} tabs={tabs} />;
}
