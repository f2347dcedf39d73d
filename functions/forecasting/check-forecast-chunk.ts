import * as z from 'zod';
import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { taskHandler } from '#adapters/lambda/task-handler.ts';
import { s3Objects } from '#adapters/s3/objects.ts';
import { checkForecastChunk } from '#business/forecasting/check-forecast-chunk.ts';
import { correlationIdSchema } from '#core/kernel/correlation.ts';
import { idSchema } from '#core/kernel/identifiers.ts';

/** The partition comes from a CSV and therefore as text. */
const input = z.object({
  releaseId: idSchema,
  partition: z.string().regex(/^\d{1,3}$/),
  correlationId: correlationIdSchema,
});

export const handler = taskHandler(input, ({ releaseId, partition }) =>
  checkForecastChunk(
    { records: dynamoRecords(), objects: s3Objects() },
    { releaseId, partition: Number(partition) },
  ),
);
