import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { PurchaseOrderLine } from '#contracts/client.ts';
import { Price, Quantity } from '../../parts/amounts.tsx';
import { EntityLink } from '../../parts/entity-link.tsx';
import { decimalText } from '../../parts/format.ts';
import { LocalDate } from '../../parts/local-date.tsx';

/** What was ordered, while nothing is known of it at the supplier. */
export const OrderedLines = ({ lines }: { readonly lines: readonly PurchaseOrderLine[] }) => (
  <Table<PurchaseOrderLine>
    items={lines}
    trackBy={({ lineNumber }) => String(lineNumber)}
    wrapLines
    header={
      <Header variant="h2" counter={`(${lines.length})`}>
        Line by line
      </Header>
    }
    ariaLabels={{ tableLabel: 'The order line by line' }}
    columnDefinitions={[
      { id: 'line', header: 'Line', isRowHeader: true, cell: ({ lineNumber }) => lineNumber },
      { id: 'item', header: 'Item', cell: ({ itemId }) => <EntityLink type="item" id={itemId} /> },
      { id: 'ordered', header: 'Ordered', cell: ({ quantity }) => <Quantity quantity={quantity} /> },
      { id: 'open', header: 'Still open', cell: ({ openQuantity }) => decimalText(openQuantity) },
      { id: 'price', header: 'Price', cell: ({ price }) => <Price price={price} /> },
      { id: 'wanted', header: 'Wanted', cell: ({ requestedDate }) => <LocalDate date={requestedDate} /> },
      {
        id: 'why',
        header: 'Why',
        cell: ({ proposalId }) =>
          proposalId ? (
            <EntityLink type="proposal" id={proposalId}>
              Its proposal
            </EntityLink>
          ) : (
            '–'
          ),
      },
    ]}
  />
);
