import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiWriteHandler } from '#adapters/lambda/api-write-handler.ts';
import { changedException } from '#api/answers/exception-request.ts';
import { apiOperation } from '#api/operation.ts';
import { assignException as route } from '#api/routes/exceptions.ts';
import { assignException } from '#business/exceptions/assign-exception.ts';
import type { ExceptionPorts } from '#business/exceptions/ports.ts';
import { systemClock } from '#core/kernel/clock.ts';

export const operation = (ports: ExceptionPorts) =>
  apiOperation(route, ({ params: { exceptionId }, body: { to } }, context) =>
    changedException(
      ports.records,
      exceptionId,
      context,
      'work',
      (request) => assignException(ports, { ...request, to }),
      ({ state, claimedBy }) => state === 'claimed' && claimedBy === to,
    ),
  );

export const handler = apiWriteHandler(operation({ records: dynamoRecords(), clock: systemClock }));
