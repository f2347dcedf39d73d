import type { ExceptionDraft, ExceptionKind } from '#core/canonical/exception.ts';
import type { OrderLedger } from '#core/canonical/order-ledger.ts';
import { answerOverdueCause } from './chase-answers.ts';
import { type ExceptionChanges, exceptionChanges } from './line-exceptions.ts';
import type { LedgerPorts } from './matching-ports.ts';
import { answerExceptions, answerKinds, lineCause } from './rules/answer-exceptions.ts';
import type { Judgement } from './rules/judge-answer.ts';
import { strangersException } from './rules/strangers-exception.ts';

const closedByAnAnswer: readonly ExceptionKind[] = [
  ...answerKinds,
  'supplier-proposes-change',
  'answer-overdue',
];

/** The exceptions an answer opens, few enough for one commit, and those of earlier answers that it makes moot. */
export function openedExceptions(
  ports: Pick<LedgerPorts, 'records' | 'clock'>,
  ledger: OrderLedger,
  { answered, strangers }: Pick<Judgement, 'answered' | 'strangers'>,
  said: {
    readonly partnerDocumentId: string;
    readonly isProposal: boolean;
    readonly others: readonly ExceptionDraft[];
  },
): Promise<ExceptionChanges> {
  const doubtful = ledger.lines.filter(({ answer }) => answer && answer.outcomes[0] !== 'accepted');
  const heard = new Set(answered.map(({ line }) => line.lineNumber));
  const again = doubtful.filter(({ lineNumber }) => heard.has(lineNumber));
  return exceptionChanges(ports, {
    drafts: [
      ...answerExceptions(ledger, answered, said),
      ...strangersException(ledger, strangers, said.partnerDocumentId),
      ...said.others,
    ],
    groupCause: [ledger.id, 'lines'],
    subject: ledger.orderNumber,
    kinds: closedByAnAnswer,
    causes: [
      ...again.map(({ lineNumber }) => lineCause(ledger.id, lineNumber)),
      // One question about many lines is moot once all of them were answered again.
      ...(doubtful.length > 0 && again.length === doubtful.length ? [[ledger.id, 'lines']] : []),
      ...(ledger.answer.documentId === undefined ? [] : [[ledger.id, 'strangers']]),
      ...(ledger.answer.overdueSince === undefined ? [] : [answerOverdueCause(ledger.id)]),
    ],
    because: 'A newer answer of the supplier took its place.',
  });
}
