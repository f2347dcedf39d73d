import { listAll } from '#business/replenishment/list-all.ts';
import { type Exception, remindAt } from '#core/canonical/exception.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import { type Failure, ok, type Result } from '#core/kernel/result.ts';
import type { ExceptionPorts } from './ports.ts';

/** As many as one sweep looks at; the next one is a minute away. */
const MOST_A_SWEEP = 500;

/**
 * Remind of exceptions four hours before they are due, and escalate those that are.
 * 1. Read those with something to do, the earliest first, until one that has time left.
 * 2. Commit that each was reminded of or escalated, with its event. What is escalated leaves the list.
 * One that changed in the same moment is left to the next sweep; one that cannot be committed keeps no other from
 * being looked at. Answers how many of each, or the first problem.
 */
export async function escalateExceptions({
  records,
  clock,
}: ExceptionPorts): Promise<Result<{ readonly reminded: number; readonly escalated: number }>> {
  const now = clock.now();
  const due: StoredRecord<'exception'>[] = [];
  for await (const stored of listAll(records, 'exception', 'exceptions-due')) {
    const { dueAt, remindedAt } = stored.body;
    if (remindAt(dueAt, remindedAt) > now || due.length === MOST_A_SWEEP) break;
    due.push(stored);
  }
  const done = { reminded: 0, escalated: 0 };
  let stuck: Failure | undefined;
  for (const { id, version, body, correlationId } of due) {
    if (body.state === 'resolved' || body.escalatedAt !== undefined) continue;
    const what = body.dueAt <= now ? 'escalated' : 'reminded';
    const committed = await records.commit({
      changes: [
        {
          type: 'exception',
          id,
          expect: version,
          body: marked(body, what, now),
          events: [{ name: 'exception-changed', data: { exceptionId: id, what } }],
        },
      ],
      correlationId,
    });
    if (committed.ok) done[what] += 1;
    else if (committed.problem.code !== 'record-changed') stuck ??= committed;
  }
  return stuck ?? ok(done);
}

const marked = (exception: Exception, what: 'reminded' | 'escalated', now: string): Exception =>
  what === 'reminded'
    ? { ...exception, remindedAt: now }
    : { ...exception, remindedAt: exception.remindedAt ?? now, escalatedAt: now };
