import type { OrderAcknowledgement } from '#core/canonical/order-acknowledgement.ts';
import type { OrderChangeRecord, OrderLedger } from '#core/canonical/order-ledger.ts';
import { derivedId } from '#core/kernel/identifiers.ts';
import type { AnyChange, StoredRecord } from '#core/kernel/records.ts';
import { openedExceptions } from './answer-exception-changes.ts';
import { ledgerCommits } from './commits.ts';
import type { MatchingPorts } from './matching-ports.ts';
import { agreementOf } from './partner-of-supplier.ts';
import type { Decided, StoredDocument } from './received-document.ts';
import { recordedChange } from './record-change.ts';
import { agreedChanges } from './rules/agreed-changes.ts';
import { answeredLedger } from './rules/answered-ledger.ts';
import type { Speaks } from './rules/change-answer.ts';
import type { Judgement } from './rules/judge-answer.ts';
import { consequencesOf } from './rules/judgement-consequences.ts';
import { answerDueAt } from './rules/new-ledger.ts';
import type { ChangedLine } from './rules/order-differences.ts';
import { settledDocument } from './settle-document.ts';

/** A document that was understood, and held against its order. */
export interface AnswerCase {
  readonly document: StoredDocument;
  readonly ledger: StoredRecord<'order-ledger'>;
  readonly answer: OrderAcknowledgement;
  readonly judgement: Judgement;
  readonly about: Speaks;
  /** The change that is unanswered so far. */
  readonly change: OrderChangeRecord | undefined;
}

/** Everything an understood answer changes: the ledger, the order in its system, exceptions old and new. */
export async function decideAnswered(ports: MatchingPorts, answered: AnswerCase): Promise<Decided> {
  const { document, ledger: stored, about } = answered;
  const { ordinal, at } = document.body;
  const { answered: lines, strangers, refusals, settlesChange } = consequencesOf(answered);
  const before = settlesChange ? withoutUnanswered(stored.body) : stored.body;
  const agreement = await agreementOf(ports, document.body.partnerId);
  const dueAt = agreement && answerDueAt(at, agreement);
  const ledger = answeredLedger(before, lines, { documentId: document.id, ordinal, at, dueAt });
  const agreed = agreedChanges(stored.body, lines);
  const change = agreed.length > 0 ? agreedChange(ports, stored.body, document, agreed) : undefined;
  const { opened, closed } = await openedExceptions(
    ports,
    stored.body,
    { answered: lines, strangers },
    { partnerDocumentId: document.id, isProposal: about === 'of-wish', others: refusals },
  );
  const { id } = stored;
  const data = { purchaseOrderId: id, partnerDocumentId: document.id, state: ledger.answer.state };
  const after = change ? { ...ledger, change: { ...ledger.change, sequence: change.sequence } } : ledger;
  const moved = (expect: number): readonly AnyChange[] => [
    { type: 'order-ledger', id, expect, body: after, events: [{ name: 'order-acknowledged', data }] },
    settledDocument(document, { state: 'applied', purchaseOrderId: id, resultId: id }),
    ...(change ? [recordedChange(change)] : []),
    ...opened,
  ];
  return { commits: ledgerCommits(stored, closed, moved) };
}

const withoutUnanswered = ({ change: { sequence }, ...ledger }: OrderLedger): OrderLedger => ({
  ...ledger,
  change: { sequence },
});

/** What the order becomes in its system, where lines differ and yet were accepted. */
const agreedChange = (
  { clock }: MatchingPorts,
  { id, system, change: { sequence } }: OrderLedger,
  { id: documentId }: StoredDocument,
  lines: readonly ChangedLine[],
): OrderChangeRecord => ({
  id: derivedId('oc', id, documentId),
  purchaseOrderId: id,
  sequence: sequence + 1,
  origin: 'supplier',
  reason: 'The supplier confirmed it so, within what was agreed.',
  documentId,
  system,
  lines: [...lines],
  posting: 'requested',
  telling: 'none',
  requestedAt: clock.now(),
});
