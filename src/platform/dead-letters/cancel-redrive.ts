import type { Actor, CorrelationId } from '#core/kernel/correlation.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { problem } from '#core/kernel/problem.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { DeadLetterPorts } from './ports.ts';
import { finishedEvent } from './tell.ts';

export interface CancelWish {
  readonly redriveId: string;
  readonly actor: Actor;
  readonly correlationId: CorrelationId;
  readonly from?: string;
}

/**
 * Stop a running redrive: its worker sees it before the next messages it would send. What was sent stays sent.
 * Cancelled already is answered as it is. Problems: `not-found`, `state-not-allowed` once it is through.
 */
export const cancelRedrive = (
  { records, clock }: Pick<DeadLetterPorts, 'records' | 'clock'>,
  { redriveId: id, actor, correlationId, from }: CancelWish,
): Promise<Result<StoredRecord<'redrive'>>> =>
  decideAgain(async () => {
    const stored = await records.get('redrive', id);
    if (!stored) return fail(problem('not-found', `There is no redrive ${id}.`));
    if (stored.body.state === 'cancelled') return ok(stored);
    if (stored.body.state !== 'running')
      return fail(problem('state-not-allowed', `The redrive ${id} is ${stored.body.state} already.`));
    const { leaseUntil: _worker, ...rest } = stored.body;
    const body = { ...rest, state: 'cancelled', cancelledBy: actor.id, finishedAt: clock.now() } as const;
    const committed = await records.commit({
      changes: [{ type: 'redrive', id, expect: stored.version, body, events: [finishedEvent(body)] }],
      correlationId: stored.correlationId,
      causationId: correlationId,
      audit: {
        actor,
        action: 'cancel-redrive',
        target: { type: 'redrive', id },
        ...(from === undefined ? {} : { from }),
      },
    });
    if (!committed.ok) return committed;
    const after = await records.get('redrive', id);
    return after ? ok(after) : fail(problem('not-found', `There is no redrive ${id}.`));
  });
