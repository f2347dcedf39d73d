import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { listRecords } from '#api/answers/list-records.ts';
import { apiOperation } from '#api/operation.ts';
import { listExceptions } from '#api/routes/exceptions.ts';
import type { Records } from '#core/kernel/records.ts';

export const operation = (records: Records) =>
  apiOperation(listExceptions, ({ query }) => {
    const order = query.state === 'open' ? 'ascending' : 'descending';
    const list = { list: 'exceptions', scope: `${query.role}#${query.state}`, order } as const;
    return listRecords(records, 'exception', list, query);
  });

export const handler = apiHandler(operation(dynamoRecords()));
