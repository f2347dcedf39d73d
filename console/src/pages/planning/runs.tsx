import type { ReplenishmentRun } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { EntityLink } from '../../parts/entity-link.tsx';
import { moneyText } from '../../parts/format.ts';
import { Instant } from '../../parts/instant.tsx';
import { type Column, ResourceTable } from '../../parts/resource-table.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';

const plain = new Intl.NumberFormat();
const count = (value: number | undefined): string => (value === undefined ? '–' : plain.format(value));

const columns: readonly Column<ReplenishmentRun>[] = [
  {
    id: 'run',
    header: 'Run',
    isRowHeader: true,
    cell: ({ id, startedAt }) => (
      <EntityLink type="replenishment-run" id={id}>
        <Instant at={startedAt} />
      </EntityLink>
    ),
  },
  { id: 'state', header: 'State', cell: ({ state }) => <StateBadge state={state} /> },
  {
    id: 'release',
    header: 'Computed from',
    cell: ({ releaseId }) => <EntityLink type="forecast-release" id={releaseId} />,
  },
  { id: 'seen', header: 'Items at locations', cell: ({ counts }) => count(counts?.itemLocations) },
  {
    id: 'proposed',
    header: 'To be ordered',
    cell: ({ counts }) => count(counts && counts.automatic + counts.waiting),
  },
  { id: 'waiting', header: 'For a person', cell: ({ counts }) => count(counts?.waiting) },
  {
    id: 'value',
    header: 'Worth',
    cell: ({ orderValue }) => orderValue?.map((sum) => moneyText(sum)).join(', ') ?? '–',
  },
];

/** What was computed from releases, newest first. */
export function Runs() {
  const api = useApi();
  return (
    <ResourceTable
      things="runs"
      title="Replenishment runs"
      description="What was computed from each approved release, newest first."
      queryKey={['runs']}
      fetchPage={(cursor) => api.listReplenishmentRuns({ limit: 50, ...(cursor && { cursor }) })}
      columns={columns}
      idOf={({ id }) => id}
      nameOf={({ id }) => id}
      empty={{ title: 'Nothing has been computed yet', hint: 'A run starts when a release is approved.' }}
    />
  );
}
