import type { CorrelationId } from '#core/kernel/correlation.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { exceptionChange } from '../exceptions/open-exception.ts';
import { settledDocument } from '../purchasing/settle-document.ts';
import { commitInvoice, type MatchedInvoice } from './commit-invoice.ts';
import { obstacleDraft } from './invoice-exceptions.ts';
import type { InvoiceContext } from './model.ts';
import type { FinancePorts } from './ports.ts';
import { gatherContext, type Obstacle } from './read-context.ts';

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
    if (document.body.test) return ok({ state: 'test' });
    if (document.body.state !== 'received') return answerOf(ports, document);
    const gathered = await gatherContext(ports, document);
    if (!gathered.ok) return gathered;
    const found = gathered.value;
    if (found.kind !== 'context') return setAside(ports, { document, obstacle: found, correlationId });
    return commitInvoice(ports, { context: found.context, correlationId });
  });

async function answerOf(
  { records }: FinancePorts,
  { id, body }: InvoiceContext['document'],
): Promise<Result<MatchedInvoice>> {
  const invoice = await records.get('invoice', id);
  return ok({ state: invoice?.body.state ?? (body.state === 'parked' ? 'parked' : 'document-rejected') });
}

interface SetAside {
  readonly document: InvoiceContext['document'];
  readonly obstacle: Obstacle;
  readonly correlationId: CorrelationId;
}

async function setAside(
  ports: FinancePorts,
  { document, obstacle, correlationId }: SetAside,
): Promise<Result<MatchedInvoice>> {
  const exception = await exceptionChange(ports, obstacleDraft(document, obstacle));
  const settled = settledDocument(document, settlementOf(obstacle));
  const committed = await ports.records.commit({
    changes: [settled, ...(exception ? [exception] : [])],
    correlationId,
  });
  if (!committed.ok) return committed;
  return ok({ state: obstacle.kind === 'parked' ? 'parked' : 'document-rejected' });
}

const settlementOf = (obstacle: Obstacle) =>
  obstacle.kind === 'rejected'
    ? ({
        state: 'rejected',
        findings: [{ code: obstacle.code, at: 'the invoice', message: obstacle.message }],
      } as const)
    : ({
        state: 'parked',
        waitsFor: obstacle.waitsFor,
        findings: [
          { code: 'code-unknown', at: obstacle.at, message: `Item ${obstacle.theirs} is none of ours.` },
        ],
      } as const);
