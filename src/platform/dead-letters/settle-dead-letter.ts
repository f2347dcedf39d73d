import type { DeadLetter } from '#core/canonical/dead-letter.ts';
import type { Actor, CorrelationId } from '#core/kernel/correlation.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { type Problem, problem } from '#core/kernel/problem.ts';
import type { AnyChange, Records, StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { DeadLetterPorts } from './ports.ts';
import { settledEvent } from './tell.ts';

export type SettlePorts = Pick<DeadLetterPorts, 'records' | 'clock'>;

/** What somebody decided about a dead letter. */
export interface Settlement {
  readonly deadLetterId: string;
  /** The version it was decided on. */
  readonly expectedVersion: number;
  readonly reason: string;
  readonly actor: Actor;
  readonly correlationId: CorrelationId;
  readonly from?: string;
}

export interface Settled {
  readonly letter: DeadLetter;
  /** Committed with it. */
  readonly others: readonly AnyChange[];
}

/**
 * Settle a dead letter that waits, as somebody decided, with the audit record in one commit. Its message is deleted
 * when the queue is looked through next; its content stays. Problems: `not-found`, `version-stale`,
 * `state-not-allowed` when it waits no longer or a redrive has it in hand.
 */
export const settleDeadLetter = (
  { records, clock }: SettlePorts,
  action: 'discard-dead-letter' | 'move-dead-letter',
  settlement: Settlement,
  settle: (letter: DeadLetter, settled: NonNullable<DeadLetter['settled']>) => Promise<Settled>,
): Promise<Result<StoredRecord<'dead-letter'>>> =>
  decideAgain(async () => {
    const { deadLetterId: id, expectedVersion, reason, actor, correlationId, from } = settlement;
    const stored = await records.get('dead-letter', id);
    if (!stored) return fail(notThere(id));
    if (stored.version !== expectedVersion) {
      const detail = `You decided on version ${expectedVersion}; it is ${stored.version} now.`;
      return fail(problem('version-stale', detail));
    }
    const refused = await mayNot(records, stored.body);
    if (refused) return fail(refused);
    const { letter, others } = await settle(stored.body, { by: actor.id, at: clock.now(), reason });
    const committed = await records.commit({
      changes: [
        { type: 'dead-letter', id, expect: stored.version, body: letter, events: [settledEvent(letter)] },
        ...others,
      ],
      correlationId: stored.correlationId,
      causationId: correlationId,
      audit: {
        actor,
        action,
        target: { type: 'dead-letter', id },
        reason,
        ...(from === undefined ? {} : { from }),
      },
    });
    if (!committed.ok) return committed;
    const after = await records.get('dead-letter', id);
    return after ? ok(after) : fail(notThere(id));
  });

async function mayNot(
  records: Pick<Records, 'get'>,
  { id, state, redrives }: DeadLetter,
): Promise<Problem | undefined> {
  if (state !== 'waiting')
    return problem('state-not-allowed', `The dead letter ${id} waits no longer: it is ${state}.`);
  const last = redrives.at(-1);
  const redrive = last && (await records.get('redrive', last.redriveId));
  if (redrive?.body.state !== 'running') return undefined;
  return problem('state-not-allowed', `The redrive ${redrive.id} has the dead letter ${id} in hand.`);
}

const notThere = (id: string): Problem => problem('not-found', `There is no dead letter ${id}.`);
