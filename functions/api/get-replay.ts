import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { readRecord } from '#api/answers/read-record.ts';
import { apiOperation } from '#api/operation.ts';
import { getReplay } from '#api/routes/replays.ts';
import type { Records } from '#core/kernel/records.ts';

export const operation = (records: Records) =>
  apiOperation(getReplay, ({ params: { replayId } }) => readRecord(records, 'replay', replayId));

export const handler = apiHandler(operation(dynamoRecords()));
