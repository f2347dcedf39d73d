import type { Exception, ExceptionDraft } from '#core/canonical/exception.ts';
import type { Invoice } from '#core/canonical/supplier-flow.ts';
import type { InvoiceContext } from './model.ts';

const MOST_EVIDENCE = 50;

/** The exception that a blocked invoice opens: both sides of every line that is not as it should be. */
export function varianceOf(invoice: Invoice, context: InvoiceContext): ExceptionDraft {
  const ledgers = new Map([...context.ledgers.values()].map(({ id, body }) => [id, body]));
  const ofLines = invoice.lines
    .filter(({ verdict }) => verdict !== 'matched')
    .map((line) => ({
      what: `Line ${line.stated}: ${line.verdict}`.slice(0, 80),
      expected: orderSide(ledgers.get(line.purchaseOrderId ?? ''), line.lineNumber),
      received: invoiceSide(line, invoice.currency),
    }));
  const others = invoice.reasons
    .filter((reason) => !reason.startsWith('Line '))
    .map((reason) => ({ what: 'The invoice as a whole', received: reason }));
  return {
    kind: 'invoice-variance',
    cause: [invoice.id],
    title:
      `Invoice ${invoice.number} of ${invoice.total} ${invoice.currency} is blocked: ${invoice.reasons[0] ?? ''}`.slice(
        0,
        300,
      ),
    about: aboutOf(invoice),
    evidence: [...ofLines, ...others].slice(0, MOST_EVIDENCE),
    atStake: { amount: invoice.total, currency: invoice.currency },
  };
}

type Ledger =
  InvoiceContext['ledgers'] extends ReadonlyMap<string, { readonly body: infer Body }> ? Body : never;

function orderSide(ledger: Ledger | undefined, lineNumber: number | undefined): string {
  const line = ledger?.lines.find((candidate) => candidate.lineNumber === lineNumber);
  if (!ledger || !line) return 'no order line';
  const { quantity, price, received } = line;
  const good = received.map((entry) => entry.good).join(' + ') || '0';
  const ordered = `${quantity.value} ${quantity.unit} at ${priceInWords(price)}`;
  return `order ${ledger.orderNumber} line ${lineNumber}: ${ordered}; received ${good} ${line.baseQuantity.unit}`.slice(
    0,
    300,
  );
}

const invoiceSide = (
  { quantity, price, amount, because }: Invoice['lines'][number],
  currency: string,
): string =>
  `${quantity.value} ${quantity.unit} at ${priceInWords(price)}, ${amount} ${currency}. ${because ?? ''}`.slice(
    0,
    300,
  );

const priceInWords = ({ amount, currency, per }: Invoice['lines'][number]['price']): string =>
  `${amount} ${currency} per ${per.value} ${per.unit}`;

/** The same invoice came before: it is not paid twice. */
export const duplicateOf = (invoice: Invoice, first: Invoice): ExceptionDraft => ({
  kind: 'invoice-duplicate',
  cause: [invoice.id],
  title: `Invoice ${invoice.number} of ${invoice.total} ${invoice.currency} came before.`,
  about: aboutOf(invoice),
  evidence: [
    {
      what: 'Number, supplier and amount',
      expected: `once: ${first.number} of ${first.issuedOn}, ${first.state}`,
      received: `again: ${invoice.number} of ${invoice.issuedOn}`,
    },
  ],
  atStake: { amount: invoice.total, currency: invoice.currency },
});

function aboutOf({ id, partnerId, supplierId, lines }: Invoice): Exception['about'] {
  const purchaseOrderId = lines.find((line) => line.purchaseOrderId !== undefined)?.purchaseOrderId;
  return {
    partnerId,
    supplierId,
    invoiceId: id,
    partnerDocumentId: id,
    ...(purchaseOrderId !== undefined && { purchaseOrderId }),
  };
}
