import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiWriteHandler } from '#adapters/lambda/api-write-handler.ts';
import { changedException } from '#api/answers/exception-request.ts';
import { apiOperation } from '#api/operation.ts';
import { reopenException as route } from '#api/routes/exceptions.ts';
import type { ExceptionPorts } from '#business/exceptions/ports.ts';
import { reopenException } from '#business/exceptions/reopen-exception.ts';
import { systemClock } from '#core/kernel/clock.ts';

export const operation = (ports: ExceptionPorts) =>
  apiOperation(route, ({ params: { exceptionId }, body }, context) =>
    changedException(
      ports.records,
      exceptionId,
      context,
      'decide',
      (request) => reopenException(ports, { ...request, ...body }),
      ({ state, reopened }) => state === 'open' && reopened > 0,
    ),
  );

export const handler = apiWriteHandler(operation({ records: dynamoRecords(), clock: systemClock }));
