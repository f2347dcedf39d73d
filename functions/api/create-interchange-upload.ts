import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiWriteHandler } from '#adapters/lambda/api-write-handler.ts';
import { presignedUploads } from '#adapters/s3/presign-upload.ts';
import { interchangeUploadForm } from '#api/answers/interchange-drop.ts';
import { submissionOf } from '#api/answers/submission-of.ts';
import { apiOperation } from '#api/operation.ts';
import { createInterchangeUpload } from '#api/routes/supplier-interchanges.ts';
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
  apiOperation(createInterchangeUpload, async ({ body }, context) => {
    const { partner, actor, correlationId, from } = submissionOf(context);
    const form = interchangeUploadForm(partner, body, context, clock.now());
    if (!form.ok) return form;
    const { uploadId, request, expiresAt } = form.value;
    const target = { type: 'document', id: uploadId } as const;
    const audit = { actor, action: 'create-interchange-upload', target, ...(from !== undefined && { from }) };
    const audited = await records.commit({ changes: [], correlationId, audit });
    if (!audited.ok) return audited;
    const { url, fields } = await uploads.sign(request);
    return ok({ uploadId, url, fields, maximumBytes: request.maximumBytes, expiresAt, correlationId });
  });

export const handler = apiWriteHandler(
  operation({ uploads: presignedUploads(), records: dynamoRecords(), clock: systemClock }),
);
