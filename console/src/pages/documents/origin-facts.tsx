import type { Item } from '#contracts/client.ts';
import type { Fact } from '../../parts/facts.tsx';
import { Instant } from '../../parts/instant.tsx';

/** Under which numbers others know a master record, and which system it comes from. */
export const originFacts = ({
  identifiers,
  provenance: { system, receivedAt },
}: Pick<Item, 'identifiers' | 'provenance'>): readonly Fact[] => [
  { label: 'Known as', value: identifiers.map(({ scheme, value }) => `${value} (${scheme})`).join(', ') },
  {
    label: 'Comes from',
    value: (
      <>
        {system}, <Instant at={receivedAt} relative />
      </>
    ),
  },
];
