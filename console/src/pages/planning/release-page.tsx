import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams } from 'react-router';
import type { ForecastRelease } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { etagOf } from '../../api/query-client.ts';
import { useRecord } from '../../api/use-record.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { ReasonAction } from '../../parts/reason-action.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { Comparison } from './comparison.tsx';
import { QuarantinedRows } from './quarantined-rows.tsx';
import { ReleaseFacts } from './release-facts.tsx';

/** One forecast release: what came, what became of it, what it changes, and the decision about it. */
export function ReleasePage() {
  const api = useApi();
  const { releaseId = '' } = useParams();
  const query = useRecord(['release', releaseId], () => api.getForecastRelease({ releaseId }));
  const release = query.data?.data;
  return (
    <Page
      title={release?.fileName ?? 'Forecast release'}
      description="A forecast release"
      above={[
        { text: 'Planning', href: '/planning' },
        { text: 'Forecast releases', href: '/releases' },
      ]}
      info={release && <StateBadge state={release.state} />}
      actions={release?.state === 'held' && <Decisions release={release} />}
    >
      <Loaded query={query} what="the release">
        {({ data }) => <Release release={data} />}
      </Loaded>
    </Page>
  );
}

function Release({ release }: { readonly release: ForecastRelease }) {
  const checked = release.state !== 'received';
  return (
    <SpaceBetween size="l">
      {release.reasons.length > 0 && <Reasons release={release} />}
      <ReleaseFacts release={release} />
      {checked && <Comparison release={release} />}
      {release.counts.quarantined > 0 && <QuarantinedRows releaseId={release.id} />}
    </SpaceBetween>
  );
}

function Reasons({ release: { state, reasons } }: { readonly release: ForecastRelease }) {
  const header =
    state === 'held'
      ? 'It is held: a planner must look before it counts'
      : state === 'rejected'
        ? 'It was rejected and never counts'
        : 'It was held before it counted';
  return (
    <Alert type={state === 'rejected' ? 'error' : state === 'held' ? 'warning' : 'info'} header={header}>
      <ul style={{ margin: 0, paddingInlineStart: '1.25rem' }}>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </Alert>
  );
}

function Decisions({ release: { id, version, fileName } }: { readonly release: ForecastRelease }) {
  const api = useApi();
  const which = { releaseId: id, ifMatch: etagOf(version) };
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <ReasonAction
        scope="forecast-releases.approve"
        label="Reject"
        title={`Reject ${fileName}?`}
        explain="It never counts; the baseline in force stays. Planning must send another one."
        run={(reason) => api.rejectForecastRelease({ ...which, body: { reason } })}
        done={`${fileName} was rejected.`}
      />
      <ReasonAction
        scope="forecast-releases.approve"
        label="Approve"
        variant="primary"
        title={`Approve ${fileName}?`}
        explain="It becomes the baseline, and replenishment starts: orders within policy are sent without a further question."
        reason="optional"
        run={(reason) => api.approveForecastRelease({ ...which, body: reason ? { reason } : {} })}
        done={`${fileName} is the baseline now. Replenishment has started.`}
      />
    </SpaceBetween>
  );
}
