interface Wanted {
  readonly supplier?: string | undefined;
  readonly item?: string | undefined;
  readonly location?: string | undefined;
  readonly expedite?: string | undefined;
}

interface Filtered {
  readonly supplierId: string;
  readonly itemId: string;
  readonly locationId: string;
  readonly expedite: boolean;
}

const has = (value: string, wanted: string | undefined): boolean =>
  wanted === undefined || value.toLowerCase().includes(wanted.toLowerCase());

/** What the list is narrowed by on the page; undefined when by nothing. Pure. */
export function matchesProposal({
  supplier,
  item,
  location,
  expedite,
}: Wanted): ((proposal: Filtered) => boolean) | undefined {
  if ([supplier, item, location, expedite].every((wanted) => wanted === undefined)) return undefined;
  return (proposal) =>
    has(proposal.supplierId, supplier) &&
    has(proposal.itemId, item) &&
    has(proposal.locationId, location) &&
    (expedite !== 'yes' || proposal.expedite);
}
