import type { Exception } from '#core/canonical/exception.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { EventDraft } from '#events/catalogue.ts';
import { changeException, notAllowed } from './change-exception.ts';
import { dueAfter } from './kinds.ts';
import type { ExceptionPorts, ExceptionRequest } from './ports.ts';

/**
 * Open a resolved exception again, with its whole time to decide; what was done about it stays done.
 * Problems: `not-found`, `version-stale`, `state-not-allowed` when it is not resolved.
 */
export const reopenException = (
  ports: ExceptionPorts,
  { reason, ...request }: ExceptionRequest & { readonly reason: string },
): Promise<Result<StoredRecord<'exception'>>> =>
  changeException(ports, { ...request, reason, action: 'reopen-exception' }, (exception, now) => {
    if (exception.state !== 'resolved') return fail(notAllowed('The exception is not resolved.'));
    return ok({ body: openAgain(exception, now), event: opened(exception) });
  });

/** An exception as if it had just been opened, with its comments and how often that happened. */
export function openAgain(exception: Exception, now: string): Exception {
  const { resolution: _r, claimedBy: _c, remindedAt: _m, escalatedAt: _e, ...rest } = exception;
  const reopened = Math.min(exception.reopened + 1, 1000);
  return { ...rest, state: 'open', openedAt: now, dueAt: dueAfter(now, exception.kind), reopened };
}

export const opened = ({ id: exceptionId, kind, owner }: Exception): EventDraft => ({
  name: 'exception-opened',
  data: { exceptionId, kind, owner },
});
