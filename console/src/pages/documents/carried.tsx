import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { InterchangeWithContent, PartnerDocument } from '#contracts/client.ts';
import { Empty } from '../../parts/empty.tsx';
import { partnerDocumentColumns } from '../../parts/partner-documents.tsx';

/** The API answers so many. */
const MOST = 200;

/** The documents that an interchange carries. */
export function Carried({ interchange }: { readonly interchange: InterchangeWithContent }) {
  const { documents, isAcknowledgement, transactions } = interchange;
  const cut = documents.length >= MOST ? `The first ${MOST} of ${transactions}.` : '';
  return (
    <Table<PartnerDocument>
      items={documents}
      trackBy="id"
      wrapLines
      header={
        <Header variant="h2" counter={`(${documents.length})`} description={cut}>
          Its documents
        </Header>
      }
      ariaLabels={{ tableLabel: 'Its documents' }}
      empty={
        <Empty
          title={isAcknowledgement ? 'It carries acknowledgements only' : 'No document was read from it'}
          hint={isAcknowledgement ? 'What it acknowledges is known by its segments below.' : undefined}
        />
      }
      columnDefinitions={partnerDocumentColumns.map((column) => ({ ...column }))}
    />
  );
}
