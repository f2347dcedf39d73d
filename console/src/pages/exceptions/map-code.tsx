import Autosuggest from '@cloudscape-design/components/autosuggest';
import FormField from '@cloudscape-design/components/form-field';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../api/client.ts';
import { ReasonAction } from '../../parts/reason-action.tsx';

interface MapCodeProps {
  readonly partnerId: string;
  /** The code as the partner writes it. */
  readonly theirs: string;
}

/** Say which of our items a partner's code means. */
export function MapCode({ partnerId, theirs }: MapCodeProps) {
  const api = useApi();
  const [ours, setOurs] = useState('');
  const item = ours.trim();
  return (
    <ReasonAction
      scope="cross-references.put"
      variant="primary"
      label="Map this code"
      title={`Which item is ${theirs}?`}
      explain="The partner's code leads to this item from now on. Every document that waits for it goes on by itself, and this exception closes."
      reason="none"
      ready={item !== ''}
      notReady="Choose the item that the code means."
      run={() => api.putCrossReference({ partnerId, body: { kind: 'item', theirs, ours: item } })}
      done={`${theirs} is ${item} from now on. The documents that waited are being processed.`}
    >
      <ItemField value={ours} onChange={setOurs} />
    </ReasonAction>
  );
}

interface ItemFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const SHORTEST = 2;

/** Our item, found by any of its numbers. */
function ItemField({ value, onChange }: ItemFieldProps) {
  const api = useApi();
  const q = value.trim();
  const found = useQuery({
    queryKey: ['search', q],
    queryFn: () => api.search({ q }),
    enabled: q.length >= SHORTEST,
    staleTime: 60_000,
  });
  const items = found.data?.data.entries.filter(({ type }) => type === 'item') ?? [];
  return (
    <FormField label="Our item" description="Its id, our item number, or a GTIN. Choose one of those found.">
      <Autosuggest
        value={value}
        ariaRequired
        ariaLabel="Our item"
        placeholder="Find an item"
        options={items.map(({ id, title, matched }) => ({ value: id, description: title, tags: [matched] }))}
        statusType={found.isFetching ? 'loading' : 'finished'}
        loadingText="Looking for items…"
        empty={q.length < SHORTEST ? 'Enter at least two characters' : 'No item has this number'}
        filteringType="manual"
        enteredTextLabel={(text) => `Use: ${text}`}
        onChange={({ detail }) => onChange(detail.value)}
      />
    </FormField>
  );
}
