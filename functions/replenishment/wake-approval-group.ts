import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { busQueueHandler } from '#adapters/lambda/bus-queue-handler.ts';
import { wakeTask } from '#adapters/stepfunctions/workflow.ts';
import { wakeApprovalGroup } from '#business/replenishment/wake-approval-group.ts';
import { approvalGroupDecided } from '#events/approval-group-decided/v1.ts';

/** A group is decided: wake the workflow that waits for it. */
export const handler = busQueueHandler(approvalGroupDecided, ({ approvalGroupId }) =>
  wakeApprovalGroup({ records: dynamoRecords(), wake: wakeTask }, { approvalGroupId }),
);
