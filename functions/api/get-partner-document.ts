import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { s3Objects } from '#adapters/s3/objects.ts';
import { readBeginning } from '#api/answers/read-beginning.ts';
import { readHistory } from '#api/answers/read-history.ts';
import { readRecord } from '#api/answers/read-record.ts';
import { apiOperation } from '#api/operation.ts';
import { getPartnerDocument } from '#api/routes/partner-documents.ts';
import { type Clock, systemClock } from '#core/kernel/clock.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import type { Records } from '#core/kernel/records.ts';
import { ok } from '#core/kernel/result.ts';

const LINK_SECONDS = 300;

interface Ports {
  readonly records: Records;
  readonly objects: Pick<ObjectStore, 'downloadLink' | 'read' | 'size'>;
  readonly clock: Clock;
}

export const operation = ({ records, objects, clock }: Ports) =>
  apiOperation(getPartnerDocument, async ({ params: { partnerDocumentId: id } }) => {
    const document = await readRecord(records, 'partner-document', id);
    if (!document.ok) return document;
    const history = await readHistory(records, 'partner-document', id);
    const { canonicalKey: key } = document.value;
    const beginning = key === undefined ? undefined : await readBeginning(objects, 'documents', key);
    if (key === undefined || beginning === undefined) return ok({ ...document.value, history });
    const url = await objects.downloadLink('documents', key, LINK_SECONDS, `${id}.json`);
    const text = new TextDecoder().decode(beginning.bytes);
    const { truncated, sizeBytes } = beginning;
    const expiresAt = new Date(Date.parse(clock.now()) + LINK_SECONDS * 1000).toISOString();
    return ok({ ...document.value, history, content: { text, truncated, sizeBytes, url, expiresAt } });
  });

export const handler = apiHandler(
  operation({ records: dynamoRecords(), objects: s3Objects(), clock: systemClock }),
);
