import Cards from '@cloudscape-design/components/cards';
import Header from '@cloudscape-design/components/header';
import { useApi } from '../../api/client.ts';
import { useRecord } from '../../api/use-record.ts';
import { Empty } from '../../parts/empty.tsx';
import { words } from '../../parts/format.ts';
import { Instant } from '../../parts/instant.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { useNow } from '../../parts/use-now.ts';
import { standingOf, worstFreshness } from './standing.ts';

/** Every system of record at a glance. */
export function SystemsPage() {
  const api = useApi();
  const now = useNow();
  const systems = useRecord(['systems'], () => api.listSystems());
  return (
    <Page
      title="Systems"
      description="Where orders are posted to and master data comes from: whether each can be used now."
    >
      <Loaded query={systems} what="the systems">
        {({ data }) => (
          <Cards
            items={data.entries}
            trackBy="id"
            ariaLabels={{
              itemSelectionLabel: () => '',
              selectionGroupLabel: 'Systems',
              cardsLabel: 'Systems',
            }}
            header={<Header counter={`(${data.entries.length})`}>Systems of record</Header>}
            empty={
              <Empty title="There is no system of record" hint="Orders have nowhere to go: set up routing." />
            }
            cardDefinition={{
              header: ({ id }) => <PageLink href={`/systems/${encodeURIComponent(id)}`}>{id}</PageLink>,
              sections: [
                {
                  id: 'standing',
                  header: 'State',
                  content: (system) => {
                    const { text, tone, state } = standingOf(system, now);
                    return <StateBadge state={state} text={text} tone={tone} />;
                  },
                },
                {
                  id: 'because',
                  header: 'Because',
                  content: ({ maintenance, breaker }) =>
                    maintenance ? `${maintenance.reason} (${maintenance.by})` : (breaker.because ?? '–'),
                },
                {
                  id: 'until',
                  header: 'Until',
                  content: ({ maintenance, breaker }) => {
                    const until = maintenance ? maintenance.until : breaker.until;
                    if (until) return <Instant at={until} />;
                    return maintenance ? 'Somebody ends it' : '–';
                  },
                },
                {
                  id: 'fresh',
                  header: 'What we know of it',
                  content: ({ sources }) => {
                    const fresh = worstFreshness(sources, now);
                    return fresh ? (
                      <StateBadge state={fresh.text} tone={fresh.tone} text={fresh.text} />
                    ) : (
                      '–'
                    );
                  },
                },
                { id: 'kind', header: 'Kind', content: ({ kind }) => words(kind) },
                {
                  id: 'rate',
                  header: 'Calls it may be asked',
                  content: ({ callsPerSecond }) => `${callsPerSecond} a second`,
                },
              ],
            }}
            cardsPerRow={[{ cards: 1 }, { minWidth: 700, cards: 2 }, { minWidth: 1200, cards: 3 }]}
          />
        )}
      </Loaded>
    </Page>
  );
}
