import * as z from 'zod';
import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { dynamoSettings } from '#adapters/dynamodb/settings.ts';
import { taskHandler } from '#adapters/lambda/task-handler.ts';
import { s3Objects } from '#adapters/s3/objects.ts';
import { prepareReplenishment } from '#business/replenishment/prepare-replenishment.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { idSchema } from '#core/kernel/identifiers.ts';

const input = z.looseObject({ releaseId: idSchema });

/** Workflow step: take the turn, settle earlier runs, keep the snapshot a run is planned on. */
export const handler = taskHandler(input, ({ releaseId }, { correlationId }) =>
  prepareReplenishment(
    { records: dynamoRecords(), objects: s3Objects(), settings: dynamoSettings(), clock: systemClock },
    { releaseId, correlationId },
  ),
);
