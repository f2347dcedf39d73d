import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { listRecords } from '#api/answers/list-records.ts';
import { apiOperation } from '#api/operation.ts';
import { listForecastReleases } from '#api/routes/forecast-releases.ts';
import type { Records } from '#core/kernel/records.ts';

export const operation = (records: Records) =>
  apiOperation(listForecastReleases, ({ query }) =>
    listRecords(records, 'forecast-release', { list: 'forecast-releases', order: 'descending' }, query),
  );

export const handler = apiHandler(operation(dynamoRecords()));
