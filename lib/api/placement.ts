import type { Operation } from './contract.ts';

/** The stacks that hold the functions of the API; a stack has room for some 90. */
export const apiParts = ['business', 'exchange'] as const;
export type ApiPart = (typeof apiParts)[number];

/**
 * Where the functions of each part of the contract are deployed. A function keeps its stack for good: moving it to
 * the other one takes it away before it is there again.
 */
const placement: Readonly<Record<string, ApiPart>> = {
  Items: 'business',
  Locations: 'business',
  Suppliers: 'business',
  'Forecast releases': 'business',
  Replenishment: 'business',
  Proposals: 'business',
  'Purchase orders': 'business',
  Shipments: 'business',
  Invoices: 'business',
  Exceptions: 'business',
  Lineage: 'business',
  Measures: 'business',
  'For suppliers': 'exchange',
  Partners: 'exchange',
  'Documents of partners': 'exchange',
  Documents: 'exchange',
  Systems: 'exchange',
  'Dead letters': 'exchange',
  Replay: 'exchange',
  Audit: 'exchange',
  Service: 'exchange',
};

/** The stack of an operation; throws when nobody has said where its tag belongs. */
export function partOf({ operationId, tag }: Operation): ApiPart {
  const part = placement[tag];
  if (part) return part;
  throw new Error(
    `lib/api/placement.ts does not place the tag "${tag}" of ${operationId}. Add it to "placement".`,
  );
}
