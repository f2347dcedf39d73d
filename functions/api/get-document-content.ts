import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { s3Objects } from '#adapters/s3/objects.ts';
import { type ContentPorts, plainText, readContent } from '#api/answers/read-content.ts';
import { findRecord } from '#api/answers/read-record.ts';
import { apiOperation } from '#api/operation.ts';
import { getDocumentContent } from '#api/routes/lineage.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { problem } from '#core/kernel/problem.ts';
import type { Records } from '#core/kernel/records.ts';
import { fail, ok } from '#core/kernel/result.ts';
import { textOfInterchange } from '#edi/exchange/text-of-interchange.ts';

export const operation = (ports: ContentPorts & { readonly records: Records }) =>
  apiOperation(getDocumentContent, async ({ params: { documentId } }) => {
    const document = await findRecord(ports.records, 'document', documentId);
    if (!document.ok) return document;
    const decode = (bytes: Uint8Array) => textOfInterchange(bytes) ?? plainText(bytes);
    const content = await readContent(ports, document.value.body, decode);
    return content ? ok(content) : fail(problem('not-found', `The content of ${documentId} is gone.`));
  });

export const handler = apiHandler(
  operation({ records: dynamoRecords(), objects: s3Objects(), clock: systemClock }),
);
