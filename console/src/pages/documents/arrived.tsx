import type { Document } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { kindText } from '../../parts/document-words.ts';
import { EntityLink } from '../../parts/entity-link.tsx';
import { bytesText } from '../../parts/format.ts';
import { Instant } from '../../parts/instant.tsx';
import { type Column, ResourceTable } from '../../parts/resource-table.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';

const columns: readonly Column<Document>[] = [
  {
    id: 'file',
    header: 'File',
    minWidth: 160,
    isRowHeader: true,
    cell: ({ id, fileName }) => (
      <EntityLink type="document" id={id}>
        {fileName}
      </EntityLink>
    ),
  },
  { id: 'kind', header: 'What it is', cell: ({ kind }) => kindText(kind) },
  { id: 'state', header: 'State', cell: ({ state }) => <StateBadge state={state} /> },
  { id: 'from', header: 'From', cell: ({ receivedFrom }) => receivedFrom },
  { id: 'at', header: 'Received', cell: ({ receivedAt }) => <Instant at={receivedAt} relative /> },
  { id: 'size', header: 'Size', cell: ({ sizeBytes }) => bytesText(sizeBytes) },
  {
    id: 'arrivals',
    header: 'Came',
    cell: ({ arrivals }) => (arrivals === 1 ? 'once' : `${arrivals} times, counted once`),
  },
  { id: 'why', header: 'Why rejected', cell: ({ rejection }) => rejection?.detail ?? '–' },
];

/** Everything that arrived, kept unchanged, newest first. */
export function Arrived() {
  const api = useApi();
  return (
    <ResourceTable
      things="documents"
      title="What arrived"
      description="Everything is first kept, unchanged, then read."
      queryKey={['documents']}
      fetchPage={(cursor) => api.listDocuments({ limit: 50, ...(cursor && { cursor }) })}
      columns={columns}
      idOf={({ id }) => id}
      nameOf={({ fileName }) => fileName}
      empty={{ title: 'Nothing has arrived yet', hint: 'What comes by file, EDI or API appears here.' }}
    />
  );
}
