import type { DeadLetter } from '#core/canonical/dead-letter.ts';
import type { Exception, ExceptionOwner } from '#core/canonical/exception.ts';
import type { AnyChange, StoredRecord } from '#core/kernel/records.ts';
import type { Result } from '#core/kernel/result.ts';
import { type Settlement, type SettlePorts, settleDeadLetter } from './settle-dead-letter.ts';

/** What is said of the exception that a dead letter becomes. */
export interface LetterException {
  readonly kind: 'dead-letter';
  readonly cause: readonly string[];
  readonly title: string;
  readonly about: Exception['about'];
  readonly evidence: Exception['evidence'];
}

export interface MovePorts extends SettlePorts {
  /** The change that opens an exception; undefined when it stands open already and says the same. */
  readonly exceptionChange: (draft: LetterException) => Promise<AnyChange | undefined>;
  readonly exceptionIdOf: (draft: Pick<LetterException, 'kind' | 'cause'>) => string;
}

export interface Move extends Settlement {
  /** Who decides about it. */
  readonly owner: ExceptionOwner;
  readonly title: string;
}

/**
 * Make an exception of a dead letter: its owner decides what is done instead of working the message.
 * 1. Say what the message carried and why it died, with the way to it.
 * 2. Commit the exception, the settled dead letter and who did it and why, together.
 * Problems as for settling.
 */
export const moveDeadLetter = (ports: MovePorts, move: Move): Promise<Result<StoredRecord<'dead-letter'>>> =>
  settleDeadLetter(ports, 'move-dead-letter', move, async (letter, settled) => {
    const draft = draftOf(letter, move.title);
    const change = await ports.exceptionChange(draft);
    const exceptionId = ports.exceptionIdOf(draft);
    return {
      letter: { ...letter, state: 'moved', settled: { ...settled, exceptionId } },
      others: change ? [ownedBy(change, move.owner)] : [],
    };
  });

const draftOf = (letter: DeadLetter, title: string): LetterException => ({
  kind: 'dead-letter',
  cause: [letter.id],
  title,
  about: { deadLetterId: letter.id, ...recordOf(letter) },
  evidence: [
    { what: 'message', received: `${letter.carries.name} in ${letter.queue}`.slice(0, 300) },
    { what: 'died of', received: `${letter.died.class}: ${letter.died.detail}`.slice(0, 300) },
    { what: 'came back', received: `${letter.returns} times` },
  ],
});

/** The record it was about, where an exception can name one of its kind. */
function recordOf({ carries: { recordType, recordId } }: DeadLetter): Exception['about'] {
  if (recordId === undefined) return {};
  switch (recordType) {
    case 'purchase-order':
    case 'order-ledger':
      return { purchaseOrderId: recordId };
    case 'partner-document':
      return { partnerDocumentId: recordId };
    case 'interchange':
      return { interchangeId: recordId };
    case 'invoice':
      return { invoiceId: recordId };
    case 'goods-receipt':
      return { goodsReceiptId: recordId };
    case 'order-change':
      return { orderChangeId: recordId };
    case 'cross-reference':
      return { crossReferenceId: recordId };
    default:
      return {};
  }
}

/** Whoever moves it says who decides; the rules of the kind know the message only. */
function ownedBy(change: AnyChange, owner: ExceptionOwner): AnyChange {
  if (change.type !== 'exception') return change;
  const events = change.events?.map((event) =>
    event.name === 'exception-opened' ? { ...event, data: { ...event.data, owner } } : event,
  );
  return { ...change, body: { ...change.body, owner }, ...(events ? { events } : {}) };
}
