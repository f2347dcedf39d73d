import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { DeadLetterWithMessage } from '#contracts/client.ts';
import { AuditLink } from '../../parts/audit-link.tsx';
import { Empty } from '../../parts/empty.tsx';
import { EntityLink } from '../../parts/entity-link.tsx';
import { History, type HistoryStep } from '../../parts/history.tsx';
import { Instant } from '../../parts/instant.tsx';

/** What was done about a dead letter, and as which messages it was seen. */
export function LetterTrail({ letter }: { readonly letter: DeadLetterWithMessage }) {
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header variant="h2" actions={<AuditLink type="dead-letter" id={letter.id} />}>
            What was done
          </Header>
        }
      >
        <History steps={stepsOf(letter)} />
      </Container>
      <Table
        items={[...letter.seenAs].reverse()}
        trackBy="messageId"
        wrapLines
        ariaLabels={{ tableLabel: 'Messages it was seen as' }}
        header={
          <Header
            counter={`(${letter.seenAs.length})`}
            description="The same content in the same queue is the same dead letter, whoever sent it back in between."
          >
            Messages it was seen as
          </Header>
        }
        empty={<Empty title="It was not seen as a message" />}
        columnDefinitions={[
          { id: 'id', header: 'Message id', isRowHeader: true, cell: ({ messageId }) => messageId },
          { id: 'sent', header: 'Sent', cell: ({ sentAt }) => <Instant at={sentAt} /> },
          { id: 'seen', header: 'Seen here', cell: ({ seenAt }) => <Instant at={seenAt} /> },
        ]}
      />
    </SpaceBetween>
  );
}

const stepsOf = ({ redrives, settled, firstSeenAt }: DeadLetterWithMessage): readonly HistoryStep[] => [
  { id: 'seen', at: firstSeenAt, what: 'Seen in the dead-letter queue' },
  ...redrives.map(({ redriveId, at, by }) => ({
    id: `${redriveId}:${at}`,
    at,
    what: (
      <EntityLink type="redrive" id={redriveId}>
        Sent back
      </EntityLink>
    ),
    by,
  })),
  ...(settled
    ? [
        {
          id: 'settled',
          at: settled.at,
          what: settled.exceptionId ? 'Moved to an exception' : 'Discarded',
          by: settled.by,
          more: settled.reason,
        },
      ]
    : []),
];
