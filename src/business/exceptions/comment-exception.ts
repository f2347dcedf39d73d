import type { StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { changeException, notAllowed } from './change-exception.ts';
import type { ExceptionPorts, ExceptionRequest } from './ports.ts';

export const MOST_COMMENTS = 50;

/**
 * Somebody adds what others should know, also once it is resolved.
 * Problems: `not-found`, `version-stale`, `state-not-allowed` after fifty comments.
 */
export const commentException = (
  ports: ExceptionPorts,
  { text, ...request }: ExceptionRequest & { readonly text: string },
): Promise<Result<StoredRecord<'exception'>>> =>
  changeException(ports, { ...request, action: 'comment-exception' }, (exception, at) => {
    if (exception.comments.length >= MOST_COMMENTS) {
      return fail(notAllowed(`The exception has ${MOST_COMMENTS} comments; it takes no more.`));
    }
    const comments = [...exception.comments, { by: request.actor.id, at, text }];
    return ok({
      body: { ...exception, comments },
      event: { name: 'exception-changed', data: { exceptionId: exception.id, what: 'commented' } },
    });
  });
