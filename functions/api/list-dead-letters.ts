import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { presentDeadLetter } from '#api/answers/dead-letter.ts';
import { apiOperation } from '#api/operation.ts';
import { listDeadLetters } from '#api/routes/dead-letters.ts';
import type { Records } from '#core/kernel/records.ts';
import { ok } from '#core/kernel/result.ts';

export const operation = (records: Records) =>
  apiOperation(listDeadLetters, async ({ query: { queue, state, limit, cursor } }) => {
    const page = await records.list('dead-letter', {
      ...(queue === undefined
        ? { list: 'dead-letters', scope: state }
        : { list: 'dead-letters-by-queue', scope: `${queue}#${state}` }),
      order: 'descending',
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    return ok({
      entries: page.entries.map(presentDeadLetter),
      ...(page.cursor === undefined ? {} : { nextCursor: page.cursor }),
    });
  });

export const handler = apiHandler(operation(dynamoRecords()));
