import type { Redrive } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { Instant } from '../../parts/instant.tsx';
import { Page } from '../../parts/page.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { type Column, ResourceTable } from '../../parts/resource-table.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { countsText, selectionText } from './wording.ts';

const columns: readonly Column<Redrive>[] = [
  {
    id: 'what',
    header: 'What was sent back',
    isRowHeader: true,
    cell: ({ id, queue, selection }) => (
      <PageLink href={`/redrives/${encodeURIComponent(id)}`}>
        {queue}: {selectionText(selection)}
      </PageLink>
    ),
  },
  { id: 'state', header: 'State', cell: ({ state }) => <StateBadge state={state} /> },
  { id: 'counts', header: 'So far', cell: ({ counts }) => countsText(counts) },
  { id: 'at', header: 'Begun', cell: ({ startedAt }) => <Instant at={startedAt} /> },
  { id: 'by', header: 'By', cell: ({ startedBy }) => startedBy },
  { id: 'reason', header: 'Why', cell: ({ reason }) => reason },
];

/** Every redrive there was, newest first. */
export function RedrivesPage() {
  const api = useApi();
  return (
    <Page
      title="Redrives"
      description="Who sent dead letters back, when and why, and what came of it."
      above={[{ text: 'Dead letters', href: '/dead-letters' }]}
    >
      <ResourceTable
        things="redrives"
        title="All redrives"
        queryKey={['redrives']}
        fetchPage={(cursor) => api.listRedrives({ limit: 50, ...(cursor && { cursor }) })}
        columns={columns}
        idOf={({ id }) => id}
        nameOf={({ id }) => id}
        empty={{ title: 'Nothing was redriven yet', hint: 'Choose dead letters and send them back.' }}
      />
    </Page>
  );
}
