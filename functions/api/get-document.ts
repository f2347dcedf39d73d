import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { readHistory } from '#api/answers/read-history.ts';
import { readRecord } from '#api/answers/read-record.ts';
import { apiOperation } from '#api/operation.ts';
import { getDocument } from '#api/routes/documents.ts';
import type { Records } from '#core/kernel/records.ts';
import { ok } from '#core/kernel/result.ts';

export const operation = (records: Records) =>
  apiOperation(getDocument, async ({ params }) => {
    const document = await readRecord(records, 'document', params.documentId);
    if (!document.ok) return document;
    return ok({ ...document.value, history: await readHistory(records, 'document', params.documentId) });
  });

export const handler = apiHandler(operation(dynamoRecords()));
