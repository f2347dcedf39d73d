import type { StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { changeException, notAllowed } from './change-exception.ts';
import { MOST_COMMENTS } from './comment-exception.ts';
import type { ExceptionPorts, ExceptionRequest } from './ports.ts';

export interface Assignment extends ExceptionRequest {
  /** A person's id as it stands in the audit records, or a consumer's. */
  readonly to: string;
}

/**
 * Somebody says who sees to an exception: it is claimed by that one, and a comment says by whose word. What is full of
 * comments is assigned without: the audit record says it all the same.
 * Problems: `not-found`, `forbidden`, `version-stale`, `state-not-allowed` once it is resolved.
 */
export const assignException = (
  ports: ExceptionPorts,
  { to, ...request }: Assignment,
): Promise<Result<StoredRecord<'exception'>>> =>
  changeException(ports, { ...request, action: 'assign-exception', reason: `to ${to}` }, (exception, at) => {
    if (exception.state === 'resolved') return fail(notAllowed('The exception is resolved.'));
    const said = { by: request.actor.id, at, text: `Assigned to ${to}.` };
    const comments = [...exception.comments, said].slice(0, MOST_COMMENTS);
    return ok({
      body: { ...exception, state: 'claimed', claimedBy: to, comments },
      event: { name: 'exception-changed', data: { exceptionId: exception.id, what: 'assigned' } },
    });
  });
