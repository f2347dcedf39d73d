import type { OrderAcknowledgement } from '#core/canonical/order-acknowledgement.ts';
import type { OrderChangeAnswer } from '#core/canonical/order-change.ts';
import { readPartnerDocument } from '#core/canonical/partner-documents.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import { decideAnswered } from './decide-answered.ts';
import { judgeContext, ledgerOfOrder } from './judge-context.ts';
import type { DocumentToApply, MatchingPorts } from './matching-ports.ts';
import { agreementOf } from './partner-of-supplier.ts';
import { applyReceived, atOnce, type Decided, type StoredDocument } from './received-document.ts';
import { firstUnknown, parkedDocument, rejectedDocument } from './refused-document.ts';
import { asAcknowledgement, speaks, withChange } from './rules/change-answer.ts';
import { type Judgement, judgeAnswer } from './rules/judge-answer.ts';
import { isConflict } from './rules/order-units.ts';
import { settledDocument } from './settle-document.ts';

type StoredLedger = StoredRecord<'order-ledger'>;
type Said = OrderAcknowledgement | OrderChangeAnswer;

/**
 * Match a supplier's answer to its order, or to a change of it; or hear what it wants to change itself.
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
    applyReceived(ports, input, ['order-acknowledgement', 'order-change-answer'], async (document) => {
      const said = await readAnswer(ports, document);
      return said.ok ? ok(await decideAnswer(ports, document, said.value)) : said;
    }),
  );

const readAnswer = ({ objects }: MatchingPorts, { body }: StoredDocument): Promise<Result<Said>> =>
  body.kind === 'order-change-answer'
    ? readPartnerDocument(objects, body, 'order-change-answer')
    : readPartnerDocument(objects, body, 'order-acknowledgement');

async function decideAnswer(ports: MatchingPorts, document: StoredDocument, said: Said): Promise<Decided> {
  const { partnerId, ordinal } = document.body;
  const ledger = await ledgerOfOrder(ports.records, partnerId, said.order.number);
  if (!ledger) {
    const message = `the partner has no order ${said.order.number}`;
    return rejectedDocument(ports, document, { code: 'order-unknown', at: 'order number', message });
  }
  if ((ledger.body.answer.ordinal ?? '') >= ordinal) return recordedOnly(document, ledger);
  const { unanswered } = ledger.body.change;
  const change = unanswered === undefined ? undefined : await ports.records.get('order-change', unanswered);
  const about = speaks(said, ordinal, change?.body);
  const { codes, context } = await judgeContext(ports, ledger.body, { partnerId, lines: said.lines });
  const compared =
    about === 'of-change' && change ? withChange(ledger.body, change.body, context.items) : ledger.body;
  const answer =
    'nature' in said ? asAcknowledgement(said, compared, await quantitiesOf(ports, partnerId)) : said;
  const judgement = judgeAnswer(compared, answer, context);
  if (isConflict(judgement)) {
    const message = `${judgement.itemId} cannot be counted in ${judgement.conflict}`;
    const refusal = { code: 'code-unknown', at: 'unit', message, kind: 'pack-conflict' } as const;
    return rejectedDocument(ports, document, refusal);
  }
  const unknown = firstUnknown(codes, codesThatMatter(answer, judgement));
  if (unknown !== undefined) return parkedDocument(ports, document, unknown);
  return decideAnswered(ports, { document, ledger, judgement, about, change: change?.body, answer });
}

const quantitiesOf = async (ports: MatchingPorts, partnerId: string) =>
  (await agreementOf(ports, partnerId))?.changeQuantities ?? 'total';

/** A line found by its number needs no code; a stranger and a substitute do. */
const codesThatMatter = ({ lines }: OrderAcknowledgement, { strangers }: Judgement) =>
  [
    ...strangers.map(({ item }) => item),
    ...lines.flatMap(({ confirmations }) => confirmations.map(({ item }) => item)),
  ].filter((item) => item.length > 0);

const recordedOnly = (document: StoredDocument, { id }: StoredLedger): Decided =>
  atOnce(settledDocument(document, { state: 'applied', purchaseOrderId: id, resultId: id }));
