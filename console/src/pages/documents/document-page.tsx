import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams } from 'react-router';
import type { DocumentWithHistory } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { useRecord } from '../../api/use-record.ts';
import { CodeView } from '../../parts/code-view.tsx';
import { kindText } from '../../parts/document-words.ts';
import { Empty } from '../../parts/empty.tsx';
import { EntityLink } from '../../parts/entity-link.tsx';
import { Facts } from '../../parts/facts.tsx';
import { bytesText } from '../../parts/format.ts';
import { Instant } from '../../parts/instant.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { above } from './above.ts';
import { Raw } from './raw.tsx';
import { RecordHistory } from './record-history.tsx';

/** One document as it arrived: its bytes, what became of it, what happened to it. */
export function DocumentPage() {
  const api = useApi();
  const { documentId = '' } = useParams();
  const query = useRecord(['document', documentId], () => api.getDocument({ documentId }));
  const document = query.data?.data;
  return (
    <Page
      title={document?.fileName ?? 'Document'}
      description={document ? `${kindText(document.kind)}, as it arrived` : ''}
      above={above}
      info={document && <StateBadge state={document.state} />}
    >
      <Loaded query={query} what="the document">
        {({ data }) => (
          <SpaceBetween size="l">
            {data.rejection && (
              <Alert type="error" header="It was rejected: nothing of it counts">
                {data.rejection.detail} ({data.rejection.code})
              </Alert>
            )}
            <DocumentFacts document={data} />
            <AsItArrived documentId={documentId} />
            <RecordHistory id={documentId} history={data.history} />
          </SpaceBetween>
        )}
      </Loaded>
    </Page>
  );
}

function DocumentFacts({ document }: { readonly document: DocumentWithHistory }) {
  const { id, kind, resultId, arrivals, sizeBytes, sha256 } = document;
  const result = kind === 'forecast-file' ? 'forecast-release' : 'interchange';
  return (
    <Container header={<Header variant="h2">What it is</Header>}>
      <Facts
        facts={[
          { label: 'Kind', value: kindText(kind) },
          { label: 'Received', value: <Instant at={document.receivedAt} /> },
          { label: 'From', value: document.receivedFrom },
          { label: 'Size', value: bytesText(sizeBytes) },
          { label: 'Came', value: arrivals === 1 ? 'Once' : `${arrivals} times, counted once` },
          {
            label: 'Became',
            value: resultId && (
              <EntityLink type={result} id={resultId}>
                {result === 'interchange' ? 'The interchange' : 'The forecast release'}
              </EntityLink>
            ),
          },
          {
            label: 'See also',
            value: <PageLink href={`/lineage/document/${encodeURIComponent(id)}`}>What came of it</PageLink>,
          },
          { label: 'SHA-256', value: <code style={{ overflowWrap: 'anywhere' }}>{sha256}</code> },
        ]}
      />
    </Container>
  );
}

/** Links work for five minutes. */
const FRESH_MILLISECONDS = 4 * 60_000;

function AsItArrived({ documentId }: { readonly documentId: string }) {
  const api = useApi();
  const query = useRecord(['content', documentId], () => api.getDocumentContent({ documentId }), {
    interval: FRESH_MILLISECONDS,
  });
  return (
    <Loaded
      query={query}
      what="what it says"
      absent={<Empty title="Its content is not kept any more" hint="The record outlives the file." />}
    >
      {({ data }) => (
        <Raw title="As it arrived" description="Kept unchanged." content={data}>
          {(text) => <CodeView text={text} label="The document as it arrived" />}
        </Raw>
      )}
    </Loaded>
  );
}
