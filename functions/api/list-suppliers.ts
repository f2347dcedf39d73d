import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { listRecords } from '#api/answers/list-records.ts';
import { apiOperation } from '#api/operation.ts';
import { listSuppliers } from '#api/routes/master-data.ts';
import type { Records } from '#core/kernel/records.ts';

export const operation = (records: Records) =>
  apiOperation(listSuppliers, ({ query }) => listRecords(records, 'supplier', { list: 'suppliers' }, query));

export const handler = apiHandler(operation(dynamoRecords()));
