import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { s3Objects } from '#adapters/s3/objects.ts';
import { type ContentPorts, readContent } from '#api/answers/read-content.ts';
import { readHistory } from '#api/answers/read-history.ts';
import { readRecord } from '#api/answers/read-record.ts';
import { apiOperation } from '#api/operation.ts';
import { getPartnerDocument } from '#api/routes/partner-documents.ts';
import { systemClock } from '#core/kernel/clock.ts';
import type { Records } from '#core/kernel/records.ts';
import { ok } from '#core/kernel/result.ts';

export const operation = (ports: ContentPorts & { readonly records: Records }) =>
  apiOperation(getPartnerDocument, async ({ params: { partnerDocumentId: id } }) => {
    const document = await readRecord(ports.records, 'partner-document', id);
    if (!document.ok) return document;
    const { canonicalKey: contentKey } = document.value;
    const [history, content] = await Promise.all([
      readHistory(ports.records, 'partner-document', id),
      contentKey === undefined ? undefined : readContent(ports, { contentKey, fileName: `${id}.json` }),
    ]);
    return ok({ ...document.value, history, ...(content && { content }) });
  });

export const handler = apiHandler(
  operation({ records: dynamoRecords(), objects: s3Objects(), clock: systemClock }),
);
