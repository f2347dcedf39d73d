import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { listRecords } from '#api/answers/list-records.ts';
import { apiOperation } from '#api/operation.ts';
import { listInvoices } from '#api/routes/supplier-flow.ts';
import type { Records } from '#core/kernel/records.ts';

export const operation = (records: Records) =>
  apiOperation(listInvoices, ({ params: { supplierId: scope }, query }) =>
    listRecords(records, 'invoice', { list: 'invoices-by-supplier', scope, order: 'descending' }, query),
  );

export const handler = apiHandler(operation(dynamoRecords()));
