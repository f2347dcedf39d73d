import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useParams } from 'react-router';
import type { Invoice } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { useRecord } from '../../api/use-record.ts';
import { Money, Price, Quantity } from '../../parts/amounts.tsx';
import { EntityLink } from '../../parts/entity-link.tsx';
import { Facts } from '../../parts/facts.tsx';
import { moneyText, words } from '../../parts/format.ts';
import { Instant } from '../../parts/instant.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { LocalDate } from '../../parts/local-date.tsx';
import { Page } from '../../parts/page.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import type { Tone } from '../../parts/states.ts';
import { above } from './above.ts';
import { ChainOf } from './chain-of.tsx';

type Line = Invoice['lines'][number];

/** One invoice of a supplier: each line with its verdict, and the chain it ends. */
export function InvoicePage() {
  const api = useApi();
  const { invoiceId = '' } = useParams();
  const query = useRecord(['invoice', invoiceId], () => api.getInvoice({ invoiceId }));
  const invoice = query.data?.data;
  return (
    <Page
      title={invoice ? `${words(invoice.kind)} ${invoice.number}` : 'Invoice'}
      description={invoice ? `From ${invoice.partnerId}` : ''}
      above={above}
      info={invoice && <StateBadge state={invoice.state} />}
    >
      <SpaceBetween size="l">
        <Loaded query={query} what="the invoice">
          {({ data }) => (
            <SpaceBetween size="l">
              <Why invoice={data} />
              <InvoiceFacts invoice={data} />
              <Lines invoice={data} />
            </SpaceBetween>
          )}
        </Loaded>
        <ChainOf recordType="invoice" recordId={invoiceId} />
      </SpaceBetween>
    </Page>
  );
}

function Why({ invoice: { reasons, refusal, system } }: { readonly invoice: Invoice }) {
  const all = refusal ? [...reasons, `${system} refused it: ${refusal}`] : reasons;
  if (all.length === 0) return null;
  return (
    <Alert type="warning" header="Why it is not paid yet">
      <ul style={{ margin: 0, paddingInlineStart: '1.25rem' }}>
        {all.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </Alert>
  );
}

function InvoiceFacts({ invoice }: { readonly invoice: Invoice }) {
  const { currency, charges, dueAt, overriddenBy, systemNumber } = invoice;
  const money = (amount: string) => moneyText({ amount, currency });
  return (
    <Container header={<Header variant="h2">The invoice</Header>}>
      <Facts
        facts={[
          { label: 'Supplier', value: <EntityLink type="supplier" id={invoice.supplierId} /> },
          { label: 'Issued', value: <LocalDate date={invoice.issuedOn} /> },
          { label: 'Total', value: <Money money={{ amount: invoice.total, currency }} /> },
          { label: 'Of it tax', value: <Money money={{ amount: invoice.tax, currency }} /> },
          {
            label: 'Charges',
            value:
              charges.length > 0 &&
              charges.map(({ code, description, amount, agreed }) => (
                <div key={`${code} ${description}`}>
                  {description} {money(amount)}
                  {agreed ? '' : ', not agreed'}
                </div>
              )),
          },
          { label: 'Goods expected until', value: dueAt && <Instant at={dueAt} /> },
          { label: 'Accepted in spite of it by', value: overriddenBy },
          { label: `Number in ${invoice.system}`, value: systemNumber },
        ]}
      />
    </Container>
  );
}

const tones: Readonly<Record<Line['verdict'], Tone>> = {
  matched: 'success',
  waits_for_receipt: 'pending',
  quantity: 'error',
  price: 'error',
  unknown_order: 'error',
  unknown_line: 'error',
  unit: 'error',
  currency: 'error',
};

const Lines = ({ invoice: { lines, currency } }: { readonly invoice: Invoice }) => (
  <Table<Line>
    items={lines}
    trackBy="stated"
    wrapLines
    header={
      <Header
        variant="h2"
        counter={`(${lines.length})`}
        description="Held against the order and what was received."
      >
        Line by line
      </Header>
    }
    ariaLabels={{ tableLabel: 'The invoice line by line' }}
    columnDefinitions={[
      { id: 'line', header: 'Line', isRowHeader: true, cell: ({ stated }) => stated },
      {
        id: 'order',
        header: 'Order',
        cell: ({ purchaseOrderId, lineNumber }) =>
          purchaseOrderId ? (
            <EntityLink type="purchase-order" id={purchaseOrderId}>
              line {lineNumber ?? '?'} of the order
            </EntityLink>
          ) : (
            'Not known'
          ),
      },
      {
        id: 'item',
        header: 'Item',
        cell: ({ itemId }) => (itemId ? <EntityLink type="item" id={itemId} /> : 'Not known'),
      },
      { id: 'quantity', header: 'Quantity', cell: ({ quantity }) => <Quantity quantity={quantity} /> },
      { id: 'price', header: 'Price', cell: ({ price }) => <Price price={price} /> },
      { id: 'amount', header: 'Amount', cell: ({ amount }) => <Money money={{ amount, currency }} /> },
      {
        id: 'verdict',
        header: 'Verdict',
        cell: ({ verdict }) => <StateBadge state={verdict} tone={tones[verdict]} />,
      },
      { id: 'because', header: 'Why', cell: ({ because }) => because ?? '–' },
    ]}
  />
);
