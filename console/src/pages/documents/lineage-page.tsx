import { useParams } from 'react-router';
import { words } from '../../parts/format.ts';
import { Page } from '../../parts/page.tsx';
import { above } from './above.ts';
import { ChainOf, useChain } from './chain-of.tsx';

/** The chain of any record. */
export function LineagePage() {
  const { recordType = '', recordId = '' } = useParams();
  return <ChainPage recordType={recordType} recordId={recordId} />;
}

/** Shipments have no page of their own: they are looked at where they stand. */
export function ShipmentChain() {
  const { shipmentId = '' } = useParams();
  return <ChainPage recordType="expected-shipment" recordId={shipmentId} />;
}

interface ChainPageProps {
  readonly recordType: string;
  readonly recordId: string;
}

function ChainPage({ recordType, recordId }: ChainPageProps) {
  const { data } = useChain(recordType, recordId);
  const lineage = data?.data;
  const title = lineage?.nodes.find(({ id }) => id === lineage.root)?.title;
  return (
    <Page
      title={title === undefined ? 'The chain' : `The chain of: ${title}`}
      description={`${words(recordType)} ${recordId}`}
      above={above}
    >
      <ChainOf recordType={recordType} recordId={recordId} />
    </Page>
  );
}
