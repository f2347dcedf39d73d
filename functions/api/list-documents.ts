import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { listRecords } from '#api/answers/list-records.ts';
import { apiOperation } from '#api/operation.ts';
import { listDocuments } from '#api/routes/documents.ts';
import type { Records } from '#core/kernel/records.ts';

export const operation = (records: Records) =>
  apiOperation(listDocuments, ({ query }) =>
    listRecords(records, 'document', { list: 'documents', order: 'descending' }, query),
  );

export const handler = apiHandler(operation(dynamoRecords()));
