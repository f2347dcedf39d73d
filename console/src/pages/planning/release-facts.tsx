import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ForecastRelease } from '#contracts/client.ts';
import { AuditLink } from '../../parts/audit-link.tsx';
import { EntityLink } from '../../parts/entity-link.tsx';
import { Facts } from '../../parts/facts.tsx';
import { linkTo } from '../../parts/filters.ts';
import { decimalText } from '../../parts/format.ts';
import { Instant } from '../../parts/instant.tsx';
import { LocalDate } from '../../parts/local-date.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { Equation } from './equation.tsx';

/** Where it came from, what became of its rows, and where it leads. */
export function ReleaseFacts({ release }: { readonly release: ForecastRelease }) {
  const { id, documentId, counts, horizon, total, itemLocations, revision } = release;
  return (
    <Container header={<Header variant="h2">What became of its rows</Header>}>
      <SpaceBetween size="l">
        <Equation
          whole={{ label: 'Received', count: counts.received }}
          parts={[
            { label: 'Applied', count: counts.applied },
            { label: 'Quarantined', count: counts.quarantined },
            { label: 'Rejected', count: counts.rejected },
            { label: 'In flight', count: counts.inFlight },
          ]}
        />
        <Facts
          facts={[
            { label: 'Received', value: <Instant at={release.receivedAt} /> },
            {
              label: 'The file',
              value: (
                <EntityLink type="document" id={documentId}>
                  {release.fileName}
                </EntityLink>
              ),
            },
            {
              label: 'Weeks',
              value: horizon && (
                <>
                  {horizon.buckets}, <LocalDate date={horizon.from} /> to <LocalDate date={horizon.to} />
                </>
              ),
            },
            {
              label: 'Items at locations',
              value: itemLocations !== undefined && decimalText(String(itemLocations)),
            },
            { label: 'Sum of all quantities', value: total && decimalText(total) },
            {
              label: 'Follows',
              value: revision && <EntityLink type="forecast-release" id={revision.against} />,
            },
            {
              label: 'Approved',
              value: release.approvedAt && (
                <>
                  <Instant at={release.approvedAt} /> by {release.approvedBy}
                </>
              ),
            },
            {
              label: 'See also',
              value: (
                <SpaceBetween size="xxs">
                  <PageLink href={linkTo('/proposals', { release: id })}>Its proposals</PageLink>
                  <PageLink href={`/lineage/forecast-release/${encodeURIComponent(id)}`}>
                    What came of it
                  </PageLink>
                  <AuditLink type="forecast-release" id={id} />
                </SpaceBetween>
              ),
            },
          ]}
        />
      </SpaceBetween>
    </Container>
  );
}
