import type { ForecastRelease } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { EntityLink } from '../../parts/entity-link.tsx';
import { changePercent } from '../../parts/exact.ts';
import { Instant } from '../../parts/instant.tsx';
import { type Column, ResourceTable } from '../../parts/resource-table.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';

const plain = new Intl.NumberFormat();

const columns: readonly Column<ForecastRelease>[] = [
  {
    id: 'file',
    header: 'File',
    isRowHeader: true,
    cell: ({ id, fileName }) => (
      <EntityLink type="forecast-release" id={id}>
        {fileName}
      </EntityLink>
    ),
  },
  { id: 'state', header: 'State', cell: ({ state }) => <StateBadge state={state} /> },
  { id: 'received', header: 'Received', cell: ({ receivedAt }) => <Instant at={receivedAt} relative /> },
  { id: 'lines', header: 'Rows', cell: ({ counts }) => plain.format(counts.received) },
  { id: 'applied', header: 'Applied', cell: ({ counts }) => plain.format(counts.applied) },
  {
    id: 'aside',
    header: 'Quarantined or rejected',
    cell: ({ counts }) => plain.format(counts.quarantined + counts.rejected),
  },
  {
    id: 'change',
    header: 'Change of the total',
    cell: ({ revision }) =>
      revision === undefined ? '–' : (changePercent(revision.totalAfter, revision.totalBefore) ?? 'new'),
  },
  { id: 'why', header: 'Why held or rejected', cell: ({ reasons }) => reasons[0] ?? '–' },
];

/** What planning sent, newest first. */
export function Releases() {
  const api = useApi();
  return (
    <ResourceTable
      things="releases"
      title="Forecast releases"
      description="What planning sent, newest first. A held release waits for a planner."
      queryKey={['releases']}
      fetchPage={(cursor) => api.listForecastReleases({ limit: 50, ...(cursor && { cursor }) })}
      columns={columns}
      idOf={({ id }) => id}
      nameOf={({ fileName }) => fileName}
      empty={{
        title: 'No forecast has arrived yet',
        hint: 'A file in the landing folder appears here within a minute.',
      }}
    />
  );
}
