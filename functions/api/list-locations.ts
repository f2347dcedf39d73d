import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { listRecords } from '#api/answers/list-records.ts';
import { apiOperation } from '#api/operation.ts';
import { listLocations } from '#api/routes/master-data.ts';
import type { Records } from '#core/kernel/records.ts';

export const operation = (records: Records) =>
  apiOperation(listLocations, ({ query }) => listRecords(records, 'location', { list: 'locations' }, query));

export const handler = apiHandler(operation(dynamoRecords()));
