import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import type { Exception, PartnerDocument } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { every } from '../../api/query-client.ts';
import { useRecord } from '../../api/use-record.ts';
import { EntityLink } from '../../parts/entity-link.tsx';
import { words } from '../../parts/format.ts';
import { Problem } from '../../parts/problem.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { MapCode } from './map-code.tsx';
import { flowOf, rememberWaiting } from './waiting-documents.ts';

/** The code nobody knows: say which item it is, and see the documents that waited for it go on. */
export function UnknownCode({ exception }: { readonly exception: Exception }) {
  const { partnerId, crossReferenceId } = exception.about;
  const theirs = exception.evidence[0]?.received;
  if (!partnerId || !crossReferenceId || !theirs) return null;
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Say once which item the code means: every document that waits for it goes on by itself, unchanged and in order."
          actions={
            exception.state === 'resolved' ? undefined : <MapCode partnerId={partnerId} theirs={theirs} />
          }
        >
          The code {theirs}
        </Header>
      }
    >
      <WaitingDocuments partnerId={partnerId} waitsFor={crossReferenceId} />
    </Container>
  );
}

/** Documents seen waiting for the code since this page was opened, and how they stand now. */
function WaitingDocuments(props: { readonly partnerId: string; readonly waitsFor: string }) {
  const { partnerId, waitsFor } = props;
  const api = useApi();
  const list = useRecord(
    ['partner-documents', partnerId, 'newest'],
    () => api.listPartnerDocuments({ partnerId, limit: 200 }),
    { interval: every.seconds5 },
  );
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const entries = list.data?.data.entries ?? [];
  const remembered = rememberWaiting(seen, entries, waitsFor);
  if (remembered !== seen) setSeen(remembered);
  const documents = entries.filter(({ id }) => remembered.has(id));
  const { text, waiting } = flowOf(documents, list.data?.data.nextCursor !== undefined);
  if (list.error && !list.data) return <Problem error={list.error} />;
  return (
    <SpaceBetween size="s">
      <div aria-live="polite">
        <StatusIndicator type={!list.data ? 'loading' : waiting > 0 ? 'pending' : 'success'}>
          {list.data ? text : 'Looking for documents that wait…'}
        </StatusIndicator>
      </div>
      {documents.length > 0 && (
        <ul>
          {documents.map((document) => (
            <Waiting key={document.id} document={document} />
          ))}
        </ul>
      )}
    </SpaceBetween>
  );
}

const Waiting = ({ document: { id, kind, number, state } }: { readonly document: PartnerDocument }) => (
  <li>
    <EntityLink type="partner-document" id={id}>
      {words(kind)} {number ?? id}
    </EntityLink>{' '}
    <StateBadge state={state} />
  </li>
);
