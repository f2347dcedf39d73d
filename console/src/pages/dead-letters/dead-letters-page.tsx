import SpaceBetween from '@cloudscape-design/components/space-between';
import { useApi } from '../../api/client.ts';
import { useRecord } from '../../api/use-record.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { LetterList } from './letter-list.tsx';
import { QueueTable } from './queue-table.tsx';
import { RunningRedrives } from './running-redrives.tsx';

/** Every dead-letter queue at a glance, and what waits in them. */
export function DeadLettersPage() {
  const api = useApi();
  const queues = useRecord(['dead-letter-queues'], () => api.listDeadLetterQueues());
  return (
    <Page
      title="Dead letters"
      description="Messages that could not be worked on, however often they were tried. Repair the cause, then send them back to where they came from."
      actions={<PageLink href="/redrives">All redrives</PageLink>}
    >
      <Loaded query={queues} what="the queues">
        {({ data }) => (
          <SpaceBetween size="l">
            <RunningRedrives queues={data.entries} />
            <QueueTable queues={data.entries} />
            <LetterList queues={data.entries} />
          </SpaceBetween>
        )}
      </Loaded>
    </Page>
  );
}
