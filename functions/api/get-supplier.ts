import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { readRecord } from '#api/answers/read-record.ts';
import { apiOperation } from '#api/operation.ts';
import { getSupplier } from '#api/routes/master-data.ts';
import type { Records } from '#core/kernel/records.ts';

export const operation = (records: Records) =>
  apiOperation(getSupplier, ({ params }) => readRecord(records, 'supplier', params.supplierId));

export const handler = apiHandler(operation(dynamoRecords()));
