import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiWriteHandler } from '#adapters/lambda/api-write-handler.ts';
import { s3Objects } from '#adapters/s3/objects.ts';
import { interchangeDrop } from '#api/answers/interchange-drop.ts';
import { submissionOf } from '#api/answers/submission-of.ts';
import { apiOperation } from '#api/operation.ts';
import { postInterchange } from '#api/routes/supplier-interchanges.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import type { Records } from '#core/kernel/records.ts';
import { ok } from '#core/kernel/result.ts';

interface Ports {
  readonly records: Pick<Records, 'commit'>;
  readonly objects: Pick<ObjectStore, 'write'>;
}

export const operation = ({ records, objects }: Ports) =>
  apiOperation(postInterchange, async ({ body: { base64 } }, context) => {
    const { partner, requestId, actor, correlationId, from } = submissionOf(context);
    const drop = interchangeDrop(partner, base64, requestId);
    if (!drop.ok) return drop;
    const { key, bytes, documentId, sha256 } = drop.value;
    const target = { type: 'document', id: documentId } as const;
    const audit = { actor, action: 'post-interchange', target, ...(from !== undefined && { from }) };
    const audited = await records.commit({ changes: [], correlationId, audit });
    if (!audited.ok) return audited;
    const metadata = { 'correlation-id': correlationId };
    await objects.write('landing', key, bytes, { contentType: 'application/octet-stream', metadata });
    return ok({ documentId, sizeBytes: bytes.length, sha256, correlationId });
  });

export const handler = apiWriteHandler(operation({ records: dynamoRecords(), objects: s3Objects() }));
