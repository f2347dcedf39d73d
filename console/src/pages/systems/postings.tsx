import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import { Empty } from '../../parts/empty.tsx';
import { EntityLink } from '../../parts/entity-link.tsx';
import { counted } from '../../parts/format.ts';
import { Instant } from '../../parts/instant.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { lanesOf, laneType, operationText, type Posting } from './standing.ts';

const SHOWN = 100;

interface Row extends Posting {
  /** Its place in its lane, from 1; what is not the first waits for the one before it. */
  readonly place: number;
}

/** What is to be done about postings, lane by lane: within a lane one waits for the one before it. */
export function Postings({ postings }: { readonly postings: readonly Posting[] }) {
  const lanes = lanesOf(postings);
  const rows: Row[] = lanes.flatMap((lane) =>
    lane.postings.map((posting, index) => ({ ...posting, place: index + 1 })),
  );
  const full = postings.length >= SHOWN;
  return (
    <Table<Row>
      items={rows}
      trackBy="effectId"
      wrapLines
      ariaLabels={{ tableLabel: 'What waits for it' }}
      header={
        <Header
          counter={`(${rows.length}${full ? '+' : ''})`}
          description={`${counted(lanes.length, 'lanes')}: what belongs to one order is posted in its order, one after the other.${full ? ' Only the soonest are shown.' : ''}`}
        >
          What waits for it
        </Header>
      }
      empty={<Empty title="Nothing waits" hint="Everything that was to be posted is posted." />}
      columnDefinitions={[
        {
          id: 'lane',
          header: 'Lane',
          isRowHeader: true,
          cell: (posting) => (
            <>
              <EntityLink type={laneType(posting)} id={posting.laneId} />{' '}
              {posting.place > 1 && `(${posting.place} in its lane)`}
            </>
          ),
        },
        { id: 'operation', header: 'What is to be done', cell: operationText },
        { id: 'state', header: 'State', minWidth: 120, cell: ({ state }) => <StateBadge state={state} /> },
        { id: 'attempts', header: 'Tried', cell: ({ attempts }) => `${attempts}×` },
        { id: 'due', header: 'Next', cell: ({ dueAt }) => (dueAt ? <Instant at={dueAt} relative /> : '–') },
        { id: 'because', header: 'Because', minWidth: 160, cell: ({ because }) => because ?? '–' },
        { id: 'since', header: 'Waits since', cell: ({ createdAt }) => <Instant at={createdAt} relative /> },
      ]}
    />
  );
}
