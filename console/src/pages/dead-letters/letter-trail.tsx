import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { DeadLetterWithMessage } from '#contracts/client.ts';
import { Empty } from '../../parts/empty.tsx';
import { EntityLink } from '../../parts/entity-link.tsx';
import { auditPathOf } from '../../parts/entity-paths.ts';
import { History, type HistoryStep } from '../../parts/history.tsx';
import { Instant } from '../../parts/instant.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { useMay } from '../../session/me.ts';

/** What was done about a dead letter, and as which messages it was seen. */
export function LetterTrail({ letter }: { readonly letter: DeadLetterWithMessage }) {
  const may = useMay();
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header
            variant="h2"
            actions={
              may('audit.read') && <PageLink href={auditPathOf('dead-letter', letter.id)}>Audit</PageLink>
            }
          >
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
