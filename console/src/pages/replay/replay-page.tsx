import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams } from 'react-router';
import type { Replay } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { every } from '../../api/query-client.ts';
import { useRecord } from '../../api/use-record.ts';
import { AuditLink } from '../../parts/audit-link.tsx';
import { EntityLink } from '../../parts/entity-link.tsx';
import { Facts } from '../../parts/facts.tsx';
import { words } from '../../parts/format.ts';
import { Instant } from '../../parts/instant.tsx';
import { jobFacts } from '../../parts/job-facts.tsx';
import { KeyFigures } from '../../parts/key-figures.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { ReasonAction } from '../../parts/reason-action.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';

/** One replay: how far it is, of what, by whom and why. */
export function ReplayPage() {
  const { id = '' } = useParams();
  const api = useApi();
  const replay = useRecord(['replay', id], () => api.getReplay({ replayId: id }), {
    interval: every.seconds5,
  });
  const found = replay.data?.data;
  return (
    <Page
      title={found ? `Replay to ${found.consumer}` : 'Replay'}
      above={[{ text: 'Replays', href: '/replays' }]}
      info={found && <StateBadge state={found.state} />}
      actions={found && <CancelReplay replay={found} />}
    >
      <Loaded query={replay} what="the replay">
        {({ data }) => <Content replay={data} />}
      </Loaded>
    </Page>
  );
}

function CancelReplay({ replay: { id, consumer, state } }: { readonly replay: Replay }) {
  const api = useApi();
  if (state !== 'running') return null;
  return (
    <ReasonAction
      scope="replays.start"
      label="Stop the replay"
      title={`Stop the replay to ${consumer}`}
      explain="What was sent stays sent and is worked on. The rest is not sent; a new replay can send it."
      reason="none"
      run={() => api.cancelReplay({ replayId: id })}
      done={`The replay to ${consumer} was stopped.`}
    />
  );
}

function Content({ replay }: { readonly replay: Replay }) {
  const { counts, failure } = replay;
  return (
    <SpaceBetween size="l">
      {failure && (
        <Alert type="error" header="It stopped by a failure">
          {failure} What was sent stays sent; begin a new one when the cause is repaired.
        </Alert>
      )}
      <Container header={<Header variant="h2">How far it is</Header>}>
        <div aria-live="polite">
          <KeyFigures
            figures={[
              { label: 'Events looked at', value: counts.read },
              { label: 'Sent', value: counts.sent },
              { label: 'Not sent', value: counts.skipped, note: 'The consumer does not hear these' },
            ]}
          />
        </div>
      </Container>
      <ReplayFacts replay={replay} />
    </SpaceBetween>
  );
}

function ReplayFacts({ replay }: { readonly replay: Replay }) {
  const { id, consumer, selection } = replay;
  const { entity, events, from, to } = selection;
  return (
    <Container
      header={
        <Header variant="h2" actions={<AuditLink type="replay" id={id} />}>
          What, who and why
        </Header>
      }
    >
      <Facts
        facts={[
          { label: 'Heard by', value: consumer },
          {
            label: 'Record',
            value: entity && (
              <>
                {words(entity.type)} <EntityLink type={entity.type} id={entity.id} />
              </>
            ),
          },
          { label: 'Events', value: events ? events.map(words).join(', ') : 'All that it hears' },
          { label: 'From', value: from && <Instant at={from} /> },
          { label: 'To', value: to && <Instant at={to} /> },
          ...jobFacts(replay, 'events'),
        ]}
      />
    </Container>
  );
}
