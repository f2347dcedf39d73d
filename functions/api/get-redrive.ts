import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { readRecord } from '#api/answers/read-record.ts';
import { apiOperation } from '#api/operation.ts';
import { getRedrive } from '#api/routes/dead-letters.ts';
import type { Records } from '#core/kernel/records.ts';

export const operation = (records: Records) =>
  apiOperation(getRedrive, ({ params: { redriveId } }) => readRecord(records, 'redrive', redriveId));

export const handler = apiHandler(operation(dynamoRecords()));
