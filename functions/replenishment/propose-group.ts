import * as z from 'zod';
import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { taskHandler } from '#adapters/lambda/task-handler.ts';
import { s3Objects } from '#adapters/s3/objects.ts';
import { proposeGroup } from '#business/replenishment/propose-group.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { idSchema } from '#core/kernel/identifiers.ts';

const input = z.looseObject({ runId: idSchema, approvalGroupId: idSchema });

/** Workflow step, one per approval group: commit its proposals. */
export const handler = taskHandler(input, ({ runId, approvalGroupId }, { correlationId }) =>
  proposeGroup(
    { records: dynamoRecords(), objects: s3Objects(), clock: systemClock },
    { runId, approvalGroupId, correlationId },
  ),
);
