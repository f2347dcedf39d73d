import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import { useApi } from '../../api/client.ts';
import { useRecord } from '../../api/use-record.ts';
import { Empty } from '../../parts/empty.tsx';
import { Instant } from '../../parts/instant.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { useNow } from '../../parts/use-now.ts';
import { type AckClock, clocksOf } from './clocks.ts';
import { interchangeTitle } from './wording.ts';

/** As far back as one looks: what is older and unanswered is an exception since long. */
const LOOKED_AT = 200;

/** What we sent and is not acknowledged yet, the most urgent first. */
export function AckClocks({ partnerId }: { readonly partnerId: string }) {
  const api = useApi();
  const now = useNow();
  const newest = useRecord(['newest-interchanges', partnerId], () =>
    api.listInterchanges({ partnerId, limit: LOOKED_AT }),
  );
  return (
    <Loaded query={newest} what="the acknowledgements">
      {({ data }) => (
        <Table<AckClock>
          items={clocksOf(data.entries, now)}
          trackBy={({ interchange }) => interchange.id}
          wrapLines
          ariaLabels={{ tableLabel: 'Waiting for their acknowledgement' }}
          header={
            <Header description={`Among the newest ${LOOKED_AT} interchanges.`}>
              Waiting for their acknowledgement
            </Header>
          }
          empty={
            <Empty
              title="Nothing waits"
              hint="Everything we sent was acknowledged, or needs no acknowledgement."
            />
          }
          columnDefinitions={[
            {
              id: 'interchange',
              header: 'Interchange',
              isRowHeader: true,
              cell: ({ interchange }) => (
                <PageLink href={`/interchanges/${encodeURIComponent(interchange.id)}`}>
                  {interchangeTitle(interchange)}
                </PageLink>
              ),
            },
            {
              id: 'sent',
              header: 'Sent',
              cell: ({ interchange }) => <Instant at={interchange.sentAt ?? interchange.at} relative />,
            },
            { id: 'due', header: 'Due', cell: ({ dueAt }) => <Instant at={dueAt} relative /> },
            {
              id: 'state',
              header: 'State',
              minWidth: 120,
              cell: ({ overdue }) => <StateBadge state={overdue ? 'overdue' : 'expected'} />,
            },
          ]}
        />
      )}
    </Loaded>
  );
}
