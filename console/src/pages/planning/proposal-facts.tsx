import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ProposalWithDecisionRecord } from '#contracts/client.ts';
import { Money, Price, Quantity } from '../../parts/amounts.tsx';
import { AuditLink } from '../../parts/audit-link.tsx';
import { EntityLink } from '../../parts/entity-link.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Instant } from '../../parts/instant.tsx';
import { LocalDate } from '../../parts/local-date.tsx';
import { PageLink } from '../../parts/page-link.tsx';

/** What is proposed, and what it belongs to. */
export function ProposalFacts({ proposal }: { readonly proposal: ProposalWithDecisionRecord }) {
  const { id, decision, expedite, runId, releaseId } = proposal;
  return (
    <Container header={<Header variant="h2">What is proposed</Header>}>
      <Facts
        facts={[
          { label: 'Item', value: <EntityLink type="item" id={proposal.itemId} /> },
          { label: 'For', value: proposal.locationId },
          { label: 'From', value: <EntityLink type="supplier" id={proposal.supplierId} /> },
          { label: 'Missing', value: <Quantity quantity={proposal.netRequirement} /> },
          { label: 'Order', value: <Quantity quantity={proposal.orderQuantity} /> },
          { label: 'Price', value: <Price price={proposal.price} /> },
          { label: 'Worth', value: <Money money={proposal.value} /> },
          { label: 'Needed', value: <LocalDate date={proposal.needDate} /> },
          {
            label: 'To be ordered',
            value: (
              <>
                <LocalDate date={proposal.orderDate} />
                {expedite && ' (expedite: the day is past)'}
              </>
            ),
          },
          { label: 'To arrive', value: <LocalDate date={proposal.requestedDate} /> },
          {
            label: 'Decided',
            value: decision && (
              <>
                <Instant at={decision.at} /> by {decision.by}
                {decision.reason && `: ${decision.reason}`}
              </>
            ),
          },
          {
            label: 'See also',
            value: (
              <SpaceBetween size="xxs">
                <EntityLink type="forecast-release" id={releaseId}>
                  Its release
                </EntityLink>
                <EntityLink type="replenishment-run" id={runId}>
                  Its run
                </EntityLink>
                <PageLink href={`/lineage/proposal/${encodeURIComponent(id)}`}>What came of it</PageLink>
                <AuditLink type="proposal" id={id} />
              </SpaceBetween>
            ),
          },
        ]}
      />
    </Container>
  );
}
