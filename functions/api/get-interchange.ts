import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { s3Objects } from '#adapters/s3/objects.ts';
import { type ContentPorts, plainText, readContent } from '#api/answers/read-content.ts';
import { readHistory } from '#api/answers/read-history.ts';
import { findRecord } from '#api/answers/read-record.ts';
import { apiOperation } from '#api/operation.ts';
import { present } from '#api/resources/resource.ts';
import { getInterchange } from '#api/routes/lineage.ts';
import { systemClock } from '#core/kernel/clock.ts';
import type { Records } from '#core/kernel/records.ts';
import { ok } from '#core/kernel/result.ts';
import { documentsOfInterchange } from '#edi/exchange/documents-of-interchange.ts';
import { textOfInterchange } from '#edi/exchange/text-of-interchange.ts';
import { readSince } from '#platform/journal/read-since.ts';

export const operation = (ports: ContentPorts & { readonly records: Records }) =>
  apiOperation(getInterchange, async ({ params: { interchangeId } }) => {
    const { records } = ports;
    const interchange = await findRecord(records, 'interchange', interchangeId);
    if (!interchange.ok) return interchange;
    const { body } = interchange.value;
    const [content, documents, history] = await Promise.all([
      readContent(ports, body, (bytes) => textOfInterchange(bytes) ?? plainText(bytes)),
      documentsOfInterchange(records, readSince, body),
      readHistory(records, 'interchange', interchangeId),
    ]);
    return ok({
      ...present(interchange.value),
      ...(content && { content }),
      documents: documents.map(present),
      history,
    });
  });

export const handler = apiHandler(
  operation({ records: dynamoRecords(), objects: s3Objects(), clock: systemClock }),
);
