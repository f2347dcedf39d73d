import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { InterchangeWithContent } from '#contracts/client.ts';
import { AuditLink } from '../../parts/audit-link.tsx';
import { EntityLink } from '../../parts/entity-link.tsx';
import { Facts } from '../../parts/facts.tsx';
import { linkTo } from '../../parts/filters.ts';
import { Instant } from '../../parts/instant.tsx';
import { PageLink } from '../../parts/page-link.tsx';

const addressText = (address: { readonly qualifier: string; readonly id: string } | undefined) =>
  address && `${address.id} (${address.qualifier})`;

/** Who sent it to whom, how, and how it was acknowledged. */
export function InterchangeFacts({ interchange }: { readonly interchange: InterchangeWithContent }) {
  const { id, partnerId, documentId, standard, sentAt, collectedAt, repeats } = interchange;
  return (
    <Container header={<Header variant="h2">What it is</Header>}>
      <Facts
        facts={[
          { label: 'Partner', value: partnerId && <EntityLink type="partner" id={partnerId} /> },
          { label: 'Sender', value: addressText(interchange.sender) },
          { label: 'Receiver', value: addressText(interchange.receiver) },
          { label: 'Standard', value: standard && (standard === 'x12' ? 'X12' : 'EDIFACT') },
          { label: 'Control number', value: interchange.controlNumber },
          { label: 'Acknowledgement', value: <Acknowledgement interchange={interchange} /> },
          { label: 'When', value: <Instant at={interchange.at} /> },
          { label: 'Sent', value: sentAt && <Instant at={sentAt} /> },
          { label: 'Collected by the partner', value: collectedAt && <Instant at={collectedAt} /> },
          { label: 'Came again', value: repeats > 0 && `${repeats} times, counted once` },
          { label: 'For', value: interchange.usage === 'test' && 'Test: nothing has effect' },
          {
            label: 'The file',
            value: documentId ? (
              <EntityLink type="document" id={documentId}>
                {interchange.fileName}
              </EntityLink>
            ) : (
              interchange.fileName
            ),
          },
          {
            label: 'See also',
            value: (
              <SpaceBetween size="xxs">
                <PageLink href={linkTo('/documents', { find: id })}>Everything about it</PageLink>
                <AuditLink type="interchange" id={id} />
              </SpaceBetween>
            ),
          },
        ]}
      />
    </Container>
  );
}

function Acknowledgement({ interchange }: { readonly interchange: InterchangeWithContent }) {
  const { direction, isAcknowledgement, acknowledgementId, acknowledgementDueAt } = interchange;
  if (isAcknowledgement) {
    return (
      <>
        This is one.{' '}
        <PageLink href={linkTo('/documents', { find: interchange.correlationId })}>
          What it belongs to
        </PageLink>
      </>
    );
  }
  if (acknowledgementId) {
    return (
      <EntityLink type="interchange" id={acknowledgementId}>
        {direction === 'in' ? 'The one we sent' : 'The one that came'}
      </EntityLink>
    );
  }
  if (acknowledgementDueAt) {
    return (
      <>
        Due <Instant at={acknowledgementDueAt} relative />
      </>
    );
  }
  return 'None';
}
