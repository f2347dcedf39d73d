import type { Invoice } from '#core/canonical/supplier-flow.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { problem } from '#core/kernel/problem.ts';
import type { AuditEntry, StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { exceptionChange } from '../exceptions/open-exception.ts';
import { commitInvoice, type MatchedInvoice } from './commit-invoice.ts';
import { varianceOf } from './invoice-exceptions.ts';
import { withdrawal } from './ledger-changes.ts';
import type { InvoiceContext } from './model.ts';
import type { FinancePorts } from './ports.ts';
import { gatherContext } from './read-context.ts';
import { rematchInvoice } from './rematch-invoice.ts';

type Resolved = StoredRecord<'exception'>;

/** Faults that no person's word makes payable: nothing says what would be posted. */
const unpayable: readonly string[] = ['unknown_order', 'unknown_line', 'unit', 'currency'];

/**
 * Pay a blocked invoice as it is, because accounts payable decided so.
 * 1. An invoice that is not blocked any more answers what it is.
 * 2. One with a line that leads to no order line, or is in a unit or currency that cannot be counted, is not payable
 *    as it is: its exception opens again and says so.
 * 3. Commit it as matched, with who decided, what it invoices on its orders, and the audit record.
 * Problems: `not-found`.
 */
export const overrideInvoice = (ports: FinancePorts, exception: Resolved): Promise<Result<MatchedInvoice>> =>
  decideAgain(async () => {
    const found = await invoiceOf(ports, exception);
    if (!found.ok) return found;
    const blocked = await gatherBlocked(ports, found.value.id);
    if (!blocked.ok) return blocked;
    if (!blocked.value) return ok({ state: found.value.body.state });
    const { before, context } = blocked.value;
    const why = whyUnpayable(before.body);
    if (why !== undefined) return askAgain(ports, { exception, context, before, why });
    const by = exception.body.resolution?.by ?? 'unknown';
    const causationId = exception.correlationId;
    const override = { by, audit: auditOf(exception, 'override-invoice') };
    return commitInvoice(ports, { context, causationId, before, override });
  });

function whyUnpayable({ lines }: Invoice): string | undefined {
  const line = lines.find(({ verdict }) => unpayable.includes(verdict));
  return line && `Line ${line.stated} cannot be paid as it is: ${line.because ?? line.verdict}`;
}

interface Unpayable {
  readonly exception: Resolved;
  readonly context: InvoiceContext;
  readonly before: StoredRecord<'invoice'>;
  readonly why: string;
}

async function askAgain(
  ports: FinancePorts,
  { exception, context, before, why }: Unpayable,
): Promise<Result<MatchedInvoice>> {
  const draft = varianceOf(before.body, context);
  const evidence = [{ what: 'Decided before', received: why.slice(0, 300) }, ...draft.evidence].slice(0, 50);
  const change = await exceptionChange(ports, { ...draft, evidence });
  if (change) {
    const committed = await ports.records.commit({
      changes: [change],
      correlationId: exception.correlationId,
    });
    if (!committed.ok) return committed;
  }
  return ok({ state: before.body.state });
}

/**
 * Never pay an invoice, because accounts payable decided so: nothing of it stays on its orders, and a corrected one
 * with the same number may come. What is in the ERP, or on its way, stays. Problems: `not-found`.
 */
export const rejectInvoice = (ports: FinancePorts, exception: Resolved): Promise<Result<MatchedInvoice>> =>
  decideAgain(async () => {
    const found = await invoiceOf(ports, exception);
    if (!found.ok) return found;
    const { id, version, body } = found.value;
    if (body.state === 'matched' || body.state === 'posted' || body.state === 'rejected') {
      return ok({ state: body.state });
    }
    const orders = new Set(body.lines.flatMap(({ purchaseOrderId }) => purchaseOrderId ?? []));
    const ledgers = await ports.records.getMany('order-ledger', [...orders]);
    const rejected: Invoice = { ...body, state: 'rejected', identifiers: [] };
    const committed = await ports.records.commit({
      changes: [
        {
          type: 'invoice',
          id,
          expect: version,
          body: rejected,
          events: [{ name: 'invoice-settled', data: { invoiceId: id, state: 'rejected' } }],
        },
        ...withdrawal(ledgers, id),
      ],
      correlationId: exception.correlationId,
      audit: auditOf(exception, 'reject-invoice'),
    });
    return committed.ok ? ok({ state: 'rejected' }) : committed;
  });

/**
 * Match a blocked invoice once more, because something was repaired meanwhile. What is still blocked opens its
 * exception again. Problems: `not-found`.
 */
export const reprocessInvoice = (ports: FinancePorts, exception: Resolved): Promise<Result<MatchedInvoice>> =>
  decideAgain(async () => {
    const found = await invoiceOf(ports, exception);
    if (!found.ok) return found;
    const { correlationId } = exception;
    const matched = await rematchInvoice(ports, { invoiceId: found.value.id, correlationId });
    if (!matched.ok || matched.value.state !== 'blocked') return matched;
    const now = await ports.records.get('exception', exception.id);
    if (now?.body.state !== 'resolved') return matched;
    const payable = await gatherBlocked(ports, found.value.id);
    if (!payable.ok || !payable.value) return matched;
    const why = `Matched again after ${exception.body.resolution?.at ?? ''}: nothing changed.`;
    return askAgain(ports, { ...payable.value, exception, why });
  });

/** A blocked invoice with all it is compared with; undefined when it is not blocked or cannot be compared. */
async function gatherBlocked(
  ports: FinancePorts,
  invoiceId: string,
): Promise<Result<Pick<Unpayable, 'before' | 'context'> | undefined>> {
  const before = await ports.records.get('invoice', invoiceId);
  const document = await ports.records.get('partner-document', invoiceId);
  if (!before || !document) return fail(problem('not-found', `There is no invoice ${invoiceId}.`));
  if (before.body.state !== 'blocked') return ok(undefined);
  const gathered = await gatherContext(ports, document);
  if (!gathered.ok) return gathered;
  const { value } = gathered;
  return ok(value.kind === 'context' ? { before, context: value.context } : undefined);
}

async function invoiceOf(
  { records }: FinancePorts,
  { id, body }: Resolved,
): Promise<Result<StoredRecord<'invoice'>>> {
  const { invoiceId } = body.about;
  const invoice = invoiceId === undefined ? undefined : await records.get('invoice', invoiceId);
  return invoice ? ok(invoice) : fail(problem('not-found', `Exception ${id} is about no invoice.`));
}

function auditOf({ body }: Resolved, action: string): AuditEntry {
  const { resolution, about } = body;
  return {
    actor: { kind: 'function', id: 'apply-resolution' },
    action,
    target: { type: 'invoice', id: about.invoiceId ?? '' },
    reason: `${resolution?.by ?? 'unknown'}: ${resolution?.reason ?? ''}`.slice(0, 500),
  };
}
