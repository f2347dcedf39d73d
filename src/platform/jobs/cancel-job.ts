import type { Clock } from '#core/kernel/clock.ts';
import type { Actor, CorrelationId } from '#core/kernel/correlation.ts';
import type { Instant } from '#core/kernel/dates.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { problem } from '#core/kernel/problem.ts';
import type { AnyChange, Records, StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { JobType } from './running-jobs.ts';

export interface JobPorts {
  readonly records: Records;
  readonly clock: Clock;
}

export interface CancelWish {
  readonly actor: Actor;
  readonly correlationId: CorrelationId;
  /** Source address, where there is one. */
  readonly from?: string;
}

/** What a job says of itself once somebody stopped it. */
export interface Cancelled {
  readonly state: 'cancelled';
  readonly cancelledBy: string;
  readonly finishedAt: Instant;
}

/**
 * Stop a running job: its worker sees it when it next looks. What it did stays done. Cancelled already is answered as it
 * is. `changeOf` puts the record together that says so. Problems: `not-found`, `state-not-allowed` once it is through.
 */
export const cancelJob = <T extends JobType>(
  { records, clock }: JobPorts,
  { type, id, action }: { readonly type: T; readonly id: string; readonly action: string },
  { actor, correlationId, from }: CancelWish,
  changeOf: (stored: StoredRecord<T>, cancelled: Cancelled) => AnyChange,
): Promise<Result<StoredRecord<T>>> =>
  decideAgain(async () => {
    const unknown = problem('not-found', `There is no ${type} ${id}.`);
    const stored = await records.get(type, id);
    if (!stored) return fail(unknown);
    if (stored.body.state === 'cancelled') return ok(stored);
    if (stored.body.state !== 'running')
      return fail(problem('state-not-allowed', `The ${type} ${id} is ${stored.body.state} already.`));
    const cancelled = { state: 'cancelled', cancelledBy: actor.id, finishedAt: clock.now() } as const;
    const committed = await records.commit({
      changes: [changeOf(stored, cancelled)],
      correlationId: stored.correlationId,
      causationId: correlationId,
      audit: {
        actor,
        action,
        target: { type, id },
        ...(from === undefined ? {} : { from }),
      },
    });
    if (!committed.ok) return committed;
    const after = await records.get(type, id);
    return after ? ok(after) : fail(unknown);
  });
