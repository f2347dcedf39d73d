import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { listRecords } from '#api/answers/list-records.ts';
import { apiOperation, partnerOf } from '#api/operation.ts';
import { listSupplierDocuments } from '#api/routes/supplier-orders.ts';
import type { Records } from '#core/kernel/records.ts';

export const operation = (records: Records) =>
  apiOperation(listSupplierDocuments, ({ query }, context) => {
    const list = { list: 'partner-documents', scope: partnerOf(context).id, order: 'descending' } as const;
    return listRecords(records, 'partner-document', list, query);
  });

export const handler = apiHandler(operation(dynamoRecords()));
