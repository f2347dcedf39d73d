import Button from '@cloudscape-design/components/button';
import type { Replay } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { Instant } from '../../parts/instant.tsx';
import { Page } from '../../parts/page.tsx';
import { PageLink, useFollow } from '../../parts/page-link.tsx';
import { type Column, ResourceTable } from '../../parts/resource-table.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { useMay } from '../../session/me.ts';
import { countsText, newReplayPath, selectionText } from './selection.ts';

const columns: readonly Column<Replay>[] = [
  {
    id: 'what',
    header: 'Who heard what again',
    isRowHeader: true,
    minWidth: 260,
    cell: ({ id, consumer, selection }) => (
      <>
        <PageLink href={`/replays/${encodeURIComponent(id)}`}>{consumer}</PageLink>
        <div>{selectionText(selection)}</div>
      </>
    ),
  },
  { id: 'state', header: 'State', minWidth: 120, cell: ({ state }) => <StateBadge state={state} /> },
  { id: 'counts', header: 'So far', cell: ({ counts }) => countsText(counts) },
  { id: 'at', header: 'Begun', cell: ({ startedAt }) => <Instant at={startedAt} /> },
  { id: 'by', header: 'By', cell: ({ startedBy }) => startedBy },
  { id: 'reason', header: 'Why', cell: ({ reason }) => reason },
];

/** Every replay there was, newest first, and the way to a new one. */
export function ReplaysPage() {
  const api = useApi();
  const may = useMay();
  const follow = useFollow();
  const begin = may('replays.start') && (
    <Button variant="primary" href={newReplayPath} onFollow={follow}>
      New replay
    </Button>
  );
  return (
    <Page
      title="Replays"
      description="Sends events that were published before to one consumer again, after a fault of it was repaired or when its figures are to be made anew. Nobody else hears them."
      actions={begin}
    >
      <ResourceTable
        things="replays"
        title="All replays"
        queryKey={['replays']}
        fetchPage={(cursor) => api.listReplays({ limit: 50, ...(cursor && { cursor }) })}
        columns={columns}
        idOf={({ id }) => id}
        nameOf={({ id }) => id}
        empty={{
          title: 'Nothing was replayed yet',
          hint: 'A replay begins with who should hear events again.',
        }}
      />
    </Page>
  );
}
