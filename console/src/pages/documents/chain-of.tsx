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
  const api = useApi();
  const query = useRecord(['lineage', recordType, recordId], () => api.getLineage({ recordType, recordId }));
  return (
    <Loaded query={query} what="the chain" absent={<Empty title="It stands in no chain" />}>
      {({ data }) => <Chain lineage={data} />}
    </Loaded>
  );
}
