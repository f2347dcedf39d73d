import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { ApprovalGroup } from '#contracts/client.ts';
import { Money } from '../../parts/amounts.tsx';
import { Empty } from '../../parts/empty.tsx';
import { EntityLink } from '../../parts/entity-link.tsx';
import { Instant } from '../../parts/instant.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';

/** The API answers so many, those that wait for a person first. */
const MOST = 200;

/** What is ordered together: same supplier, location and currency. */
export function Groups({ groups }: { readonly groups: readonly ApprovalGroup[] }) {
  const cut = groups.length >= MOST ? ` The first ${MOST} are shown, those that wait first.` : '';
  return (
    <Table<ApprovalGroup>
      items={groups}
      trackBy="id"
      wrapLines
      header={
        <Header
          variant="h2"
          counter={`(${groups.length})`}
          description={`Proposals of the same supplier, location and currency become one order.${cut}`}
        >
          By supplier and location
        </Header>
      }
      ariaLabels={{ tableLabel: 'By supplier and location' }}
      empty={<Empty title="Nothing has to be ordered" />}
      columnDefinitions={[
        {
          id: 'supplier',
          header: 'Supplier',
          isRowHeader: true,
          cell: ({ supplierId }) => <EntityLink type="supplier" id={supplierId} />,
        },
        { id: 'location', header: 'Location', cell: ({ locationId }) => locationId },
        { id: 'value', header: 'Worth', cell: ({ value }) => <Money money={value} /> },
        { id: 'lines', header: 'Proposals', cell: ({ proposalIds }) => proposalIds.length },
        {
          id: 'approval',
          header: 'Decided by',
          cell: ({ approval }) => (approval === 'policy' ? 'Policy' : 'A person'),
        },
        { id: 'state', header: 'State', cell: ({ state }) => <StateBadge state={state} /> },
        {
          id: 'pending',
          header: 'Still to decide',
          cell: ({ pending, dueAt }) => (
            <>
              {pending}
              {pending > 0 && dueAt && (
                <>
                  , due <Instant at={dueAt} relative />
                </>
              )}
            </>
          ),
        },
        {
          id: 'order',
          header: 'Leads to',
          cell: ({ id, supplierId, purchaseOrderId }) =>
            purchaseOrderId ? (
              <PageLink
                href={`/orders/${encodeURIComponent(purchaseOrderId)}`}
                label={`The order from ${supplierId}`}
              >
                The order
              </PageLink>
            ) : (
              <PageLink
                href={`/lineage/approval-group/${encodeURIComponent(id)}`}
                label={`The chain of ${supplierId}`}
              >
                The chain
              </PageLink>
            ),
        },
      ]}
    />
  );
}
