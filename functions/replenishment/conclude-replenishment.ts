import * as z from 'zod';
import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { dynamoSettings } from '#adapters/dynamodb/settings.ts';
import { taskHandler } from '#adapters/lambda/task-handler.ts';
import { s3Objects } from '#adapters/s3/objects.ts';
import { concludeReplenishment } from '#business/replenishment/conclude-replenishment.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { idSchema } from '#core/kernel/identifiers.ts';

const input = z.looseObject({ runId: idSchema });

/** Workflow step: apply the approval policy to what the partitions planned, and group it. */
export const handler = taskHandler(input, ({ runId }, { correlationId }) =>
  concludeReplenishment(
    { records: dynamoRecords(), objects: s3Objects(), settings: dynamoSettings(), clock: systemClock },
    { runId, correlationId },
  ),
);
