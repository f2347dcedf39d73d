import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { OrderProgress, PurchaseOrder } from '#contracts/client.ts';
import { Price, Quantity } from '../../parts/amounts.tsx';
import { EntityLink } from '../../parts/entity-link.tsx';
import { decimalText } from '../../parts/format.ts';
import { LocalDate } from '../../parts/local-date.tsx';
import { answerText, lineProgress } from './line-progress.ts';

type Line = OrderProgress['lines'][number];

interface OrderLinesProps {
  readonly progress: OrderProgress;
  readonly order: PurchaseOrder;
}

/** The order line by line: what was ordered, answered, shipped, received and invoiced. */
export function OrderLines({ progress, order }: OrderLinesProps) {
  const proposals = new Map(order.lines.map(({ lineNumber, proposalId }) => [lineNumber, proposalId]));
  return (
    <Table<Line>
      items={progress.lines}
      trackBy={({ lineNumber }) => String(lineNumber)}
      wrapLines
      header={
        <Header
          variant="h2"
          counter={`(${progress.lines.length})`}
          description="Amounts are in the unit that was ordered."
        >
          Line by line
        </Header>
      }
      ariaLabels={{ tableLabel: 'The order line by line' }}
      columnDefinitions={[
        { id: 'line', header: 'Line', isRowHeader: true, cell: ({ lineNumber }) => lineNumber },
        { id: 'item', header: 'Item', cell: ({ itemId }) => <EntityLink type="item" id={itemId} /> },
        {
          id: 'ordered',
          header: 'Ordered',
          cell: ({ quantity, cancelled }) => (
            <>
              <Quantity quantity={quantity} />
              {cancelled && ', cancelled'}
            </>
          ),
        },
        { id: 'price', header: 'Price', cell: ({ price }) => <Price price={price} /> },
        { id: 'dates', header: 'Wanted and promised', cell: (line) => <Dates line={line} /> },
        { id: 'answer', header: 'Answer', cell: (line) => <Answer line={line} /> },
        { id: 'shipped', header: 'Shipped', cell: (line) => decimalText(lineProgress(line).shipped) },
        { id: 'received', header: 'Received', cell: (line) => <Received line={line} /> },
        { id: 'invoiced', header: 'Invoiced', cell: (line) => <Invoiced line={line} /> },
        {
          id: 'why',
          header: 'Why',
          cell: ({ lineNumber }) => {
            const proposal = proposals.get(lineNumber);
            return proposal ? (
              <EntityLink type="proposal" id={proposal}>
                Its proposal
              </EntityLink>
            ) : (
              '–'
            );
          },
        },
      ]}
    />
  );
}

function Dates({ line: { requestedDate, firstPromisedDate, lastPromisedDate } }: { readonly line: Line }) {
  const promised = lastPromisedDate ?? firstPromisedDate;
  return (
    <>
      <LocalDate date={requestedDate} />
      {promised && promised !== requestedDate && (
        <>
          , promised <LocalDate date={promised} />
        </>
      )}
    </>
  );
}

function Answer({ line }: { readonly line: Line }) {
  const text = answerText(line);
  if (text === undefined || !line.answer) return '–';
  const { documentId, quantity, deliveryDate, substituteItemId } = line.answer;
  return (
    <>
      <EntityLink type="partner-document" id={documentId}>
        {text}
      </EntityLink>
      {quantity !== undefined && ` (${decimalText(quantity)})`}
      {deliveryDate && (
        <>
          , <LocalDate date={deliveryDate} />
        </>
      )}
      {substituteItemId && (
        <>
          , <EntityLink type="item" id={substituteItemId} /> instead
        </>
      )}
    </>
  );
}

function Received({ line }: { readonly line: Line }) {
  const { good, damaged } = lineProgress(line);
  return damaged === '0' ? decimalText(good) : `${decimalText(good)}, and ${decimalText(damaged)} damaged`;
}

function Invoiced({ line }: { readonly line: Line }) {
  const { invoiced } = lineProgress(line);
  return (
    <>
      {decimalText(invoiced)}
      {line.invoiced.map(({ invoiceId }) => (
        <div key={invoiceId}>
          <EntityLink type="invoice" id={invoiceId} />
        </div>
      ))}
    </>
  );
}
