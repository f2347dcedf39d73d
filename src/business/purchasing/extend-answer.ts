import { decideAgain } from '#core/kernel/decide-again.ts';
import { problem } from '#core/kernel/problem.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { LedgerPorts } from './matching-ports.ts';
import { agreementOf } from './partner-of-supplier.ts';

const WITHOUT_AGREEMENT_HOURS = 24;

/**
 * Give a supplier its whole time to answer an order once more, from the decision on. What was answered meanwhile
 * stays. Problem: `not-found` when the exception is about no order.
 */
export const extendAnswer = (
  ports: LedgerPorts,
  exception: StoredRecord<'exception'>,
): Promise<Result<void>> =>
  decideAgain(async () => {
    const { about, resolution } = exception.body;
    const ledger = await ports.records.get('order-ledger', about.purchaseOrderId ?? '');
    if (!ledger) return fail(problem('not-found', `Exception ${exception.id} is about no order we know.`));
    const { state, overdueSince: _overdue, ...answer } = ledger.body.answer;
    if (state !== 'awaiting' && state !== 'held') return ok(undefined);
    const { partnerId } = ledger.body;
    const agreement = partnerId === undefined ? undefined : await agreementOf(ports, partnerId);
    const hours = agreement?.answerWithinHours ?? WITHOUT_AGREEMENT_HOURS;
    const from = resolution?.at ?? ports.clock.now();
    const dueAt = new Date(Date.parse(from) + hours * 3_600_000).toISOString();
    if (_overdue === undefined && ledger.body.answer.dueAt === dueAt) return ok(undefined);
    return ports.records.commit({
      changes: [
        {
          type: 'order-ledger',
          id: ledger.id,
          expect: ledger.version,
          body: { ...ledger.body, answer: { ...answer, state, dueAt } },
        },
      ],
      correlationId: ledger.correlationId,
      causationId: exception.id,
    });
  });
