import type { CorrelationId } from '#core/kernel/correlation.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { atOnce, type Decided } from '../purchasing/received-document.ts';
import { parkedDocument, rejectedDocument } from '../purchasing/refused-document.ts';
import { settledDocument } from '../purchasing/settle-document.ts';
import { commitInvoice, type MatchedInvoice } from './commit-invoice.ts';
import type { InvoiceContext } from './model.ts';
import type { FinancePorts } from './ports.ts';
import { gatherContext } from './read-context.ts';

/**
 * Match a supplier's invoice with its orders and with what was received (S7, S14).
 * 1. A document that was settled before answers what it became; a test is not applied.
 * 2. Gather the orders, items and earlier invoices it is compared with. A document without any order of ours is
 *    rejected; one with an item's number that leads nowhere is parked until somebody tells it.
 * 3. Decide: matched, waiting for its receipt, blocked, or a duplicate of one that came before.
 * 4. Commit the invoice, what it changes on its orders, the document's state and any exception together.
 * Problems: `not-found` when the document, what it says or the agreement is gone.
 */
export const matchInvoice = (
  ports: FinancePorts,
  {
    partnerDocumentId,
    correlationId,
  }: { readonly partnerDocumentId: string; readonly correlationId: CorrelationId },
): Promise<Result<MatchedInvoice>> =>
  decideAgain(async () => {
    const document = await ports.records.get('partner-document', partnerDocumentId);
    if (!document) return fail(problem('not-found', `There is no document ${partnerDocumentId}.`));
    if (document.body.kind !== 'supplier-invoice') {
      return fail(problem('not-found', `Document ${partnerDocumentId} is no invoice.`));
    }
    if (document.body.state !== 'received') return answerOf(ports, document);
    const causationId = correlationId;
    if (document.body.test) return settle(ports, { document, settling: tried(document), causationId });
    const gathered = await gatherContext(ports, document);
    if (!gathered.ok) return gathered;
    const found = gathered.value;
    if (found.kind === 'context') return commitInvoice(ports, { context: found.context, causationId });
    const settling =
      found.kind === 'rejected'
        ? await rejectedDocument(ports, document, found.refusal)
        : await parkedDocument(ports, document, found.theirs);
    return settle(ports, { document, settling, causationId });
  });

/** A test is read and found good; nothing of it is applied. */
const tried = (document: InvoiceContext['document']): Decided =>
  atOnce(settledDocument(document, { state: 'applied' }));

interface Settling {
  readonly document: InvoiceContext['document'];
  readonly settling: Decided;
  readonly causationId: string;
}

async function settle(
  ports: FinancePorts,
  { document, settling, causationId }: Settling,
): Promise<Result<MatchedInvoice>> {
  const { correlationId } = document;
  for (const changes of settling.commits) {
    const committed = await ports.records.commit({ changes, correlationId, causationId });
    if (!committed.ok) return committed;
  }
  const settled = await ports.records.get('partner-document', document.id);
  return settled ? answerOf(ports, settled) : ok({ state: 'document-rejected' });
}

/** What a settled document became: its invoice's state, or why it has none. */
async function answerOf(
  { records }: FinancePorts,
  { id, body }: InvoiceContext['document'],
): Promise<Result<MatchedInvoice>> {
  const invoice = await records.get('invoice', id);
  if (invoice) return ok({ state: invoice.body.state });
  if (body.state === 'parked') return ok({ state: 'parked' });
  return ok({ state: body.test ? 'test' : 'document-rejected' });
}
