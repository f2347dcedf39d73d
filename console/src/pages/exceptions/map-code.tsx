import { useState } from 'react';
import { useApi } from '../../api/client.ts';
import { FoundField } from '../../parts/found-field.tsx';
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
      <FoundField
        label="Our item"
        description="Its id, our item number, or a GTIN. Choose one of those found."
        type="item"
        value={ours}
        onChange={setOurs}
      />
    </ReasonAction>
  );
}
