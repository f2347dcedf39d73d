import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { readRecord } from '#api/answers/read-record.ts';
import { apiOperation } from '#api/operation.ts';
import { getInvoice } from '#api/routes/supplier-flow.ts';
import type { Records } from '#core/kernel/records.ts';

export const operation = (records: Records) =>
  apiOperation(getInvoice, ({ params: { invoiceId } }) => readRecord(records, 'invoice', invoiceId));

export const handler = apiHandler(operation(dynamoRecords()));
