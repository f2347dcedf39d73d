import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { readRecord } from '#api/answers/read-record.ts';
import { apiOperation } from '#api/operation.ts';
import { getException } from '#api/routes/exceptions.ts';
import type { Records } from '#core/kernel/records.ts';

export const operation = (records: Records) =>
  apiOperation(getException, ({ params: { exceptionId } }) => readRecord(records, 'exception', exceptionId));

export const handler = apiHandler(operation(dynamoRecords()));
