import type { ExceptionKind } from '#core/canonical/exception.ts';
import type { OrderLedger } from '#core/canonical/order-ledger.ts';
import type { AnyChange } from '#core/kernel/records.ts';
import { type ExceptionDraft, exceptionChange, exceptionIdOf } from '../exceptions/open-exception.ts';
import type { LedgerPorts } from './matching-ports.ts';
import { inSlices, mootExceptions } from './moot-exceptions.ts';
import { answerExceptions, answerKinds, lineCause } from './rules/answer-exceptions.ts';
import { groupDrafts } from './rules/group-drafts.ts';
import type { Judgement } from './rules/judge-answer.ts';
import { strangersException } from './rules/strangers-exception.ts';

export interface ExceptionChanges {
  readonly opened: readonly AnyChange[];
  /** What is moot now, in slices for commits of their own. */
  readonly closed: readonly (readonly AnyChange[])[];
}

const closedByAnAnswer: readonly ExceptionKind[] = [...answerKinds, 'supplier-proposes-change'];

/** The exceptions an answer opens, few enough for one commit, and those of earlier answers that it makes moot. */
export async function openedExceptions(
  ports: Pick<LedgerPorts, 'records' | 'clock'>,
  ledger: OrderLedger,
  { answered, strangers }: Judgement,
  documentId: string,
): Promise<ExceptionChanges> {
  const drafts: readonly ExceptionDraft[] = [
    ...answerExceptions(ledger, answered, documentId),
    ...strangersException(ledger, strangers, documentId),
  ];
  const few = groupDrafts(drafts, groupCause(ledger.id), ledger.orderNumber);
  const opened: AnyChange[] = [];
  for (const draft of few) {
    const change = await exceptionChange(ports, draft);
    if (change) opened.push(change);
  }
  const doubtful = answered.filter(({ line }) => line.answer && line.answer.outcomes[0] !== 'accepted');
  const hadDoubts = ledger.lines.some(({ answer }) => answer && answer.outcomes[0] !== 'accepted');
  const closed = await mootExceptions(ports, {
    kinds: closedByAnAnswer,
    causes: [
      ...doubtful.map(({ line }) => lineCause(ledger.id, line.lineNumber)),
      ...(hadDoubts ? [groupCause(ledger.id), strangersCause(ledger.id)] : []),
    ],
    stillOpen: new Set(few.map(exceptionIdOf)),
    because: 'A newer answer of the supplier took its place.',
  });
  return { opened, closed: inSlices(closed) };
}

const groupCause = (purchaseOrderId: string): readonly string[] => [purchaseOrderId, 'lines'];
const strangersCause = (purchaseOrderId: string): readonly string[] => [purchaseOrderId, 'strangers'];
