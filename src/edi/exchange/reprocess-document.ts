import type { PartnerDocument } from '#core/canonical/interchange.ts';
import { canonicalKeyOf, keepCanonical } from '#core/canonical/partner-documents.ts';
import type { CorrelationId } from '#core/kernel/correlation.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { type Problem, problem } from '#core/kernel/problem.ts';
import type { AnyChange } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { Transaction } from '../codec/interchange.ts';
import { type Correspondent, correspondentOf, isTest } from './correspondent.ts';
import { kept } from './findings.ts';
import type { ExchangePorts } from './ports.ts';
import { eventsOf } from './read-file.ts';
import { readTransaction } from './read-transaction.ts';

export interface ToReprocess {
  readonly partnerDocumentId: string;
  readonly correlationId: CorrelationId;
}

/** The document as it is now, and what it came to. */
export type Reprocessed = Pick<PartnerDocument, 'id' | 'state' | 'findings'>;

/**
 * Set a rejected or parked document to work again, unchanged.
 * 1. By EDI: read its transaction again out of the kept interchange, with the agreement as it is now.
 *    By API: what it says is kept already.
 * 2. Commit it as received with the event that it is there; or, still rejected, with what is wrong now.
 * A document in any other state stays as it is. Problems: `not-found`, `file-missing`, those of the agreement.
 */
export const reprocessDocument = (ports: ExchangePorts, input: ToReprocess): Promise<Result<Reprocessed>> =>
  decideAgain(async () => {
    const { partnerDocumentId: id, correlationId } = input;
    const stored = await ports.records.get('partner-document', id);
    if (stored?.body.direction !== 'in')
      return fail(problem('not-found', `there is no received document ${id}`));
    const { body } = stored;
    if (body.state !== 'rejected' && body.state !== 'parked') return ok(body);
    const again = body.channel === 'api' ? ok(accepted(body)) : await readAgain(ports, body);
    if (!again.ok) return again;
    const change: AnyChange = {
      type: 'partner-document',
      id,
      expect: stored.version,
      body: again.value,
      events: again.value.state === 'received' ? [received(again.value)] : [],
    };
    const committed = await ports.records.commit({ changes: [change], correlationId });
    return committed.ok ? ok(again.value) : committed;
  });

const received = ({ id, partnerId, kind }: PartnerDocument) =>
  ({ name: 'partner-document-received', data: { partnerDocumentId: id, partnerId, kind } }) as const;

function accepted(document: PartnerDocument): PartnerDocument {
  const { waitsFor: _known, ...rest } = document;
  return { ...rest, state: 'received', findings: [] };
}

async function readAgain(ports: ExchangePorts, document: PartnerDocument): Promise<Result<PartnerDocument>> {
  const correspondent = await correspondentOf(ports, document.partnerId);
  if (!correspondent.ok) return correspondent;
  const transaction = await transactionOf(ports, document);
  if ('code' in transaction) return fail(transaction);
  const { said, findings, kind } = await readTransaction(transaction, correspondent.value);
  const now = asToday(document, correspondent.value);
  if (!said || kind !== document.kind) {
    const { canonicalKey: _none, ...rest } = now;
    return ok({ ...rest, state: 'rejected', findings: kept(findings) });
  }
  await keepCanonical(ports.objects, document.id, said.json);
  return ok({
    ...accepted(now),
    canonicalKey: canonicalKeyOf(document.id),
    ...(said.number !== undefined && { number: said.number }),
    ...(said.orderNumber !== undefined && { orderNumber: said.orderNumber }),
    findings: kept(findings),
  });
}

const asToday = (document: PartnerDocument, correspondent: Correspondent): PartnerDocument => ({
  ...document,
  agreementVersion: correspondent.version,
  test: isTest(correspondent),
});

/** The transaction of a document, out of the kept file of its interchange. */
async function transactionOf(
  { records, objects }: ExchangePorts,
  { id, edi, ordinal }: PartnerDocument,
): Promise<Transaction | Problem> {
  const interchange = edi && (await records.get('interchange', edi.interchangeId));
  if (!interchange) return problem('not-found', `the interchange of document ${id} is not there`);
  const { contentKey, place: wanted = 0 } = interchange.body;
  const content = await objects.read('documents', contentKey);
  const events = content && (await eventsOf(content));
  if (!events) return problem('file-missing', `${contentKey} is gone`);
  const wantedTransaction = Number(ordinal.slice(ordinal.lastIndexOf('#') + 1));
  let place = 0;
  let count = 0;
  for await (const event of events) {
    if (event.kind === 'interchange-closed') place += 1;
    if (event.kind !== 'transaction' || place !== wanted) continue;
    if (count === wantedTransaction) return event.transaction;
    count += 1;
  }
  return problem('not-found', `document ${id} is not in its interchange any more`);
}
