import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiWriteHandler } from '#adapters/lambda/api-write-handler.ts';
import { changedException } from '#api/answers/exception-request.ts';
import { apiOperation } from '#api/operation.ts';
import { claimException as route } from '#api/routes/exceptions.ts';
import { claimException } from '#business/exceptions/claim-exception.ts';
import type { ExceptionPorts } from '#business/exceptions/ports.ts';
import { systemClock } from '#core/kernel/clock.ts';

export const operation = (ports: ExceptionPorts) =>
  apiOperation(route, ({ params: { exceptionId } }, context) =>
    changedException(
      ports.records,
      exceptionId,
      context,
      'work',
      (request) => claimException(ports, request),
      ({ state, claimedBy }) => state === 'claimed' && claimedBy === context.actor.id,
    ),
  );

export const handler = apiWriteHandler(operation({ records: dynamoRecords(), clock: systemClock }));
