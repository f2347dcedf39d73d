import type { CorrelationId } from '#core/kernel/correlation.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { commitInvoice, type MatchedInvoice } from './commit-invoice.ts';
import type { FinancePorts } from './ports.ts';
import { gatherContext } from './read-context.ts';

/**
 * Match an invoice again that waits or is blocked, with what its orders, the agreement and the clock say now.
 * Whatever else became of it stays. Problems: `not-found`.
 */
export const rematchInvoice = (
  ports: FinancePorts,
  { invoiceId, correlationId }: { readonly invoiceId: string; readonly correlationId: CorrelationId },
): Promise<Result<MatchedInvoice>> =>
  decideAgain(async () => {
    const before = await ports.records.get('invoice', invoiceId);
    if (!before) return fail(problem('not-found', `There is no invoice ${invoiceId}.`));
    const { state } = before.body;
    if (state !== 'waiting_for_receipt' && state !== 'blocked') return ok({ state });
    const document = await ports.records.get('partner-document', invoiceId);
    if (!document) return fail(problem('not-found', `There is no document ${invoiceId}.`));
    const gathered = await gatherContext(ports, document);
    if (!gathered.ok) return gathered;
    if (gathered.value.kind !== 'context') return ok({ state });
    const { context } = gathered.value;
    return commitInvoice(ports, { context, causationId: correlationId, before });
  });

/** An order holds up so many invoices at most, and each pass but the last lets one go. */
const MOST_PASSES = 101;

/**
 * Match the invoices again that an order holds up: goods of it arrived, or it was changed. One after the other, in the
 * order they came, as each takes of what was received; and once more while one of them passed, as that may let another
 * pass. Problems: those of `rematchInvoice`.
 */
export async function rematchWaitingInvoices(
  ports: FinancePorts,
  {
    purchaseOrderId,
    correlationId,
  }: { readonly purchaseOrderId: string; readonly correlationId: CorrelationId },
): Promise<Result<{ readonly matched: number }>> {
  let matched = 0;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const ledger = await ports.records.get('order-ledger', purchaseOrderId);
    const before = matched;
    for (const invoiceId of ledger?.body.waitingInvoices ?? []) {
      const rematched = await rematchInvoice(ports, { invoiceId, correlationId });
      if (!rematched.ok) return rematched;
      if (rematched.value.state === 'matched') matched += 1;
    }
    if (matched === before) break;
  }
  return ok({ matched });
}
