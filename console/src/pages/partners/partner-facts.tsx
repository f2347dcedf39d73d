import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { Partner } from '#contracts/client.ts';
import { AuditLink } from '../../parts/audit-link.tsx';
import { EntityLink } from '../../parts/entity-link.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Instant } from '../../parts/instant.tsx';
import { LocalDate } from '../../parts/local-date.tsx';
import { channelText } from './wording.ts';

/** Who the partner is, at a glance. */
export function PartnerFacts({ partner }: { readonly partner: Partner }) {
  const { id, supplierId, lastHeardAt, activeSince, version } = partner;
  return (
    <Container
      header={
        <Header variant="h2" actions={<AuditLink type="setting" id={`partner:${id}`} />}>
          Who they are
        </Header>
      }
    >
      <Facts
        facts={[
          { label: 'Supplier', value: <EntityLink type="supplier" id={supplierId} /> },
          { label: 'How we exchange', value: channelText(partner) },
          { label: 'Last heard', value: lastHeardAt ? <Instant at={lastHeardAt} relative /> : 'Never' },
          { label: 'Live since', value: activeSince && <LocalDate date={activeSince} /> },
          { label: 'Version of the agreement', value: version },
        ]}
      />
    </Container>
  );
}
