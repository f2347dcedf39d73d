import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams } from 'react-router';
import type { SystemWithPostings } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { useRecord } from '../../api/use-record.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { useNow } from '../../parts/use-now.ts';
import { PauseSystem, ResumeSystem } from './maintenance.tsx';
import { Postings } from './postings.tsx';
import { Sources } from './sources.tsx';
import { standingOf } from './standing.ts';
import { SystemAlert, SystemFacts } from './system-facts.tsx';

/** One system of record: whether it is used, how fresh it is, what waits for it, and its maintenance. */
export function SystemPage() {
  const { id = '' } = useParams();
  const api = useApi();
  const now = useNow();
  const system = useRecord(['system', id], () => api.getSystem({ systemId: id }));
  const found = system.data?.data;
  const standing = found && standingOf(found, now);
  return (
    <Page
      title={`System ${id}`}
      above={[{ text: 'Systems', href: '/systems' }]}
      info={standing && <StateBadge state={standing.state} text={standing.text} tone={standing.tone} />}
      actions={
        found && <Switch system={found} etag={system.data?.etag} paused={standing?.state === 'paused'} />
      }
    >
      <Loaded query={system} what="the system">
        {({ data }) => (
          <SpaceBetween size="l">
            <SystemAlert system={data} now={now} />
            <SystemFacts system={data} />
            <Sources sources={data.sources} now={now} />
            <Postings postings={data.postings} />
          </SpaceBetween>
        )}
      </Loaded>
    </Page>
  );
}

function Switch(props: {
  readonly system: SystemWithPostings;
  readonly etag: string | undefined;
  readonly paused: boolean;
}) {
  return props.paused ? <ResumeSystem {...props} /> : <PauseSystem {...props} />;
}
