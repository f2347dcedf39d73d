import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { Overview } from '#contracts/client.ts';
import { Empty } from '../../parts/empty.tsx';
import { EntityLink } from '../../parts/entity-link.tsx';
import { durationText, words } from '../../parts/format.ts';
import { Instant } from '../../parts/instant.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import type { Tone } from '../../parts/states.ts';

type Source = Overview['sources'][number];

const looks: Readonly<Record<Source['freshness'], { readonly tone: Tone; readonly text: string }>> = {
  fresh: { tone: 'success', text: 'Fresh' },
  lagging: { tone: 'warning', text: 'Lagging' },
  stale: { tone: 'error', text: 'Stale' },
};

/** How fresh what we know from each system is. */
export function Sources({ sources }: { readonly sources: readonly Source[] }) {
  return (
    <Table<Source>
      items={sources}
      trackBy="id"
      wrapLines
      header={
        <Header
          variant="h2"
          description="How old what we know from each system is, and how often it should come."
        >
          Freshness of sources
        </Header>
      }
      ariaLabels={{ tableLabel: 'Freshness of sources' }}
      empty={
        <Empty title="No source has been asked yet" hint="It appears with the first look at a system." />
      }
      columnDefinitions={[
        {
          id: 'what',
          header: 'Source',
          isRowHeader: true,
          cell: ({ what, system }) => (
            <>
              {words(what)} from <EntityLink type="system" id={system} />
            </>
          ),
        },
        {
          id: 'freshness',
          header: 'Freshness',
          cell: ({ freshness }) => <StateBadge state={freshness} {...looks[freshness]} />,
        },
        {
          id: 'last',
          header: 'Came last',
          cell: ({ succeededAt }) => (succeededAt ? <Instant at={succeededAt} relative /> : 'Never'),
        },
        {
          id: 'every',
          header: 'Should come',
          cell: ({ everySeconds }) => `every ${durationText(everySeconds)}`,
        },
        {
          id: 'lag',
          header: 'Longest lag',
          cell: ({ lagSeconds }) => (lagSeconds === undefined ? '–' : durationText(lagSeconds)),
        },
        {
          id: 'changed',
          header: 'Records changed last time',
          cell: ({ changed }) => new Intl.NumberFormat().format(changed),
        },
        { id: 'failure', header: 'Why it failed', cell: ({ failure }) => failure?.detail ?? '–' },
      ]}
    />
  );
}
