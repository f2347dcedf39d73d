import { apiWriteHandler } from '#adapters/lambda/api-write-handler.ts';
import { presignedUploads } from '#adapters/s3/presign-upload.ts';
import { forecastUploadForm } from '#api/answers/forecast-upload-form.ts';
import { apiOperation } from '#api/operation.ts';
import { createForecastUpload } from '#api/routes/forecast-releases.ts';
import type { UploadForms } from '#api/upload-form.ts';
import { type Clock, systemClock } from '#core/kernel/clock.ts';
import { ok } from '#core/kernel/result.ts';

interface Ports {
  readonly uploads: UploadForms;
  readonly clock: Clock;
}

export const operation = ({ uploads, clock }: Ports) =>
  apiOperation(createForecastUpload, async ({ body }, { requestId, correlationId }) => {
    const { uploadId, request, expiresAt } = forecastUploadForm(body, requestId, correlationId, clock.now());
    const { url, fields } = await uploads.sign(request);
    return ok({ uploadId, url, fields, maximumBytes: request.maximumBytes, expiresAt, correlationId });
  });

export const handler = apiWriteHandler(operation({ uploads: presignedUploads(), clock: systemClock }));
