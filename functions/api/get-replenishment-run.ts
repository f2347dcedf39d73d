import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { readRecord } from '#api/answers/read-record.ts';
import { apiOperation } from '#api/operation.ts';
import { present } from '#api/resources/resource.ts';
import { getReplenishmentRun } from '#api/routes/replenishment-runs.ts';
import { groupsOfRun } from '#business/replenishment/groups-of-run.ts';
import type { Records } from '#core/kernel/records.ts';
import { ok } from '#core/kernel/result.ts';

export const operation = (records: Records) =>
  apiOperation(getReplenishmentRun, async ({ params: { runId } }) => {
    const run = await readRecord(records, 'replenishment-run', runId);
    if (!run.ok) return run;
    return ok({ ...run.value, groups: (await groupsOfRun(records, runId)).map(present) });
  });

export const handler = apiHandler(operation(dynamoRecords()));
