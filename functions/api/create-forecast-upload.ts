import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiWriteHandler } from '#adapters/lambda/api-write-handler.ts';
import { presignedUploads } from '#adapters/s3/presign-upload.ts';
import { forecastUploadForm } from '#api/answers/forecast-upload-form.ts';
import { apiOperation } from '#api/operation.ts';
import { createForecastUpload } from '#api/routes/forecast-releases.ts';
import type { UploadForms } from '#api/upload-form.ts';
import { type Clock, systemClock } from '#core/kernel/clock.ts';
import type { Records } from '#core/kernel/records.ts';
import { ok } from '#core/kernel/result.ts';

interface Ports {
  readonly uploads: UploadForms;
  readonly records: Pick<Records, 'commit'>;
  readonly clock: Clock;
}

export const operation = ({ uploads, records, clock }: Ports) =>
  apiOperation(createForecastUpload, async ({ body }, { requestId, correlationId, actor, from }) => {
    const { uploadId, request, expiresAt } = forecastUploadForm(body, requestId, correlationId, clock.now());
    const target = { type: 'document', id: uploadId } as const;
    const entry = { actor, action: 'create-forecast-upload', target, ...(from !== undefined && { from }) };
    const audited = await records.commit({ changes: [], correlationId, audit: entry });
    if (!audited.ok) return audited;
    const { url, fields } = await uploads.sign(request);
    return ok({ uploadId, url, fields, maximumBytes: request.maximumBytes, expiresAt, correlationId });
  });

export const handler = apiWriteHandler(
  operation({ uploads: presignedUploads(), records: dynamoRecords(), clock: systemClock }),
);
