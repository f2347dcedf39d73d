import type { Invoice } from '#core/canonical/supplier-flow.ts';
import type { CorrelationId } from '#core/kernel/correlation.ts';
import { problem } from '#core/kernel/problem.ts';
import type { AnyChange, AuditEntry, StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { EventDraft } from '#events/catalogue.ts';
import { exceptionChange, exceptionIdOf } from '../exceptions/open-exception.ts';
import { closingChange } from '../exceptions/resolve-exception.ts';
import { settledDocument } from '../purchasing/settle-document.ts';
import { decideInvoice } from './decide-invoice.ts';
import { duplicateOf, varianceOf } from './invoice-exceptions.ts';
import { ledgerChanges } from './ledger-changes.ts';
import type { DecidedInvoice, InvoiceContext } from './model.ts';
import type { FinancePorts } from './ports.ts';
import { duplicateKeyOf, invoiceNumberKey } from './rules/duplicate-key.ts';

/** What became of an invoice; `test`, `parked` and `document-rejected` are of documents that became none. */
export interface MatchedInvoice {
  readonly state: Invoice['state'] | 'test' | 'parked' | 'document-rejected';
}

export interface InvoiceCommit {
  readonly context: InvoiceContext;
  /** Of the event that asks for it: the cause of a commit under the correlation of the document. */
  readonly causationId: CorrelationId;
  /** Absent when it was never decided before. */
  readonly before?: StoredRecord<'invoice'>;
  /** The person who says it is right as it is, with the audit entry that tells of it. */
  readonly override?: { readonly by: string; readonly audit: AuditEntry };
}

/**
 * Decide about an invoice and commit it with everything that follows, in one transaction: its orders, the state of its
 * document, the exception it opens or makes moot. An unchanged decision is not written. Problems: `record-changed`
 * when something was written in between.
 */
export async function commitInvoice(
  ports: FinancePorts,
  given: InvoiceCommit,
): Promise<Result<MatchedInvoice>> {
  const { context, before, override, causationId } = given;
  const overriddenBy = override?.by ?? before?.body.overriddenBy;
  const known = {
    ...(before?.body.dueAt !== undefined && { dueAt: before.body.dueAt }),
    ...(overriddenBy !== undefined && { overriddenBy }),
  };
  const decided = decideInvoice(context, known, ports.clock.now());
  const first = await firstOfSame(ports, decided.invoice);
  const outcome = first ? asDuplicate(decided) : await underItsNumber(ports, decided);
  if (before && sameInvoice(before.body, outcome.invoice)) return ok({ state: before.body.state });
  const exceptions = await exceptionsOf(ports, outcome.invoice, { context, first });
  const { document } = context;
  const committed = await ports.records.commit({
    changes: [
      invoiceChange(outcome.invoice, before),
      ...ledgerChanges(context.ledgers.values(), outcome),
      ...(document.body.state === 'received' ? [settled(document, outcome.invoice)] : []),
      ...exceptions,
    ],
    correlationId: document.correlationId,
    causationId,
    ...(override && { audit: override.audit }),
  });
  if (committed.ok) return ok({ state: outcome.invoice.state });
  if (committed.problem.code !== 'identifier-taken') return committed;
  return fail(problem('record-changed', 'The same invoice came at the same moment.'));
}

/** The invoice that has the number, supplier and amount of this one already. */
async function firstOfSame({ records }: FinancePorts, invoice: Invoice): Promise<Invoice | undefined> {
  const found = await records.findByIdentifier('invoice', duplicateKeyOf(invoice));
  return found && found.id !== invoice.id ? found.body : undefined;
}

/** So that a credit finds it by its number; where partners use a number again, the first invoice keeps it. */
async function underItsNumber({ records }: FinancePorts, decided: DecidedInvoice): Promise<DecidedInvoice> {
  const { invoice } = decided;
  if (invoice.kind === 'credit_note') return decided;
  const key = invoiceNumberKey(invoice.supplierId, invoice.number);
  const holder = await records.findByIdentifier('invoice', key);
  if (holder && holder.id !== invoice.id) return decided;
  return { ...decided, invoice: { ...invoice, identifiers: [...invoice.identifiers, key] } };
}

const asDuplicate = ({ invoice, entries }: DecidedInvoice): DecidedInvoice => {
  const { dueAt: _none, ...rest } = invoice;
  const reasons = ['An invoice of the same supplier, number and amount came before.'];
  return {
    invoice: { ...rest, state: 'duplicate', reasons, identifiers: [] },
    entries,
    waitsFor: new Set(),
  };
};

const sameInvoice = (a: Invoice, b: Invoice): boolean =>
  a.state === b.state && a.reasons.join('\n') === b.reasons.join('\n');

function invoiceChange(invoice: Invoice, before: StoredRecord<'invoice'> | undefined): AnyChange {
  const { id } = invoice;
  return { type: 'invoice', id, expect: before?.version ?? 'absent', body: invoice, events: [told(invoice)] };
}

/** Matched invoices are told with their orders: one event for what it changed on all of them. */
function told({ id, system, state, lines }: Invoice): EventDraft {
  if (state !== 'matched') return { name: 'invoice-settled', data: { invoiceId: id, state } };
  const orders = lines.flatMap(({ purchaseOrderId }) => purchaseOrderId ?? []);
  return {
    name: 'invoice-matched',
    data: { invoiceId: id, system, purchaseOrderIds: [...new Set(orders)] },
  };
}

function settled(document: InvoiceContext['document'], { id, lines }: Invoice): AnyChange {
  const purchaseOrderId = lines.find((line) => line.purchaseOrderId !== undefined)?.purchaseOrderId;
  return settledDocument(document, {
    state: 'applied',
    resultId: id,
    ...(purchaseOrderId !== undefined && { purchaseOrderId }),
  });
}

async function exceptionsOf(
  ports: FinancePorts,
  invoice: Invoice,
  { context, first }: { readonly context: InvoiceContext; readonly first: Invoice | undefined },
): Promise<readonly AnyChange[]> {
  const draft = first ? duplicateOf(invoice, first) : varianceOf(invoice, context);
  if (first || invoice.state === 'blocked') {
    const opened = await exceptionChange(ports, draft);
    return opened ? [opened] : [];
  }
  const standing = await ports.records.get('exception', exceptionIdOf(draft));
  const closed =
    standing && closingChange(standing, `The invoice is ${invoice.state} now.`, ports.clock.now());
  return closed ? [closed] : [];
}
