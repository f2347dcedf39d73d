import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { listRecords } from '#api/answers/list-records.ts';
import { apiOperation } from '#api/operation.ts';
import { listProposals } from '#api/routes/proposals.ts';
import { runIdOf } from '#business/replenishment/model.ts';
import type { Records } from '#core/kernel/records.ts';

export const operation = (records: Records) =>
  apiOperation(listProposals, ({ query }) => {
    const { releaseId } = query;
    const runId = releaseId === undefined ? query.runId : runIdOf(releaseId);
    const list =
      runId === undefined
        ? ({ list: 'proposals-waiting' } as const)
        : ({ list: 'proposals', scope: runId } as const);
    return listRecords(records, 'proposal', list, query);
  });

export const handler = apiHandler(operation(dynamoRecords()));
