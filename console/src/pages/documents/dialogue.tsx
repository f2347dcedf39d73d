import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { OrderProgress } from '#contracts/client.ts';
import { EntityLink } from '../../parts/entity-link.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Instant } from '../../parts/instant.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';

const answers: Readonly<Record<OrderProgress['answer']['state'], string>> = {
  none: 'None is expected',
  awaiting: 'Awaited',
  accepted: 'As ordered',
  differs: 'Differs from the order',
  rejected: 'Refused',
  held: 'Held by the supplier',
};

/** What the supplier was told and answered. */
export function Dialogue({ progress }: { readonly progress: OrderProgress }) {
  const { told, answer, partnerId, waitingInvoices } = progress;
  return (
    <Container header={<Header variant="h2">With the supplier</Header>}>
      <Facts
        facts={[
          { label: 'Partner', value: partnerId && <EntityLink type="partner" id={partnerId} /> },
          {
            label: 'Told',
            value: told ? (
              <>
                <EntityLink type="partner-document" id={told.documentId}>
                  The order
                </EntityLink>
                , <Instant at={told.at} /> <StateBadge state={told.delivery} />
              </>
            ) : (
              'Not yet'
            ),
          },
          {
            label: 'Answer',
            value: (
              <>
                {answer.documentId ? (
                  <EntityLink type="partner-document" id={answer.documentId}>
                    {answers[answer.state]}
                  </EntityLink>
                ) : (
                  answers[answer.state]
                )}
                {answer.answeredAt && (
                  <>
                    , <Instant at={answer.answeredAt} />
                  </>
                )}
              </>
            ),
          },
          {
            label: answer.overdueSince ? 'Answer overdue since' : 'Answer due',
            value: (answer.overdueSince ?? answer.dueAt) && (
              <Instant at={answer.overdueSince ?? answer.dueAt ?? ''} relative />
            ),
          },
          {
            label: 'Invoices that wait for goods',
            value:
              waitingInvoices.length > 0 &&
              waitingInvoices.map((id) => (
                <div key={id}>
                  <EntityLink type="invoice" id={id} />
                </div>
              )),
          },
        ]}
      />
    </Container>
  );
}
