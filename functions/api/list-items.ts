import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { listRecords } from '#api/answers/list-records.ts';
import { apiOperation } from '#api/operation.ts';
import { listItems } from '#api/routes/master-data.ts';
import type { Records } from '#core/kernel/records.ts';

export const operation = (records: Records) =>
  apiOperation(listItems, ({ query }) => listRecords(records, 'item', { list: 'items' }, query));

export const handler = apiHandler(operation(dynamoRecords()));
