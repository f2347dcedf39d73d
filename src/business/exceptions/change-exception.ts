import type { Exception } from '#core/canonical/exception.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { type Problem, problem } from '#core/kernel/problem.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { EventDraft } from '#events/catalogue.ts';
import type { ExceptionPorts, ExceptionRequest } from './ports.ts';

export interface ExceptionChange {
  readonly body: Exception;
  readonly event: EventDraft;
}

export interface Wish extends ExceptionRequest {
  /** Verb and noun, for the audit record. */
  readonly action: string;
  readonly reason?: string;
}

/**
 * Change one exception as somebody asks, with its event and the audit record in one commit. `change` answers what it
 * becomes, or the problem that it may not. Problems: `not-found`,
 * `forbidden`, `version-stale`, and those of `change`.
 */
export const changeException = (
  { records, clock }: ExceptionPorts,
  wish: Wish,
  change: (exception: Exception, now: string) => Result<ExceptionChange>,
): Promise<Result<StoredRecord<'exception'>>> =>
  decideAgain(async () => {
    const { exceptionId: id, expectedVersion, actor, action, reason, from, correlationId, refusal } = wish;
    const stored = await records.get('exception', id);
    if (!stored) return fail(problem('not-found', `There is no exception ${id}.`));
    const forbidden = refusal?.(stored.body);
    if (forbidden) return fail(forbidden);
    if (stored.version !== expectedVersion) {
      const detail = `You decided on version ${expectedVersion}; it is ${stored.version} now.`;
      return fail(problem('version-stale', detail));
    }
    const changed = change(stored.body, clock.now());
    if (!changed.ok) return changed;
    const { body, event } = changed.value;
    const committed = await records.commit({
      changes: [{ type: 'exception', id, expect: stored.version, body, events: [event] }],
      correlationId: stored.correlationId,
      causationId: correlationId,
      audit: {
        actor,
        action,
        target: { type: 'exception', id },
        ...(reason === undefined ? {} : { reason }),
        ...(from === undefined ? {} : { from }),
      },
    });
    if (!committed.ok) return committed;
    const after = await records.get('exception', id);
    return after ? ok(after) : fail(problem('not-found', `There is no exception ${id}.`));
  });

export const notAllowed = (detail: string): Problem => problem('state-not-allowed', detail);
