import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { Empty } from '../../parts/empty.tsx';
import { linkTo } from '../../parts/filters.ts';
import { Instant } from '../../parts/instant.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { RedriveAll } from './redrive-all.tsx';
import { classified, type Queue, sortQueues } from './redrive-requests.ts';
import { classText } from './wording.ts';

/** The queues that hold something, the fullest first: since when, of what it died, and sending all of it back. */
export function QueueTable({ queues }: { readonly queues: readonly Queue[] }) {
  const { filled, empty } = sortQueues(queues);
  return (
    <SpaceBetween size="xs">
      <Table
        items={filled}
        trackBy="queue"
        wrapLines
        ariaLabels={{ tableLabel: 'Queues' }}
        header={
          <Header counter={`(${filled.length})`} description="Counted about once a minute.">
            Queues with dead letters
          </Header>
        }
        empty={<Empty title="No queue holds a dead letter" hint="Everything that came could be worked on." />}
        columnDefinitions={[
          {
            id: 'queue',
            header: 'Queue',
            isRowHeader: true,
            cell: ({ queue }) => <PageLink href={linkTo('/dead-letters', { queue })}>{queue}</PageLink>,
          },
          { id: 'waiting', header: 'Waiting', cell: ({ waiting }) => waiting },
          {
            id: 'oldest',
            header: 'Oldest',
            cell: ({ oldest }) => (oldest ? <Instant at={oldest} relative /> : '–'),
          },
          { id: 'classes', header: 'Died of', minWidth: 220, cell: (queue) => <Classes queue={queue} /> },
          {
            id: 'consumer',
            header: 'Worked on by',
            cell: ({ consumer }) => consumer ?? 'Nobody: it can only be discarded',
          },
          { id: 'actions', header: 'Actions', minWidth: 180, cell: (queue) => <RedriveAll queue={queue} /> },
        ]}
      />
      {empty.length > 0 && (
        <Container>
          <ExpandableSection headerText={`${empty.length} queues are empty`}>
            <Box variant="p">{empty.join(', ')}</Box>
          </ExpandableSection>
        </Container>
      )}
    </SpaceBetween>
  );
}

function Classes({ queue: of }: { readonly queue: Queue }) {
  const { queue, classes, waiting } = of;
  const told = classified(of);
  if (classes.length === 0) return '–';
  return (
    <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {classes.map(({ class: reason, count }) => (
        <li key={reason}>
          {count} ×{' '}
          <PageLink href={linkTo('/dead-letters', { queue, class: reason })}>{classText(reason)}</PageLink>
        </li>
      ))}
      {told < waiting && <li>(of the oldest {told})</li>}
    </ul>
  );
}
