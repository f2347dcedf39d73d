import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { s3Objects } from '#adapters/s3/objects.ts';
import { findRecord } from '#api/answers/read-record.ts';
import { apiOperation } from '#api/operation.ts';
import { compareForecastRelease } from '#api/routes/forecast-releases.ts';
import { readComparison } from '#business/forecasting/work-objects.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import type { Records } from '#core/kernel/records.ts';

interface Ports {
  readonly records: Records;
  readonly objects: ObjectStore;
}

export const operation = ({ records, objects }: Ports) =>
  apiOperation(compareForecastRelease, async ({ params: { releaseId } }) => {
    const release = await findRecord(records, 'forecast-release', releaseId);
    return release.ok ? readComparison(objects, release.value.body) : release;
  });

export const handler = apiHandler(operation({ records: dynamoRecords(), objects: s3Objects() }));
