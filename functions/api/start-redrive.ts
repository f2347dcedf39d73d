import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiWriteHandler } from '#adapters/lambda/api-write-handler.ts';
import { sqsDeadLetterQueues } from '#adapters/sqs/dead-letter-queues.ts';
import { apiOperation } from '#api/operation.ts';
import { present } from '#api/resources/resource.ts';
import { startRedrive as route } from '#api/routes/dead-letters.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { derivedId } from '#core/kernel/identifiers.ts';
import { ok } from '#core/kernel/result.ts';
import { type StartPorts, startRedrive } from '#platform/dead-letters/start-redrive.ts';

export const operation = (ports: StartPorts) =>
  apiOperation(route, async ({ body }, { actor, correlationId, requestId, from }) => {
    const wish = { ...body, redriveId: derivedId('rd', requestId), actor, correlationId };
    const started = await startRedrive(ports, from === undefined ? wish : { ...wish, from });
    return started.ok ? ok(present(started.value)) : started;
  });

export const handler = apiWriteHandler(
  operation({ records: dynamoRecords(), queues: sqsDeadLetterQueues(), clock: systemClock }),
);
