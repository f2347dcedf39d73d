import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams } from 'react-router';
import type { Redrive } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { every } from '../../api/query-client.ts';
import { useRecord } from '../../api/use-record.ts';
import { AuditLink } from '../../parts/audit-link.tsx';
import { EntityLink } from '../../parts/entity-link.tsx';
import { Facts } from '../../parts/facts.tsx';
import { linkTo } from '../../parts/filters.ts';
import { counted } from '../../parts/format.ts';
import { jobFacts } from '../../parts/job-facts.tsx';
import { KeyFigures } from '../../parts/key-figures.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { CancelRedrive } from './cancel-redrive.tsx';
import { RedriveProgress } from './redrive-progress.tsx';
import { waitingIn } from './redrive-requests.ts';
import { selectionText } from './wording.ts';

const above = [
  { text: 'Dead letters', href: '/dead-letters' },
  { text: 'Redrives', href: '/redrives' },
];

/** One redrive: how far it is, who began it and why. */
export function RedrivePage() {
  const { id = '' } = useParams();
  const api = useApi();
  const redrive = useRecord(['redrive', id], () => api.getRedrive({ redriveId: id }), {
    interval: every.seconds5,
  });
  const found = redrive.data?.data;
  return (
    <Page
      title={found ? `Redrive of ${found.queue}` : 'Redrive'}
      above={above}
      info={found && <StateBadge state={found.state} />}
      actions={found && <CancelRedrive redrive={found} />}
    >
      <Loaded query={redrive} what="the redrive">
        {({ data }) => <Content redrive={data} />}
      </Loaded>
    </Page>
  );
}

function Content({ redrive }: { readonly redrive: Redrive }) {
  const { counts, failure, state, selection } = redrive;
  return (
    <SpaceBetween size="l">
      {failure && (
        <Alert type="error" header="It stopped by a failure">
          {failure} What was sent stays sent; redrive the rest once more when the cause is repaired.
        </Alert>
      )}
      <Container header={<Header variant="h2">How far it is</Header>}>
        <SpaceBetween size="m">
          {state === 'running' && <Progress redrive={redrive} />}
          <KeyFigures
            figures={[
              { label: 'Sent back', value: counts.sent },
              { label: 'Passed over', value: counts.skipped, note: 'Seen, and not among the chosen' },
              { label: 'Could not be sent', value: counts.failed, note: 'They still wait' },
            ]}
          />
        </SpaceBetween>
      </Container>
      <RedriveFacts redrive={redrive} />
      {selection.kind === 'some' && (
        <Container>
          <ExpandableSection headerText={counted(selection.ids.length, 'chosen messages')}>
            <ul>
              {selection.ids.map((one) => (
                <li key={one}>
                  <EntityLink type="dead-letter" id={one} />
                </li>
              ))}
            </ul>
          </ExpandableSection>
        </Container>
      )}
    </SpaceBetween>
  );
}

function Progress({ redrive }: { readonly redrive: Redrive }) {
  const api = useApi();
  const queues = useRecord(['dead-letter-queues'], () => api.listDeadLetterQueues());
  const queue = queues.data?.data.entries.find((one) => one.queue === redrive.queue);
  const reason = redrive.selection.kind === 'all' ? redrive.selection.class : undefined;
  return <RedriveProgress redrive={redrive} stillWaiting={queue ? waitingIn(queue, reason) : 0} />;
}

function RedriveFacts({ redrive }: { readonly redrive: Redrive }) {
  const { queue } = redrive;
  return (
    <Container
      header={
        <Header variant="h2" actions={<AuditLink type="redrive" id={redrive.id} />}>
          Who and why
        </Header>
      }
    >
      <Facts
        facts={[
          { label: 'Queue', value: <PageLink href={linkTo('/dead-letters', { queue })}>{queue}</PageLink> },
          { label: 'Which', value: selectionText(redrive.selection) },
          ...jobFacts(redrive, 'messages'),
        ]}
      />
    </Container>
  );
}
