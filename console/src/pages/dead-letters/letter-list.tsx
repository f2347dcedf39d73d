import Badge from '@cloudscape-design/components/badge';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { DeadLetter } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { etagOf } from '../../api/query-client.ts';
import { BulkAction } from '../../parts/bulk-action.tsx';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { Instant } from '../../parts/instant.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { type Column, ResourceTable } from '../../parts/resource-table.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { RedriveChosen } from './redrive-chosen.tsx';
import type { Queue } from './redrive-requests.ts';
import { carriesText, classText, isOpen } from './wording.ts';

const columns: readonly Column<DeadLetter>[] = [
  {
    id: 'carries',
    header: 'What it carries',
    isRowHeader: true,
    minWidth: 220,
    cell: (letter) => (
      <SpaceBetween direction="horizontal" size="xs">
        <PageLink href={`/dead-letters/${encodeURIComponent(letter.id)}`}>
          {carriesText(letter.carries)}
        </PageLink>
        {letter.returns > 0 && <Badge color="red">Came back {letter.returns}×</Badge>}
      </SpaceBetween>
    ),
  },
  { id: 'queue', header: 'Queue', cell: ({ queue }) => queue },
  {
    id: 'died',
    header: 'Died of',
    minWidth: 260,
    cell: ({ died }) => (
      <>
        <b>{classText(died.class)}</b>
        <div>{died.detail}</div>
      </>
    ),
  },
  {
    id: 'since',
    header: 'Here since',
    minWidth: 130,
    cell: ({ firstSeenAt }) => <Instant at={firstSeenAt} relative />,
  },
];

/** Of the settled ones: what became of them. */
const settledColumns: readonly Column<DeadLetter>[] = [
  ...columns,
  { id: 'state', header: 'State', minWidth: 120, cell: ({ state }) => <StateBadge state={state} /> },
  {
    id: 'by',
    header: 'By, and why',
    minWidth: 160,
    cell: ({ settled, redrives }) =>
      settled ? `${settled.by}: ${settled.reason}` : (redrives.at(-1)?.by ?? '–'),
  },
];

/** Dead letters of all queues or of one; some of them sent back or discarded together. */
export function LetterList({ queues }: { readonly queues: readonly Queue[] }) {
  const api = useApi();
  const [filters, setFilters] = useFilters(['queue', 'state', 'class'] as const);
  const { queue, class: reason } = filters;
  const state = filters.state === 'settled' ? 'settled' : 'waiting';
  const classes = [
    ...new Set([...queues.flatMap((one) => one.classes.map((c) => c.class)), ...(reason ? [reason] : [])]),
  ];
  return (
    <ResourceTable<DeadLetter>
      things="dead letters"
      title={state === 'waiting' ? 'Waiting for a decision' : 'Settled'}
      queryKey={['dead-letters', queue, state]}
      fetchPage={(cursor) =>
        api.listDeadLetters({ limit: 50, state, ...(queue && { queue }), ...(cursor && { cursor }) })
      }
      columns={state === 'waiting' ? columns : settledColumns}
      idOf={({ id }) => id}
      nameOf={({ carries, queue: from }) => `${carriesText(carries)} of ${from}`}
      matches={reason ? ({ died }) => died.class === reason : undefined}
      selectable={isOpen}
      {...(state === 'waiting' && {
        bulk: (chosen: readonly DeadLetter[], clear: () => void) => (
          <SpaceBetween direction="horizontal" size="xs">
            <RedriveChosen chosen={chosen} onDone={clear} />
            <BulkAction
              scope="dead-letters.settle"
              label="Discard"
              things="dead letters"
              chosen={chosen}
              nameOf={({ carries, id }) => `${carriesText(carries)} (${id})`}
              reason="required"
              explain="Their messages are deleted from the queue and are never worked on. The records and what they said stay."
              run={({ id, version }, why) =>
                api.discardDeadLetter({ deadLetterId: id, ifMatch: etagOf(version), body: { reason: why } })
              }
              onDone={clear}
            />
          </SpaceBetween>
        ),
      })}
      filters={
        <FilterBar
          filters={[
            {
              kind: 'choice',
              name: 'queue',
              label: 'Queue',
              any: 'All queues',
              options: queues.map((one) => ({ value: one.queue, label: `${one.queue} (${one.waiting})` })),
            },
            {
              kind: 'choice',
              name: 'class',
              label: 'Died of',
              any: 'Anything',
              options: classes.map((one) => ({ value: one, label: classText(one) })),
            },
            {
              kind: 'choice',
              name: 'state',
              label: 'State',
              any: 'Waiting',
              options: [{ value: 'settled', label: 'Settled: redriven, discarded, moved or gone' }],
            },
          ]}
          values={filters}
          onChange={setFilters}
        />
      }
      empty={
        state === 'waiting'
          ? { title: 'Nothing waits here', hint: 'Every message could be worked on.' }
          : { title: 'Nothing was settled yet' }
      }
    />
  );
}
