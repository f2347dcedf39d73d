import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { ownRecord } from '#api/answers/own-record.ts';
import { apiOperation, partnerOf } from '#api/operation.ts';
import { present } from '#api/resources/resource.ts';
import { getSupplierDocument } from '#api/routes/supplier-orders.ts';
import type { Records } from '#core/kernel/records.ts';
import { ok } from '#core/kernel/result.ts';

export const operation = (records: Records) =>
  apiOperation(getSupplierDocument, async ({ params: { documentId } }, context) => {
    const found = await ownRecord(records, 'partner-document', documentId, partnerOf(context).id);
    return found.ok ? ok(present(found.value)) : found;
  });

export const handler = apiHandler(operation(dynamoRecords()));
