import * as z from 'zod';
import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { gunzip } from '#adapters/gzip/gunzip.ts';
import { taskHandler } from '#adapters/lambda/task-handler.ts';
import { s3Objects } from '#adapters/s3/objects.ts';
import { forecastColumns, requiredForecastColumns } from '#business/forecasting/ports.ts';
import { splitForecastFile } from '#business/forecasting/split-forecast-file.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { correlationIdSchema } from '#core/kernel/correlation.ts';
import { idSchema } from '#core/kernel/identifiers.ts';
import { readRows } from '#platform/intake/read-rows.ts';

const input = z.object({ documentId: idSchema, correlationId: correlationIdSchema });
const shape = { columns: forecastColumns, required: requiredForecastColumns };

export const handler = taskHandler(input, (task) => {
  const objects = s3Objects();
  return splitForecastFile(
    {
      records: dynamoRecords(),
      objects,
      clock: systemClock,
      readRows: (file, onRows) => readRows({ objects, gunzip }, file, shape, onRows),
    },
    task,
  );
});
