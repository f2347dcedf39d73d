import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiWriteHandler } from '#adapters/lambda/api-write-handler.ts';
import { changedException } from '#api/answers/exception-request.ts';
import { apiOperation } from '#api/operation.ts';
import { commentException as route } from '#api/routes/exceptions.ts';
import { commentException } from '#business/exceptions/comment-exception.ts';
import type { ExceptionPorts } from '#business/exceptions/ports.ts';
import { systemClock } from '#core/kernel/clock.ts';

export const operation = (ports: ExceptionPorts) =>
  apiOperation(route, ({ params: { exceptionId }, body }, context) =>
    changedException(
      ports.records,
      exceptionId,
      context,
      'work',
      (request) => commentException(ports, { ...request, ...body }),
      ({ comments }) => comments.at(-1)?.text === body.text && comments.at(-1)?.by === context.actor.id,
    ),
  );

export const handler = apiWriteHandler(operation({ records: dynamoRecords(), clock: systemClock }));
