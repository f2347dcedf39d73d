import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { s3Objects } from '#adapters/s3/objects.ts';
import { readDecisionRecord } from '#api/answers/read-decision-record.ts';
import { findRecord } from '#api/answers/read-record.ts';
import { apiOperation } from '#api/operation.ts';
import { present } from '#api/resources/resource.ts';
import { getProposal } from '#api/routes/proposals.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import type { Records } from '#core/kernel/records.ts';
import { ok } from '#core/kernel/result.ts';

interface Ports {
  readonly records: Records;
  readonly objects: Pick<ObjectStore, 'read'>;
}

export const operation = ({ records, objects }: Ports) =>
  apiOperation(getProposal, async ({ params }) => {
    const proposal = await findRecord(records, 'proposal', params.proposalId);
    if (!proposal.ok) return proposal;
    const decisionRecord = await readDecisionRecord(objects, proposal.value.body.decisionRecord);
    return ok({ ...present(proposal.value), decisionRecord });
  });

export const handler = apiHandler(operation({ records: dynamoRecords(), objects: s3Objects() }));
