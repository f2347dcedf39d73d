import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import type { ReplayPreview } from '#contracts/client.ts';
import { Effects } from '../../parts/effects.tsx';
import { Empty } from '../../parts/empty.tsx';
import { EntityLink } from '../../parts/entity-link.tsx';
import { words } from '../../parts/format.ts';
import { Instant } from '../../parts/instant.tsx';
import { KeyFigures } from '../../parts/key-figures.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import type { Selection } from './selection.ts';
import { usePreview } from './use-preview.ts';

/** The dry run: how many, of what, the first of them, and what it means. */
export function StepPreview(props: { readonly consumer: string; readonly selection: Selection }) {
  const preview = usePreview(props.consumer, props.selection);
  return (
    <Loaded query={preview} what="what would be sent">
      {({ data }) => <Preview consumer={props.consumer} preview={data} />}
    </Loaded>
  );
}

function Preview({ consumer, preview }: { readonly consumer: string; readonly preview: ReplayPreview }) {
  const { count, more, records, byEvent, first, rehearsed } = preview;
  if (count === 0) return <Nothing consumer={consumer} more={more} />;
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">What would be sent</Header>}>
        <SpaceBetween size="m">
          <KeyFigures
            figures={[
              { label: 'Events', value: `${count.toLocaleString()}${more ? '+' : ''}` },
              { label: 'Records they belong to', value: `${records.toLocaleString()}${more ? '+' : ''}` },
              ...byEvent
                .slice(0, 2)
                .map(({ event, count: of }) => ({ label: words(event), value: of.toLocaleString() })),
            ]}
          />
          <Alert type="info" header="What it means">
            {consumer} gets them in the order in which they happened to each record, and works on them as if
            they had just happened. What it has done already it recognises and does not do twice. Nobody else
            hears them.
          </Alert>
        </SpaceBetween>
      </Container>
      {byEvent.length > 2 && (
        <Table
          items={byEvent}
          trackBy="event"
          ariaLabels={{ tableLabel: 'By name' }}
          header={<Header counter={`(${byEvent.length})`}>By name</Header>}
          columnDefinitions={[
            { id: 'event', header: 'Event', isRowHeader: true, cell: ({ event }) => words(event) },
            { id: 'count', header: 'How many', cell: ({ count: of }) => of.toLocaleString() },
          ]}
        />
      )}
      {rehearsed.length > 0 && <Rehearsed consumer={consumer} rehearsed={rehearsed} />}
      <Table
        items={first}
        trackBy={({ recordType, recordId, sequence }) => `${recordType}#${recordId}#${sequence}`}
        wrapLines
        ariaLabels={{ tableLabel: 'The first of them' }}
        header={<Header counter={`(${first.length})`}>The first of them, as they would be sent</Header>}
        columnDefinitions={[
          { id: 'event', header: 'Event', isRowHeader: true, cell: ({ event }) => words(event) },
          {
            id: 'record',
            header: 'Record',
            cell: ({ recordType, recordId }) => (
              <>
                {words(recordType)} <EntityLink type={recordType} id={recordId} />
              </>
            ),
          },
          { id: 'sequence', header: 'Change', cell: ({ sequence }) => sequence },
          { id: 'at', header: 'Happened', cell: ({ at }) => <Instant at={at} /> },
        ]}
      />
    </SpaceBetween>
  );
}

/** The first of them, worked on for show by the consumer's own code. */
function Rehearsed(props: { readonly consumer: string; readonly rehearsed: ReplayPreview['rehearsed'] }) {
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={`The first of them, worked on by ${props.consumer} for show: nothing was changed.`}
        >
          What would happen
        </Header>
      }
    >
      <SpaceBetween size="m">
        {props.rehearsed.map(({ event, recordType, recordId, sequence, outcome, effects, problem }) => (
          <div key={`${recordType}#${recordId}#${sequence}`}>
            <StatusIndicator type={outcome === 'would-succeed' ? 'success' : 'error'}>
              {words(event)} of {words(recordType).toLowerCase()} {recordId}
              {problem && `: ${problem.detail}`}
            </StatusIndicator>
            {effects.length > 0 ? <Effects effects={effects} /> : <div>Nothing would change.</div>}
          </div>
        ))}
      </SpaceBetween>
    </Container>
  );
}

/** Nothing was found: for good, or only as far as one looks in a few seconds. */
const Nothing = ({ consumer, more }: { readonly consumer: string; readonly more: boolean }) => (
  <Empty
    title={more ? 'None was found among those looked at' : 'There is no such event'}
    hint={
      more
        ? 'There are more than could be looked through. Go back and choose a shorter time, or start it all the same.'
        : `${consumer} would hear nothing. Go back and choose others.`
    }
  />
);
