import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { readRecord } from '#api/answers/read-record.ts';
import { apiOperation } from '#api/operation.ts';
import { present } from '#api/resources/resource.ts';
import { getOrderProgress } from '#api/routes/supplier-flow.ts';
import type { Records } from '#core/kernel/records.ts';
import { ok } from '#core/kernel/result.ts';

/** Of a long dialogue the last ones. */
const MOST_CHANGES = 100;

export const operation = (records: Records) =>
  apiOperation(getOrderProgress, async ({ params: { purchaseOrderId: scope } }) => {
    const ledger = await readRecord(records, 'order-ledger', scope);
    if (!ledger.ok) return ledger;
    const list = { list: 'changes-by-order', scope, order: 'descending', limit: MOST_CHANGES } as const;
    const { entries } = await records.list('order-change', list);
    return ok({ ...ledger.value, changes: entries.map(present).reverse() });
  });

export const handler = apiHandler(operation(dynamoRecords()));
