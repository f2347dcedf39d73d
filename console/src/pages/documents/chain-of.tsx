import { useApi } from '../../api/client.ts';
import { useRecord } from '../../api/use-record.ts';
import { Empty } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Chain } from './chain.tsx';

interface ChainOfProps {
  readonly recordType: string;
  readonly recordId: string;
}

/** The chain in which a record stands, asked for and drawn. */
export function ChainOf({ recordType, recordId }: ChainOfProps) {
  const query = useChain(recordType, recordId);
  return (
    <Loaded query={query} what="the chain" absent={<Empty title="It stands in no chain" />}>
      {({ data }) => <Chain lineage={data} />}
    </Loaded>
  );
}

/** The chain in which a record stands, kept fresh; asked for once, however many on the page look at it. */
export function useChain(recordType: string, recordId: string) {
  const api = useApi();
  return useRecord(['lineage', recordType, recordId], () => api.getLineage({ recordType, recordId }));
}
