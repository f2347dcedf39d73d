import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { readRecord } from '#api/answers/read-record.ts';
import { apiOperation } from '#api/operation.ts';
import { getForecastRelease } from '#api/routes/forecast-releases.ts';
import type { Records } from '#core/kernel/records.ts';

export const operation = (records: Records) =>
  apiOperation(getForecastRelease, ({ params }) => readRecord(records, 'forecast-release', params.releaseId));

export const handler = apiHandler(operation(dynamoRecords()));
