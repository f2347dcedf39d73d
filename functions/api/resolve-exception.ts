import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiWriteHandler } from '#adapters/lambda/api-write-handler.ts';
import { changedException } from '#api/answers/exception-request.ts';
import { apiOperation } from '#api/operation.ts';
import { resolveException as route } from '#api/routes/exceptions.ts';
import type { ExceptionPorts } from '#business/exceptions/ports.ts';
import { resolveException } from '#business/exceptions/resolve-exception.ts';
import { systemClock } from '#core/kernel/clock.ts';

export const operation = (ports: ExceptionPorts) =>
  apiOperation(route, ({ params: { exceptionId }, body: { action, reason, counter } }, context) =>
    changedException(
      ports.records,
      exceptionId,
      context,
      'decide',
      (request) =>
        resolveException(ports, { ...request, decided: action, reason, ...(counter && { counter }) }),
      ({ resolution }) => resolution?.action === action && resolution.by === context.actor.id,
    ),
  );

export const handler = apiWriteHandler(operation({ records: dynamoRecords(), clock: systemClock }));
