import type { Exception, ExceptionAction } from '#core/canonical/exception.ts';
import type { AnyChange, StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { EventDraft } from '#events/catalogue.ts';
import { changeException, notAllowed } from './change-exception.ts';
import type { ExceptionPorts, ExceptionRequest } from './ports.ts';

type Resolution = NonNullable<Exception['resolution']>;

export interface ExceptionDecision extends ExceptionRequest {
  readonly decided: ExceptionAction;
  readonly reason: string;
  /** What is asked for instead; with `counter` and with nothing else. */
  readonly counter?: Resolution['counter'];
}

/**
 * Decide what is done about an exception.
 * 1. It must be as the person saw it, not be resolved, and offer the action.
 * 2. Commit the decision with the event that says so and the audit record; whoever carries it out hears the event.
 *
 * Problems: `not-found`, `version-stale`, `state-not-allowed`.
 */
export const resolveException = (
  ports: ExceptionPorts,
  { decided: action, counter, reason, ...request }: ExceptionDecision,
): Promise<Result<StoredRecord<'exception'>>> =>
  changeException(ports, { ...request, reason, action: 'resolve-exception' }, (exception, at) => {
    if (exception.state === 'resolved') return fail(notAllowed('The exception is resolved already.'));
    if (!exception.actions.includes(action)) {
      return fail(notAllowed(`It offers ${exception.actions.join(', ')}; ${action} is none of them.`));
    }
    const resolution: Resolution = { action, by: request.actor.id, at, reason, ...(counter && { counter }) };
    return ok({
      body: { ...exception, state: 'resolved', resolution },
      event: resolved(exception, resolution),
    });
  });

const resolved = ({ id: exceptionId, kind }: Exception, { action, by }: Resolution): EventDraft => ({
  name: 'exception-resolved',
  data: { exceptionId, kind, action, by },
});

/**
 * The change that closes an exception because its cause is gone, to be committed with what made it so; undefined
 * when it is resolved already. Nothing else is done about it.
 */
export function closingChange(
  { id, version, body }: StoredRecord<'exception'>,
  because: string,
  now: string,
): AnyChange | undefined {
  if (body.state === 'resolved') return undefined;
  const resolution: Resolution = { action: 'close', by: 'crossdock', at: now, reason: because.slice(0, 500) };
  return {
    type: 'exception',
    id,
    expect: version,
    body: { ...body, state: 'resolved', resolution },
    events: [resolved(body, resolution)],
  };
}
