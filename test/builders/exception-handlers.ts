import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { apiWriteHandler, type WritePorts } from '#adapters/lambda/api-write-handler.ts';
import type { ExceptionPorts } from '#business/exceptions/ports.ts';
import * as assignException from '#functions/api/assign-exception.ts';
import * as claimException from '#functions/api/claim-exception.ts';
import * as commentException from '#functions/api/comment-exception.ts';
import * as getException from '#functions/api/get-exception.ts';
import * as listExceptions from '#functions/api/list-exceptions.ts';
import * as reopenException from '#functions/api/reopen-exception.ts';
import * as resolveException from '#functions/api/resolve-exception.ts';

/** The handlers of the exceptions API on doubles. */
export const exceptionHandlers = (ports: ExceptionPorts, writing: WritePorts) => ({
  'list-exceptions': apiHandler(listExceptions.operation(ports.records), writing.settings),
  'get-exception': apiHandler(getException.operation(ports.records), writing.settings),
  'claim-exception': apiWriteHandler(claimException.operation(ports), writing),
  'assign-exception': apiWriteHandler(assignException.operation(ports), writing),
  'comment-exception': apiWriteHandler(commentException.operation(ports), writing),
  'resolve-exception': apiWriteHandler(resolveException.operation(ports), writing),
  'reopen-exception': apiWriteHandler(reopenException.operation(ports), writing),
});
