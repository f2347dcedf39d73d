import Alert from '@cloudscape-design/components/alert';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { CertificationReport, Partner } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { useRecord } from '../../api/use-record.ts';
import { Empty } from '../../parts/empty.tsx';
import { Instant } from '../../parts/instant.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';

/** The rehearsal that counts, case by case; what failed comes first. */
export function Certification({ partner }: { readonly partner: Partner }) {
  const api = useApi();
  const { id, certification, version } = partner;
  const report = useRecord(
    ['certification', id, certification?.at],
    () => api.getCertification({ partnerId: id }),
    { interval: false, enabled: certification !== undefined },
  );
  if (certification === undefined) {
    return (
      <Empty
        title="It was not rehearsed yet"
        hint="Certify rehearses the exchange with a simulated partner, case by case. Nothing reaches the partner."
      />
    );
  }
  return (
    <Loaded query={report} what="the report">
      {({ data }) => <Report report={data} current={version} />}
    </Loaded>
  );
}

function Report({ report, current }: { readonly report: CertificationReport; readonly current: number }) {
  const { cases, passed, failed, at, agreementVersion } = report;
  const failedFirst = [...cases].sort((a, b) => Number(a.passed) - Number(b.passed));
  return (
    <SpaceBetween size="l">
      <Alert
        type={failed === 0 ? 'success' : 'error'}
        header={failed === 0 ? `All ${passed} cases passed` : `${failed} of ${passed + failed} cases failed`}
      >
        Rehearsed <Instant at={at} /> under version {agreementVersion} of the agreement; now it is version{' '}
        {current}.{failed > 0 && ' The partner may go live once every case passes.'}
      </Alert>
      <Table
        items={failedFirst}
        trackBy="name"
        wrapLines
        ariaLabels={{ tableLabel: 'Cases' }}
        header={<Header counter={`(${cases.length})`}>Cases</Header>}
        columnDefinitions={[
          {
            id: 'passed',
            header: 'Result',
            minWidth: 110,
            cell: (one) => (
              <StateBadge state={one.passed ? 'passed' : 'failed'} tone={one.passed ? 'success' : 'error'} />
            ),
          },
          { id: 'title', header: 'What was to be seen', isRowHeader: true, cell: ({ title }) => title },
          { id: 'reason', header: 'What was seen instead', cell: ({ reason }) => reason ?? '–' },
        ]}
      />
    </SpaceBetween>
  );
}
