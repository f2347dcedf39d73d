import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { s3Objects } from '#adapters/s3/objects.ts';
import { findRecord } from '#api/answers/read-record.ts';
import { apiOperation } from '#api/operation.ts';
import { getForecastSeries } from '#api/routes/forecast-releases.ts';
import { seriesBesideBaseline } from '#business/forecasting/find-series.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import type { Records } from '#core/kernel/records.ts';
import { ok } from '#core/kernel/result.ts';

interface Ports {
  readonly records: Records;
  readonly objects: ObjectStore;
}

export const operation = ({ records, objects }: Ports) =>
  apiOperation(getForecastSeries, async ({ params: { releaseId }, query }) => {
    const release = await findRecord(records, 'forecast-release', releaseId);
    if (!release.ok) return release;
    return ok(await seriesBesideBaseline(records, objects, release.value, query));
  });

export const handler = apiHandler(operation({ records: dynamoRecords(), objects: s3Objects() }));
