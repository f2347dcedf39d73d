import type { Instant } from '#core/kernel/dates.ts';
import { derivedId } from '#core/kernel/identifiers.ts';
import type { BodyOf } from '../route.ts';
import type { createForecastUpload } from '../routes/forecast-releases.ts';
import { MAXIMUM_UPLOAD_BYTES } from '../routes/forecast-releases.ts';
import type { UploadFormRequest } from '../upload-form.ts';

const FORM_SECONDS = 900;

const contentTypes = { csv: 'text/csv', gz: 'application/gzip', ndjson: 'application/x-ndjson' } as const;

export interface ForecastUploadForm {
  readonly uploadId: string;
  readonly request: UploadFormRequest;
  readonly expiresAt: Instant;
}

/** What may be uploaded for one request: the key derives from the request, so a retry signs the same form. */
export function forecastUploadForm(
  { fileName, sizeBytes }: BodyOf<typeof createForecastUpload>,
  requestId: string,
  correlationId: string,
  now: Instant,
): ForecastUploadForm {
  const uploadId = derivedId('up', requestId);
  const ending = fileName.slice(fileName.lastIndexOf('.') + 1);
  const request = {
    key: `forecasts/${uploadId}/${fileName}`,
    contentType: isKnown(ending) ? contentTypes[ending] : 'application/octet-stream',
    minimumBytes: sizeBytes ?? 1,
    maximumBytes: sizeBytes ?? MAXIMUM_UPLOAD_BYTES,
    correlationId,
    seconds: FORM_SECONDS,
  };
  return {
    uploadId,
    request,
    expiresAt: new Date(Date.parse(now) + FORM_SECONDS * 1000).toISOString(),
  };
}

const isKnown = (ending: string): ending is keyof typeof contentTypes => Object.hasOwn(contentTypes, ending);
