import type { StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { changeException, notAllowed } from './change-exception.ts';
import type { ExceptionPorts, ExceptionRequest } from './ports.ts';

/**
 * Somebody says that they see to an exception. Another's claim is taken over: whoever asks has seen it.
 * Problems: `not-found`, `version-stale`, `state-not-allowed` once it is resolved.
 */
export const claimException = (
  ports: ExceptionPorts,
  request: ExceptionRequest,
): Promise<Result<StoredRecord<'exception'>>> =>
  changeException(ports, { ...request, action: 'claim-exception' }, (exception) => {
    if (exception.state === 'resolved') return fail(notAllowed('The exception is resolved.'));
    return ok({
      body: { ...exception, state: 'claimed', claimedBy: request.actor.id },
      event: { name: 'exception-changed', data: { exceptionId: exception.id, what: 'claimed' } },
    });
  });
