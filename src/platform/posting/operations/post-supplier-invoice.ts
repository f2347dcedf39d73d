import type { Invoice } from '#core/canonical/supplier-flow.ts';
import { problem } from '#core/kernel/problem.ts';
import type { AnyChange, Records } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { deliver } from '../delivery.ts';
import type { Posting } from '../model.ts';
import type { Over } from '../rules/transitions.ts';
import type { InvoiceToBook } from '../system-of-record.ts';
import type { Operation } from './operation.ts';
import { orderInSystem } from './order-in-system.ts';

const unknown = (id: string) => fail(problem('not-found', `There is no invoice ${id}.`));

/** An invoice that agrees with order and receipt is booked in the system. */
export const postSupplierInvoice: Operation = {
  recordType: 'invoice',
  async prepare(records, { documentId, system }) {
    const stored = await records.get('invoice', documentId);
    if (!stored) return unknown(documentId);
    const toBook = await withOrders(records, system, stored.body);
    if (!toBook.ok && toBook.problem.code === 'not-found') return toBook;
    const waits = !toBook.ok && toBook.problem.code === 'posting-waits';
    return ok({
      ...(waits && { waitsFor: toBook.problem }),
      deliveryTo: ({ supplierInvoices }) => deliver(supplierInvoices, toBook),
    });
  },
  async outcome(records, posting, over) {
    const stored = await records.get('invoice', posting.documentId);
    if (!stored) return unknown(posting.documentId);
    const body = told(stored.body, posting, over);
    return ok(body && settled(body, stored.version));
  },
  async again(records, documentId) {
    const stored = await records.get('invoice', documentId);
    if (!stored) return unknown(documentId);
    const { refusal: _repaired, ...invoice } = stored.body;
    if (invoice.state !== 'matched' && invoice.state !== 'refused') {
      const detail = `The invoice is ${invoice.state}; only one that was matched is posted.`;
      return fail(problem('state-not-allowed', detail));
    }
    const { id, system } = invoice;
    const change: AnyChange = {
      ...{ type: 'invoice', id, expect: stored.version },
      body: { ...invoice, state: 'matched' },
      events: [{ name: 'invoice-matched', data: { invoiceId: id, system } }],
    };
    return ok({ system, correlationId: stored.correlationId, change });
  },
  portOf: ({ supplierInvoices }) => supplierInvoices,
};

async function withOrders(
  records: Pick<Records, 'get'>,
  system: string,
  invoice: Invoice,
): Promise<Result<InvoiceToBook>> {
  const named = invoice.lines.flatMap(({ purchaseOrderId }) => purchaseOrderId ?? []);
  const found = await Promise.all([...new Set(named)].map((id) => orderInSystem(records, system, id)));
  const missing = found.find((order) => !order.ok);
  if (missing && !missing.ok) return missing;
  return ok({ invoice, orders: found.flatMap((order) => (order.ok ? [order.value] : [])) });
}

function told(invoice: Invoice, { system }: Posting, over: Over): Invoice | undefined {
  if (over.name === 'refused') {
    return invoice.state === 'matched' ? { ...invoice, state: 'refused', refusal: over.reason } : undefined;
  }
  if (invoice.state === 'posted') return undefined;
  const { refusal: _overcome, dueAt: _met, ...rest } = invoice;
  const native = { scheme: `${system}:supplier-invoice`, value: over.nativeId };
  const others = invoice.identifiers.filter(({ scheme }) => scheme !== native.scheme);
  return { ...rest, state: 'posted', systemNumber: over.number, identifiers: [...others, native] };
}

const settled = (body: Invoice, expect: number): AnyChange => ({
  ...{ type: 'invoice', id: body.id, expect, body },
  events: [{ name: 'invoice-settled', data: { invoiceId: body.id, state: body.state } }],
});
