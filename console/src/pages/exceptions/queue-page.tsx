import Tabs from '@cloudscape-design/components/tabs';
import { useCallback, useMemo } from 'react';
import type { Exception } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { Page } from '../../parts/page.tsx';
import { ResourceTable } from '../../parts/resource-table.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { useMe } from '../../session/me.ts';
import { BulkActions } from './bulk-actions.tsx';
import { exceptionColumns } from './columns.tsx';
import { localFilters, matcherOf } from './match-exception.ts';
import { QueueFilters } from './queue-filters.tsx';
import { firstQueue, type Owner, queueNames, queuesOf, worksOn } from './queues.ts';

const names = ['queue', 'state', ...localFilters] as const;

/** One queue at a time: what waits for a decision, most urgent first, or what was decided, newest first. */
export function QueuePage() {
  const me = useMe();
  const [filters, setFilters] = useFilters(names);
  const queues = queuesOf(me);
  const queue = queues.find((one) => one === filters.queue) ?? firstQueue(me);
  const choose = (chosen: string) => setFilters({ queue: chosen, kind: undefined });
  return (
    <Page
      title="Exceptions"
      description="What the business must decide: each has an owner, a deadline, the evidence, and the actions that repair it."
    >
      <Tabs
        ariaLabel="Queues"
        activeTabId={queue}
        onChange={({ detail }) => choose(detail.activeTabId)}
        tabs={queues.map((owner) => ({
          id: owner,
          label: queueNames[owner],
          content: owner === queue ? <Queue key={owner} queue={owner} /> : null,
        }))}
      />
    </Page>
  );
}

function Queue({ queue }: { readonly queue: Owner }) {
  const api = useApi();
  const me = useMe();
  const [filters, setFilters] = useFilters(names);
  const state = filters.state === 'resolved' ? 'resolved' : 'open';
  const matches = useMemo(() => matcherOf(filters, me.id), [filters, me.id]);
  const fetchPage = useCallback(
    (cursor: string | undefined) =>
      api.listExceptions({ role: queue, state, limit: 100, ...(cursor && { cursor }) }),
    [api, queue, state],
  );
  return (
    <ResourceTable<Exception>
      things="exceptions"
      title={`${queueNames[queue]}: ${state === 'open' ? 'waiting for a decision' : 'decided'}`}
      queryKey={['exceptions', queue, state]}
      fetchPage={fetchPage}
      columns={exceptionColumns}
      idOf={({ id }) => id}
      nameOf={({ title }) => title}
      matches={matches}
      filters={<QueueFilters queue={queue} values={filters} onChange={setFilters} />}
      empty={
        state === 'open'
          ? { title: 'Nothing waits for a decision', hint: 'New exceptions appear here by themselves.' }
          : { title: 'Nothing has been decided yet' }
      }
      {...(state === 'open' &&
        worksOn(me, queue) && {
          bulk: (chosen, clear) => <BulkActions queue={queue} chosen={chosen} onDone={clear} />,
        })}
    />
  );
}
