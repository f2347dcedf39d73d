import { useParams } from 'react-router';
import { words } from '../../parts/format.ts';
import { Page } from '../../parts/page.tsx';
import { above } from './above.ts';
import { ChainOf } from './chain-of.tsx';

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

const ChainPage = ({ recordType, recordId }: { readonly recordType: string; readonly recordId: string }) => (
  <Page title={`Chain of a ${words(recordType).toLowerCase()}`} description={recordId} above={above}>
    <ChainOf recordType={recordType} recordId={recordId} />
  </Page>
);
