import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { SourceStatus } from '#contracts/client.ts';
import { Empty } from '../../parts/empty.tsx';
import { counted, durationText } from '../../parts/format.ts';
import { Instant } from '../../parts/instant.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { freshnessOf, sourceText } from './standing.ts';

/** How fresh what is pulled from a system is. */
export function Sources({
  sources,
  now,
}: {
  readonly sources: readonly SourceStatus[];
  readonly now: number;
}) {
  return (
    <Table
      items={sources}
      trackBy="id"
      wrapLines
      ariaLabels={{ tableLabel: 'How fresh it is' }}
      header={
        <Header description="Told with every pull, also when it found nothing new: silence is not health.">
          How fresh it is
        </Header>
      }
      empty={<Empty title="Nothing is pulled from it" />}
      columnDefinitions={[
        { id: 'what', header: 'What', isRowHeader: true, cell: sourceText },
        {
          id: 'fresh',
          header: 'State',
          minWidth: 110,
          cell: (source) => {
            const { tone, text } = freshnessOf(source, now);
            return <StateBadge state={text} tone={tone} text={text} />;
          },
        },
        {
          id: 'succeeded',
          header: 'Last good pull',
          cell: ({ succeededAt }) => (succeededAt ? <Instant at={succeededAt} relative /> : 'Never'),
        },
        { id: 'every', header: 'Expected every', cell: ({ everySeconds }) => durationText(everySeconds) },
        {
          id: 'changed',
          header: 'Changed then',
          cell: ({ changed, changedAt }) => (
            <>
              {counted(changed, 'records')}
              {changed === 0 && changedAt && (
                <div>
                  last change <Instant at={changedAt} relative />
                </div>
              )}
            </>
          ),
        },
        {
          id: 'lag',
          header: 'Longest way here',
          cell: ({ lagSeconds }) => (lagSeconds === undefined ? '–' : durationText(lagSeconds)),
        },
        {
          id: 'failure',
          header: 'Last failure',
          minWidth: 180,
          cell: ({ failure, triedAt }) =>
            failure ? (
              <>
                {failure.detail} (<Instant at={triedAt} relative />)
              </>
            ) : (
              '–'
            ),
        },
      ]}
    />
  );
}
