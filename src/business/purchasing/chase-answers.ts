import type { ExceptionDraft } from '#core/canonical/exception.ts';
import type { OrderLedger } from '#core/canonical/order-ledger.ts';
import type { AnyChange, StoredRecord } from '#core/kernel/records.ts';
import { type Failure, ok, type Result } from '#core/kernel/result.ts';
import { exceptionChange, type OpenPorts } from '../exceptions/open-exception.ts';
import type { ExceptionPorts } from '../exceptions/ports.ts';
import { listAll } from '../replenishment/list-all.ts';

/** As many as one sweep looks at; the next one is a minute away. */
const MOST_A_SWEEP = 200;

/**
 * Find the orders whose supplier did not answer in time, and say so once.
 * 1. Read those that owe an answer, the earliest due first, until one that has time left.
 * 2. Commit that each is overdue, which takes it off the list, with its event and the buyer's exception.
 * One that changed in the same moment is left to the next sweep; one that cannot be committed keeps no other from
 * being found. Answers how many were found, or the first problem.
 */
export async function chaseAnswers(ports: ExceptionPorts): Promise<Result<{ readonly overdue: number }>> {
  const now = ports.clock.now();
  const late: StoredRecord<'order-ledger'>[] = [];
  for await (const ledger of listAll(ports.records, 'order-ledger', 'answers-due')) {
    if ((ledger.body.answer.dueAt ?? now) > now || late.length === MOST_A_SWEEP) break;
    late.push(ledger);
  }
  let overdue = 0;
  let stuck: Failure | undefined;
  for (const ledger of late) {
    const committed = await ports.records.commit({
      changes: await overdueChanges(ports, ledger, now),
      correlationId: ledger.correlationId,
    });
    if (committed.ok) overdue += 1;
    else if (committed.problem.code !== 'record-changed') stuck ??= committed;
  }
  return stuck ?? ok({ overdue });
}

async function overdueChanges(
  ports: OpenPorts,
  { id, version, body }: StoredRecord<'order-ledger'>,
  now: string,
): Promise<AnyChange[]> {
  const exception = await exceptionChange(ports, answerOverdue(body));
  const data = { purchaseOrderId: id, dueAt: body.answer.dueAt ?? now };
  return [
    {
      type: 'order-ledger',
      id,
      expect: version,
      body: { ...body, answer: { ...body.answer, overdueSince: now } },
      events: [{ name: 'order-answer-overdue', data }],
    },
    ...(exception ? [exception] : []),
  ];
}

/** What tells an order's overdue answer from another's: its order alone, so that a longer wait opens it again. */
export const answerOverdueCause = (purchaseOrderId: string): readonly string[] => [purchaseOrderId];

function answerOverdue({
  id,
  supplierId,
  partnerId,
  orderNumber,
  answer,
  change,
  told,
}: OrderLedger): ExceptionDraft {
  const what = change.unanswered === undefined ? 'order' : 'the change of order';
  return {
    kind: 'answer-overdue',
    cause: answerOverdueCause(id),
    title: `${supplierId} has not answered ${what} ${orderNumber} in time.`.slice(0, 300),
    about: {
      purchaseOrderId: id,
      supplierId,
      orderNumber,
      ...(partnerId === undefined ? {} : { partnerId }),
      ...(change.unanswered === undefined ? {} : { orderChangeId: change.unanswered }),
    },
    evidence: [
      {
        what: 'answer',
        expected: `by ${answer.dueAt ?? ''}`,
        received: answer.state === 'held' ? 'held' : 'none',
      },
      ...(told === undefined ? [] : [{ what: 'sent', received: `${told.at}, ${told.delivery}` }]),
    ],
  };
}
