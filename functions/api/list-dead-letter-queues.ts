import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { sqsDeadLetterQueues } from '#adapters/sqs/dead-letter-queues.ts';
import { apiOperation } from '#api/operation.ts';
import { listDeadLetterQueues } from '#api/routes/dead-letters.ts';
import type { Records } from '#core/kernel/records.ts';
import { ok } from '#core/kernel/result.ts';
import { listQueues } from '#platform/dead-letters/list-queues.ts';
import type { DeadLetterQueues } from '#platform/dead-letters/ports.ts';

export const operation = (ports: { readonly records: Records; readonly queues: DeadLetterQueues }) =>
  apiOperation(listDeadLetterQueues, async () => {
    const queues = await listQueues(ports);
    const entries = queues.map(({ name: queue, classes, ...rest }) => ({
      queue,
      ...rest,
      classes: [...classes],
    }));
    return ok({ entries });
  });

export const handler = apiHandler(operation({ records: dynamoRecords(), queues: sqsDeadLetterQueues() }));
