import type { Replay } from '#core/canonical/replay.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { Actor, CorrelationId } from '#core/kernel/correlation.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { problem } from '#core/kernel/problem.ts';
import type { Records, StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { EventDraft } from '#events/catalogue.ts';

export interface CancelReplay {
  readonly replayId: string;
  readonly actor: Actor;
  readonly correlationId: CorrelationId;
  readonly from?: string;
}

/**
 * Stop a running replay: its worker finds out when it next notes how far it is. What was sent stays sent. Cancelled
 * already is answered as it is. Problems: `not-found`, `state-not-allowed` once it is through.
 */
export const cancelReplay = (
  { records, clock }: { readonly records: Records; readonly clock: Clock },
  { replayId: id, actor, correlationId, from }: CancelReplay,
): Promise<Result<StoredRecord<'replay'>>> =>
  decideAgain(async () => {
    const stored = await records.get('replay', id);
    if (!stored) return fail(problem('not-found', `There is no replay ${id}.`));
    if (stored.body.state === 'cancelled') return ok(stored);
    if (stored.body.state !== 'running') {
      return fail(problem('state-not-allowed', `The replay ${id} is ${stored.body.state} already.`));
    }
    const { leaseUntil: _worker, ...rest } = stored.body;
    const body = { ...rest, state: 'cancelled', cancelledBy: actor.id, finishedAt: clock.now() } as const;
    const committed = await records.commit({
      changes: [{ type: 'replay', id, expect: stored.version, body, events: [finishedEvent(body)] }],
      correlationId: stored.correlationId,
      causationId: correlationId,
      audit: {
        actor,
        action: 'cancel-replay',
        target: { type: 'replay', id },
        ...(from === undefined ? {} : { from }),
      },
    });
    if (!committed.ok) return committed;
    const after = await records.get('replay', id);
    return after ? ok(after) : fail(problem('not-found', `There is no replay ${id}.`));
  });

/** What is told when a replay is over. */
export const finishedEvent = ({ id, consumer, state, counts: { sent } }: Replay): EventDraft => ({
  name: 'replay-finished',
  data: { replayId: id, consumer, state, sent },
});
