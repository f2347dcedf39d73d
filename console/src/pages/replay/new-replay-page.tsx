import { useApi } from '../../api/client.ts';
import { useRecord } from '../../api/use-record.ts';
import { Empty } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { useMay } from '../../session/me.ts';
import { ReplayForm } from './replay-form.tsx';

/** Prepares a replay step by step: who, which, what that would be, how fast and why. */
export function NewReplayPage() {
  const api = useApi();
  const may = useMay();
  const consumers = useRecord(['event-consumers'], () => api.listEventConsumers(), { interval: false });
  return (
    <Page title="New replay" above={[{ text: 'Replays', href: '/replays' }]}>
      {may('replays.start') ? (
        <Loaded query={consumers} what="who hears events">
          {({ data }) => <ReplayForm consumers={data.entries} />}
        </Loaded>
      ) : (
        <Empty
          title="Your roles do not start replays"
          hint="You can see the replays there were. Ask somebody of operations to start one."
        />
      )}
    </Page>
  );
}
