import type { Redrive, RedriveSelection } from '#core/canonical/dead-letter.ts';
import { runningRedrive } from '#core/canonical/dead-letter.ts';
import type { Actor, CorrelationId } from '#core/kernel/correlation.ts';
import { type Problem, problem } from '#core/kernel/problem.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { DeadLetterPorts } from './ports.ts';

export interface RedriveWish {
  /** The same for every retry of one intent. */
  readonly redriveId: string;
  readonly queue: string;
  readonly selection: RedriveSelection;
  readonly perSecond: number;
  readonly reason: string;
  readonly actor: Actor;
  readonly correlationId: CorrelationId;
  /** Source address, for the audit record. */
  readonly from?: string;
}

export type StartPorts = Pick<DeadLetterPorts, 'records' | 'queues' | 'clock'>;

/**
 * Begin to send dead letters of one queue back to where they came from.
 * 1. The queue is one of ours and something works it.
 * 2. One redrive at a time works on a queue: another one waits its turn.
 * 3. Commit the redrive with the event that sets it to work, and who wanted it and why.
 * The same wish again answers what it began. Problems: `not-found` for a queue we do not have, `state-not-allowed`
 * where nothing works the queue or a redrive of it runs.
 */
export async function startRedrive(
  { records, queues, clock }: StartPorts,
  wish: RedriveWish,
): Promise<Result<StoredRecord<'redrive'>>> {
  const { redriveId: id, queue, reason, actor, correlationId, from } = wish;
  const known = queues.all().find(({ name }) => name === queue);
  if (!known) return fail(problem('not-found', `There is no queue ${queue}.`));
  if (!known.consumer) {
    const detail = `Nothing works the queue ${queue}: what is in it can only be discarded.`;
    return fail(problem('state-not-allowed', detail));
  }
  const before = await records.get('redrive', id);
  if (before) return ok(before);
  const committed = await records.commit({
    changes: [
      {
        type: 'redrive',
        id,
        expect: 'absent',
        body: begun(wish, clock.now()),
        events: [{ name: 'redrive-started', data: { redriveId: id, queue } }],
      },
    ],
    correlationId,
    audit: {
      actor,
      action: 'start-redrive',
      target: { type: 'redrive', id },
      reason,
      ...(from === undefined ? {} : { from }),
    },
  });
  const stored = await records.get('redrive', id);
  if (stored) return ok(stored);
  return committed.ok
    ? fail(problem('temporarily-unavailable', 'The redrive cannot be read back.'))
    : fail(await whyNot(records, queue, committed.problem));
}

const begun = (
  { redriveId: id, queue, selection, perSecond, reason, actor }: RedriveWish,
  now: string,
): Redrive => ({
  id,
  queue,
  selection,
  perSecond,
  state: 'running',
  startedBy: actor.id,
  startedAt: now,
  reason,
  counts: { sent: 0, skipped: 0, failed: 0 },
});

/** While it runs a redrive is known by its queue, and two cannot be known by the same. */
async function whyNot(records: StartPorts['records'], queue: string, refusal: Problem): Promise<Problem> {
  if (refusal.code !== 'identifier-taken') return refusal;
  const running = await records.findByIdentifier('redrive', runningRedrive(queue));
  const detail = `The redrive ${running?.id ?? ''} of ${queue} runs; wait for its end or cancel it.`;
  return problem('state-not-allowed', detail);
}
