import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams } from 'react-router';
import type { PartnerDocumentWithContent } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { useRecord } from '../../api/use-record.ts';
import { AuditLink } from '../../parts/audit-link.tsx';
import { CodeView } from '../../parts/code-view.tsx';
import { documentTitle, kindText } from '../../parts/document-words.ts';
import { EntityLink } from '../../parts/entity-link.tsx';
import { Facts } from '../../parts/facts.tsx';
import { linkTo } from '../../parts/filters.ts';
import { Instant } from '../../parts/instant.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { ReasonAction } from '../../parts/reason-action.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { above } from './above.ts';
import { Findings } from './findings.tsx';
import { Raw } from './raw.tsx';
import { RecordHistory } from './record-history.tsx';

/** One business document of a partner: what it says, what was found wrong, what it waits for. */
export function PartnerDocumentPage() {
  const api = useApi();
  const { partnerDocumentId = '' } = useParams();
  const query = useRecord(['partner-document', partnerDocumentId], () =>
    api.getPartnerDocument({ partnerDocumentId }),
  );
  const document = query.data?.data;
  return (
    <Page
      title={document ? documentTitle(document) : 'Document of a partner'}
      description={document ? `${document.direction === 'in' ? 'From' : 'To'} ${document.partnerId}` : ''}
      above={above}
      info={document && <StateBadge state={document.state} />}
      actions={document && mayBeReadAgain(document) && <ReadAgain document={document} />}
    >
      <Loaded query={query} what="the document">
        {({ data }) => <Content document={data} />}
      </Loaded>
    </Page>
  );
}

const mayBeReadAgain = ({ direction, state }: PartnerDocumentWithContent): boolean =>
  direction === 'in' && (state === 'parked' || state === 'rejected');

function Content({ document }: { readonly document: PartnerDocumentWithContent }) {
  const { id, findings, content, history, test } = document;
  return (
    <SpaceBetween size="l">
      {document.state === 'parked' && <Parked document={document} />}
      {test && <Alert type="info">It was sent as a test: it has no effect.</Alert>}
      <DocumentFacts document={document} />
      <Findings findings={findings} none="Nothing was found wrong" />
      {content && (
        <Raw
          title="What it says"
          description="In our own words: the canonical form, the same for every standard and partner."
          content={content}
        >
          {(text) => (
            <CodeView text={text} kind={content.truncated ? 'text' : 'json'} label="The canonical form" />
          )}
        </Raw>
      )}
      <RecordHistory id={id} history={history} />
    </SpaceBetween>
  );
}

/** What it waits for is a code of the partner; whoever maps it releases every document that waits for it. */
function Parked({ document: { partnerId, waitsFor } }: { readonly document: PartnerDocumentWithContent }) {
  const tasks = linkTo('/exceptions', { queue: 'steward', kind: 'unknown-code', partner: partnerId });
  return (
    <Alert type="warning" header="It waits: a code of the partner is not known">
      Once the code is mapped it is read again by itself, unchanged, in its turn.{' '}
      <PageLink href={tasks}>The unknown codes of {partnerId}</PageLink>
      {waitsFor && (
        <>
          {' · '}
          <PageLink href={linkTo('/documents', { find: waitsFor })}>Everything about this code</PageLink>
        </>
      )}
    </Alert>
  );
}

/** What a document becomes when it is applied; whatever else it is, is found by its number. */
const resultTypes: { readonly [K in PartnerDocumentWithContent['kind']]?: string } = {
  'order-acknowledgement': 'purchase-order',
  'order-change-answer': 'purchase-order',
  'ship-notice': 'expected-shipment',
  'supplier-invoice': 'invoice',
};

function DocumentFacts({ document }: { readonly document: PartnerDocumentWithContent }) {
  const { id, kind, channel, at, partnerId, supplierId, purchaseOrderId, orderNumber, edi, resultId } =
    document;
  return (
    <Container header={<Header variant="h2">What it is</Header>}>
      <Facts
        facts={[
          { label: 'Kind', value: kindText(kind) },
          { label: 'When', value: <Instant at={at} /> },
          { label: 'Partner', value: <EntityLink type="partner" id={partnerId} /> },
          { label: 'Supplier', value: <EntityLink type="supplier" id={supplierId} /> },
          {
            label: 'Order',
            value: purchaseOrderId ? (
              <EntityLink type="purchase-order" id={purchaseOrderId}>
                {orderNumber ?? purchaseOrderId}
              </EntityLink>
            ) : (
              orderNumber
            ),
          },
          {
            label: channel === 'edi' ? 'Came by EDI in' : 'Came by',
            value: edi ? (
              <EntityLink type="interchange" id={edi.interchangeId}>
                {edi.type} {edi.version}, transaction {edi.transactionReference}
              </EntityLink>
            ) : (
              'API'
            ),
          },
          { label: 'Read with version', value: `${document.agreementVersion} of the agreement` },
          {
            label: 'Became',
            value: resultId && <Result kind={kind} id={resultId} />,
          },
          {
            label: 'See also',
            value: (
              <SpaceBetween size="xxs">
                <PageLink href={`/lineage/partner-document/${encodeURIComponent(id)}`}>Its chain</PageLink>
                <PageLink href={linkTo('/documents', { find: id })}>Everything about it</PageLink>
                <AuditLink type="partner-document" id={id} />
              </SpaceBetween>
            ),
          },
        ]}
      />
    </Container>
  );
}

function Result({ kind, id }: { readonly kind: PartnerDocumentWithContent['kind']; readonly id: string }) {
  const type = resultTypes[kind];
  return type ? (
    <EntityLink type={type} id={id} />
  ) : (
    <PageLink href={linkTo('/documents', { find: id })}>{id}</PageLink>
  );
}

function ReadAgain({ document }: { readonly document: PartnerDocumentWithContent }) {
  const api = useApi();
  return (
    <ReasonAction
      scope="partner-documents.reprocess"
      label="Read it again"
      title={`Read ${documentTitle(document)} again?`}
      explain="It is read once more, unchanged, with the agreement and the codes as they are now. Nothing is applied twice."
      reason="none"
      run={() => api.reprocessPartnerDocument({ partnerDocumentId: document.id })}
      done={`${documentTitle(document)} is being read again.`}
    />
  );
}
