import * as z from 'zod';
import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { dynamoSettings } from '#adapters/dynamodb/settings.ts';
import { taskHandler } from '#adapters/lambda/task-handler.ts';
import { s3Objects } from '#adapters/s3/objects.ts';
import { concludeForecastRelease } from '#business/forecasting/conclude-forecast-release.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { correlationIdSchema } from '#core/kernel/correlation.ts';
import { idSchema } from '#core/kernel/identifiers.ts';

const input = z.object({ releaseId: idSchema, correlationId: correlationIdSchema });

export const handler = taskHandler(input, (task) =>
  concludeForecastRelease(
    {
      records: dynamoRecords(),
      objects: s3Objects(),
      settings: dynamoSettings(),
      clock: systemClock,
    },
    task,
  ),
);
