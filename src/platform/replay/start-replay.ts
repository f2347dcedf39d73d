import { type Replay, type ReplaySelection, runningReplay } from '#core/canonical/replay.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { Actor, CorrelationId } from '#core/kernel/correlation.ts';
import type { Instant } from '#core/kernel/dates.ts';
import { type Problem, problem } from '#core/kernel/problem.ts';
import type { Records, StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { planReplay } from './plan-replay.ts';

export interface ReplayWish {
  /** The same for every retry of one intent. */
  readonly replayId: string;
  readonly consumer: string;
  readonly selection: ReplaySelection;
  readonly perSecond: number;
  readonly reason: string;
  readonly actor: Actor;
  readonly correlationId: CorrelationId;
  /** Source address, for the audit record. */
  readonly from?: string;
}

/**
 * Begin to send chosen events to one consumer again.
 * 1. Check the selection: the consumer hears what is chosen, and the time is one that can be gone through.
 * 2. One replay at a time of a consumer: two would mix the order of its events.
 * 3. Fix the end of the time: what comes later, also because of the replay, is not part of it.
 * 4. Commit the replay with the event that sets it to work, and who wanted it and why.
 * The same wish again answers what it began. Problems: those of `planReplay`, `state-not-allowed` while another one
 * of this consumer runs.
 */
export async function startReplay(
  { records, clock }: { readonly records: Records; readonly clock: Clock },
  wish: ReplayWish,
): Promise<Result<StoredRecord<'replay'>>> {
  const { replayId: id, consumer, reason, actor, correlationId, from } = wish;
  const before = await records.get('replay', id);
  if (before) return ok(before);
  const now = clock.now();
  const plan = planReplay(consumer, wish.selection, now);
  if (!plan.ok) return plan;
  const committed = await records.commit({
    changes: [
      {
        type: 'replay',
        id,
        expect: 'absent',
        body: begun(wish, plan.value.to, now),
        events: [{ name: 'replay-started', data: { replayId: id, consumer } }],
      },
    ],
    correlationId,
    audit: {
      actor,
      action: 'start-replay',
      target: { type: 'replay', id },
      reason,
      ...(from === undefined ? {} : { from }),
    },
  });
  const stored = await records.get('replay', id);
  if (stored) return ok(stored);
  return committed.ok
    ? fail(problem('temporarily-unavailable', 'The replay cannot be read back.'))
    : fail(await whyNot(records, consumer, committed.problem));
}

const begun = (
  { replayId: id, consumer, selection, perSecond, reason, actor }: ReplayWish,
  to: Instant,
  startedAt: Instant,
): Replay => ({
  ...{ id, consumer, selection: { ...selection, to }, perSecond, state: 'running' },
  ...{ startedBy: actor.id, startedAt, reason, counts: { read: 0, sent: 0, skipped: 0 } },
});

/** Two that run cannot be known by the same consumer. */
async function whyNot(
  records: Pick<Records, 'findByIdentifier'>,
  consumer: string,
  refusal: Problem,
): Promise<Problem> {
  if (refusal.code !== 'identifier-taken') return refusal;
  const running = await records.findByIdentifier('replay', runningReplay(consumer));
  const detail = `The replay ${running?.id ?? ''} to ${consumer} runs; wait for its end or cancel it.`;
  return problem('state-not-allowed', detail);
}
