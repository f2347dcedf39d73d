import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { SystemWithPostings } from '#contracts/client.ts';
import { AuditLink } from '../../parts/audit-link.tsx';
import { Facts } from '../../parts/facts.tsx';
import { words } from '../../parts/format.ts';
import { Instant } from '../../parts/instant.tsx';
import { useMay } from '../../session/me.ts';
import { standingOf } from './standing.ts';

/** Why it is not used, when it is not; and what happens by itself. */
export function SystemAlert({ system, now }: { readonly system: SystemWithPostings; readonly now: number }) {
  const { maintenance, breaker } = system;
  const { state } = standingOf(system, now);
  if (state === 'paused' && maintenance) {
    return (
      <Alert type="warning" header={`Paused by ${maintenance.by}`}>
        {maintenance.reason} Since <Instant at={maintenance.since} />.{' '}
        {maintenance.until ? (
          <>
            It ends by itself <Instant at={maintenance.until} relative />.
          </>
        ) : (
          'It lasts until somebody ends it.'
        )}
      </Alert>
    );
  }
  if (state === 'not answering') {
    return (
      <Alert type="error" header="It does not answer, so nothing is sent to it">
        {breaker.because}{' '}
        {breaker.since && (
          <>
            Since <Instant at={breaker.since} />.{' '}
          </>
        )}
        {breaker.until && (
          <>
            It is tried again <Instant at={breaker.until} relative />.{' '}
          </>
        )}
        What is to be posted waits in order and nothing is lost.
      </Alert>
    );
  }
  return null;
}

/** How the system is spoken to. */
export function SystemFacts({ system }: { readonly system: SystemWithPostings }) {
  const may = useMay();
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={may('audit.read') && <AuditLink type="setting" id={`system:${system.id}`} />}
        >
          What it is
        </Header>
      }
    >
      <Facts
        facts={[
          { label: 'Kind', value: words(system.kind) },
          { label: 'Address', value: system.endpoint },
          { label: 'Database', value: system.database },
          { label: 'Company there', value: system.company },
          { label: 'Calls it may be asked', value: `${system.callsPerSecond} a second` },
          {
            label: 'Breaker',
            value: system.breaker.state === 'closed' ? 'Closed: it answers' : 'Open: nothing is sent',
          },
          { label: 'Version of its settings', value: system.version },
        ]}
      />
    </Container>
  );
}
