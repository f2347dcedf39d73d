import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useApi } from '../../api/client.ts';
import { every } from '../../api/query-client.ts';
import { useRecord } from '../../api/use-record.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { CancelRedrive } from './cancel-redrive.tsx';
import { RedriveProgress } from './redrive-progress.tsx';
import { type Queue, waitingIn } from './redrive-requests.ts';

/** The redrives that run now, with a way to stop them. */
export function RunningRedrives({ queues }: { readonly queues: readonly Queue[] }) {
  const running = queues.filter(({ redriveId }) => redriveId !== undefined);
  if (running.length === 0) return null;
  return (
    <Container header={<Header variant="h2">Running now</Header>}>
      <SpaceBetween size="m">
        {running.map(
          (queue) => queue.redriveId && <Running key={queue.queue} queue={queue} id={queue.redriveId} />,
        )}
      </SpaceBetween>
    </Container>
  );
}

function Running({ queue, id }: { readonly queue: Queue; readonly id: string }) {
  const api = useApi();
  const redrive = useRecord(['redrive', id], () => api.getRedrive({ redriveId: id }), {
    interval: every.seconds5,
  });
  return (
    <Loaded query={redrive} what="the redrive">
      {({ data }) => (
        <SpaceBetween size="xs">
          <RedriveProgress
            redrive={data}
            stillWaiting={waitingIn(queue, data.selection.kind === 'all' ? data.selection.class : undefined)}
            linked
          />
          <CancelRedrive redrive={data} />
        </SpaceBetween>
      )}
    </Loaded>
  );
}
