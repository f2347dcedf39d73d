import type { OrderAcknowledgement } from '#core/canonical/order-acknowledgement.ts';
import type { OrderChangeRecord, OrderLedger } from '#core/canonical/order-ledger.ts';
import { readPartnerDocument } from '#core/canonical/partner-documents.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { derivedId } from '#core/kernel/identifiers.ts';
import type { AnyChange, StoredRecord } from '#core/kernel/records.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import { openedExceptions } from './answer-exception-changes.ts';
import { judgeContext, ledgerOfOrder } from './judge-context.ts';
import type { DocumentToApply, MatchingPorts } from './matching-ports.ts';
import { applyReceived, type Decided, type StoredDocument } from './received-document.ts';
import { recordedChange } from './record-change.ts';
import { firstUnknown, parkedDocument, rejectedDocument } from './refused-document.ts';
import { agreedChanges } from './rules/agreed-changes.ts';
import { answeredLedger } from './rules/answered-ledger.ts';
import { type Judgement, judgeAnswer } from './rules/judge-answer.ts';
import { isConflict } from './rules/order-units.ts';
import { settledDocument } from './settle-document.ts';

type StoredLedger = StoredRecord<'order-ledger'>;

/**
 * Match a supplier's answer to its order.
 * 1. Find the order by the number the partner knows it under; an unknown one rejects the answer.
 * 2. An answer older than the one applied is recorded and changes nothing.
 * 3. Match its lines; a code that leads nowhere parks the answer until somebody says what it is.
 * 4. Compare every line within the agreement's tolerances: what agrees is accepted, and where it differs within them
 *    the order changes in its system; what does not agree becomes a buyer's exception.
 * 5. Commit it all, close exceptions that it makes moot, and say so.
 * Problems: those of reading the document and of committing.
 */
export const applyAcknowledgement = (ports: MatchingPorts, input: DocumentToApply): Promise<Result<void>> =>
  decideAgain(() =>
    applyReceived(ports, input, ['order-acknowledgement'], async (document) => {
      const read = await readPartnerDocument(ports.objects, document.body, 'order-acknowledgement');
      return read.ok ? ok(await decideAnswer(ports, document, read.value)) : read;
    }),
  );

async function decideAnswer(
  ports: MatchingPorts,
  document: StoredDocument,
  answer: OrderAcknowledgement,
): Promise<Decided> {
  const { partnerId, ordinal } = document.body;
  const ledger = await ledgerOfOrder(ports.records, partnerId, answer.order.number);
  if (!ledger) {
    const message = `the partner has no order ${answer.order.number}`;
    return rejectedDocument(ports, document, { code: 'order-unknown', at: 'order number', message });
  }
  if ((ledger.body.answer.ordinal ?? '') >= ordinal) return recordedOnly(document, ledger);
  const { codes, context } = await judgeContext(ports, ledger.body, { partnerId, lines: answer.lines });
  const judgement = judgeAnswer(ledger.body, answer, context);
  if (isConflict(judgement)) {
    const message = `${judgement.itemId} cannot be counted in ${judgement.conflict}`;
    const refusal = { code: 'code-unknown', at: 'unit', message, kind: 'pack-conflict' } as const;
    return rejectedDocument(ports, document, refusal);
  }
  const unknown = firstUnknown(codes, codesThatMatter(answer, judgement));
  if (unknown !== undefined) return parkedDocument(ports, document, unknown);
  return answered(ports, document, ledger, judgement);
}

/** A line found by its number needs no code; a stranger and a substitute do. */
const codesThatMatter = ({ lines }: OrderAcknowledgement, { strangers }: Judgement) =>
  [
    ...strangers.map(({ item }) => item),
    ...lines.flatMap(({ confirmations }) => confirmations.map(({ item }) => item)),
  ].filter((item) => item.length > 0);

const recordedOnly = (document: StoredDocument, { id }: StoredLedger): Decided => ({
  changes: [settledDocument(document, { state: 'applied', purchaseOrderId: id, resultId: id })],
});

async function answered(
  ports: MatchingPorts,
  document: StoredDocument,
  { id, version, body: before }: StoredLedger,
  judgement: Judgement,
): Promise<Decided> {
  const { ordinal, at } = document.body;
  const ledger = answeredLedger(before, judgement.answered, { documentId: document.id, ordinal, at });
  const change = agreedChange(ports, before, document, judgement);
  const { opened, closed } = await openedExceptions(ports, before, judgement, document.id);
  const data = { purchaseOrderId: id, partnerDocumentId: document.id, state: ledger.answer.state };
  const changes: readonly AnyChange[] = [
    {
      type: 'order-ledger',
      id,
      expect: version,
      body: change ? { ...ledger, change: { ...ledger.change, sequence: change.sequence } } : ledger,
      events: [{ name: 'order-acknowledged', data }],
    },
    settledDocument(document, { state: 'applied', purchaseOrderId: id, resultId: id }),
    ...(change ? [recordedChange(change)] : []),
    ...opened,
  ];
  return { before: closed, changes };
}

/** What the order becomes in its system, where lines differ and yet were accepted. */
function agreedChange(
  { clock }: MatchingPorts,
  ledger: OrderLedger,
  { id: documentId }: StoredDocument,
  { answered: judged }: Judgement,
): OrderChangeRecord | undefined {
  const lines = agreedChanges(judged, ledger.currency);
  if (lines.length === 0) return undefined;
  return {
    id: derivedId('oc', ledger.id, documentId),
    purchaseOrderId: ledger.id,
    sequence: ledger.change.sequence + 1,
    origin: 'supplier',
    reason: 'The supplier confirmed it so, within what was agreed.',
    documentId,
    system: ledger.system,
    lines: [...lines],
    posting: 'requested',
    telling: 'none',
    requestedAt: clock.now(),
  };
}
