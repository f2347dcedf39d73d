import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { listRecords } from '#api/answers/list-records.ts';
import { apiOperation } from '#api/operation.ts';
import { listReplays } from '#api/routes/replays.ts';
import type { Records } from '#core/kernel/records.ts';

export const operation = (records: Records) =>
  apiOperation(listReplays, ({ query }) =>
    listRecords(records, 'replay', { list: 'replays', order: 'descending' }, query),
  );

export const handler = apiHandler(operation(dynamoRecords()));
