import type { Proposal } from '#contracts/client.ts';
import { Money, Quantity } from '../../parts/amounts.tsx';
import { EntityLink } from '../../parts/entity-link.tsx';
import { quantityText } from '../../parts/format.ts';
import { LocalDate } from '../../parts/local-date.tsx';
import type { Column } from '../../parts/resource-table.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';

/** `480 pieces of item-104 for loc-hamburg`. */
export const proposalName = ({ baseQuantity, itemId, locationId }: Proposal): string =>
  `${quantityText(baseQuantity)} of ${itemId} for ${locationId}`;

export const proposalColumns: readonly Column<Proposal>[] = [
  {
    id: 'what',
    header: 'Proposal',
    isRowHeader: true,
    cell: (proposal) => (
      <EntityLink type="proposal" id={proposal.id}>
        {proposalName(proposal)}
      </EntityLink>
    ),
  },
  { id: 'need', header: 'Missing', cell: ({ netRequirement }) => <Quantity quantity={netRequirement} /> },
  { id: 'order', header: 'Order', cell: ({ orderQuantity }) => <Quantity quantity={orderQuantity} /> },
  {
    id: 'supplier',
    header: 'Supplier',
    cell: ({ supplierId }) => <EntityLink type="supplier" id={supplierId} />,
  },
  { id: 'value', header: 'Worth', cell: ({ value }) => <Money money={value} /> },
  { id: 'needed', header: 'Needed', cell: ({ needDate }) => <LocalDate date={needDate} /> },
  {
    id: 'state',
    header: 'State',
    cell: ({ state, expedite }) => (
      <>
        <StateBadge state={state} />
        {expedite && <StateBadge state="expedite" tone="warning" />}
      </>
    ),
  },
  {
    id: 'why',
    header: 'Why a person must decide',
    cell: ({ approvalReasons }) => approvalReasons.join(' ') || '–',
  },
];
