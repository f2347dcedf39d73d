import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { listRecords } from '#api/answers/list-records.ts';
import { apiOperation } from '#api/operation.ts';
import { listPartnerDocuments } from '#api/routes/partner-documents.ts';
import type { Records } from '#core/kernel/records.ts';

export const operation = (records: Records) =>
  apiOperation(listPartnerDocuments, ({ params: { partnerId: scope }, query }) =>
    listRecords(
      records,
      'partner-document',
      { list: 'partner-documents', scope, order: 'descending' },
      query,
    ),
  );

export const handler = apiHandler(operation(dynamoRecords()));
