import * as z from 'zod';
import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { taskHandler } from '#adapters/lambda/task-handler.ts';
import { wakeTask } from '#adapters/stepfunctions/workflow.ts';
import { awaitApproval } from '#business/replenishment/await-approval.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { idSchema } from '#core/kernel/identifiers.ts';

const input = z.looseObject({ approvalGroupId: idSchema, taskToken: z.string().min(1) });

/** Workflow step that waits for its token: keep the token until the group is decided. */
export const handler = taskHandler(input, ({ approvalGroupId, taskToken }) =>
  awaitApproval(
    { records: dynamoRecords(), clock: systemClock, wake: wakeTask },
    { approvalGroupId, taskToken },
  ),
);
