import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { listRecords } from '#api/answers/list-records.ts';
import { apiOperation } from '#api/operation.ts';
import { listInterchanges } from '#api/routes/partner-documents.ts';
import type { Records } from '#core/kernel/records.ts';

export const operation = (records: Records) =>
  apiOperation(listInterchanges, ({ params: { partnerId: scope }, query }) =>
    listRecords(
      records,
      'interchange',
      { list: 'interchanges-by-partner', scope, order: 'descending' },
      query,
    ),
  );

export const handler = apiHandler(operation(dynamoRecords()));
