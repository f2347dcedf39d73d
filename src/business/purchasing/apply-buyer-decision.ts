import type { ExceptionDraft } from '#core/canonical/exception.ts';
import type { OrderChangeRecord, OrderLedger } from '#core/canonical/order-ledger.ts';
import type { CorrelationId } from '#core/kernel/correlation.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { derivedId } from '#core/kernel/identifiers.ts';
import { canonicalJson } from '#core/kernel/json.ts';
import { problem } from '#core/kernel/problem.ts';
import type { AnyChange, StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { exceptionChange } from '../exceptions/open-exception.ts';
import type { LedgerPorts } from './matching-ports.ts';
import { agreementOf } from './partner-of-supplier.ts';
import { recordedChange } from './record-change.ts';
import { promisedFor } from './rules/answered-ledger.ts';
import { type Decision, decisionOf } from './rules/buyer-decision.ts';
import { answerDueAt } from './rules/new-ledger.ts';
import { changeNotPossible, onTheirWay } from './rules/too-late.ts';

type StoredException = StoredRecord<'exception'>;

/**
 * Carry out what a buyer decided about an order.
 * 1. Accept, counter or cancel a line; other decisions, and exceptions about no order, are not ours.
 * 2. What is to be told comes to nothing for goods that are on their way, and for lines whose last change is
 *    unanswered: the buyer is told so.
 * 3. Commit the change for the system of record, for the supplier or both, and the promises that were accepted.
 * The same decision finds its own change. Problems: `not-found` when there is no such exception.
 */
export const applyBuyerDecision = (
  ports: LedgerPorts,
  input: { readonly exceptionId: string; readonly correlationId: CorrelationId },
): Promise<Result<void>> =>
  decideAgain(async () => {
    const { records } = ports;
    const exception = await records.get('exception', input.exceptionId);
    if (!exception) return fail(problem('not-found', `There is no exception ${input.exceptionId}.`));
    const { about } = exception.body;
    const stored =
      about.purchaseOrderId === undefined
        ? undefined
        : await records.get('order-ledger', about.purchaseOrderId);
    if (!stored || (await records.get('order-change', changeIdOf(stored.id, exception))))
      return ok(undefined);
    const changes = await carriedOut(ports, exception, stored);
    if (changes.length === 0) return ok(undefined);
    const { correlationId } = stored;
    return records.commit({ changes, correlationId, causationId: input.correlationId });
  });

/** One change a decision: opened again and decided again, it is another. */
const changeIdOf = (orderId: string, { id, body }: StoredException): string =>
  derivedId('oc', orderId, id, String(body.reopened));

async function carriedOut(
  ports: LedgerPorts,
  exception: StoredException,
  { id, version, body }: StoredRecord<'order-ledger'>,
): Promise<readonly AnyChange[]> {
  const decision = decisionOf(body, exception.body);
  const refused = decision.tells ? await notPossible(ports, body, decision) : undefined;
  if (refused) {
    const change = await exceptionChange(ports, refused);
    return change ? [change] : [];
  }
  const change = decision.lines.length > 0 ? await changeFor(ports, body, exception, decision) : undefined;
  const promised = withPromises(body, decision);
  const ledger = change ? await withChangeNoted(ports, promised, change, decision) : promised;
  if (canonicalJson(ledger) === canonicalJson(body)) return [];
  return [
    { type: 'order-ledger', id, expect: version, body: ledger },
    ...(change ? [recordedChange(change)] : []),
  ];
}

/** Why the supplier cannot be asked: its goods left, or it still owes an answer about the same line (S12). */
async function notPossible(
  { records }: LedgerPorts,
  ledger: OrderLedger,
  { lines }: Decision,
): Promise<ExceptionDraft | undefined> {
  const { tooLate } = onTheirWay(ledger, lines);
  if (tooLate.length > 0) return changeNotPossible(ledger, tooLate);
  const { unanswered } = ledger.change;
  const open = unanswered === undefined ? undefined : await records.get('order-change', unanswered);
  const twice = lines.filter((line) =>
    open?.body.lines.some(({ lineNumber }) => lineNumber === line.lineNumber),
  );
  if (!open || twice.length === 0) return undefined;
  const title = `The supplier has not answered change ${open.body.sequence} of ${ledger.orderNumber} yet.`;
  return { ...changeNotPossible(ledger, twice), cause: [ledger.id, 'unanswered', open.id], title };
}

async function changeFor(
  ports: LedgerPorts,
  ledger: OrderLedger,
  exception: StoredException,
  { lines, posts, tells }: Decision,
): Promise<OrderChangeRecord> {
  const { resolution } = exception.body;
  return {
    id: changeIdOf(ledger.id, exception),
    purchaseOrderId: ledger.id,
    sequence: ledger.change.sequence + 1,
    origin: 'buyer',
    reason: resolution?.reason || 'Decided by the buyer.',
    exceptionId: exception.id,
    system: ledger.system,
    lines: [...lines],
    posting: posts ? 'requested' : 'none',
    telling: tells && (await isSent(ports, ledger)) ? 'requested' : 'none',
    requestedAt: ports.clock.now(),
  };
}

/** Whether changes are sent to the partner; one that uses the API sees them there. */
async function isSent(ports: LedgerPorts, { channel, partnerId }: OrderLedger): Promise<boolean> {
  if (channel !== 'edi' || partnerId === undefined) return false;
  const agreement = await agreementOf(ports, partnerId);
  return agreement?.documents.send.includes('order-change') ?? false;
}

const withPromises = (ledger: OrderLedger, { promises }: Decision): OrderLedger => ({
  ...ledger,
  lines: ledger.lines.map((line) => {
    const date = promises.get(line.lineNumber);
    return date === undefined ? line : { ...line, ...promisedFor(line, date) };
  }),
});

async function withChangeNoted(
  ports: LedgerPorts,
  ledger: OrderLedger,
  { id, sequence, requestedAt }: OrderChangeRecord,
  { tells }: Decision,
): Promise<OrderLedger> {
  const { partnerId, channel, change } = ledger;
  const agreement = partnerId === undefined ? undefined : await agreementOf(ports, partnerId);
  if (!tells || !agreement || channel === 'none') return { ...ledger, change: { ...change, sequence } };
  const { overdueSince: _again, ...answer } = ledger.answer;
  const dueAt = answerDueAt(requestedAt, agreement);
  return {
    ...ledger,
    change: { sequence, unanswered: id },
    answer: { ...answer, state: 'awaiting', dueAt },
  };
}
