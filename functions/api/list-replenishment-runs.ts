import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { listRecords } from '#api/answers/list-records.ts';
import { apiOperation } from '#api/operation.ts';
import { listReplenishmentRuns } from '#api/routes/replenishment-runs.ts';
import type { Records } from '#core/kernel/records.ts';

export const operation = (records: Records) =>
  apiOperation(listReplenishmentRuns, ({ query }) =>
    listRecords(records, 'replenishment-run', { list: 'replenishment-runs', order: 'descending' }, query),
  );

export const handler = apiHandler(operation(dynamoRecords()));
