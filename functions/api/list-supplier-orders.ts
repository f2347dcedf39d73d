import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { listRecords } from '#api/answers/list-records.ts';
import { apiOperation, partnerOf } from '#api/operation.ts';
import { listSupplierOrders } from '#api/routes/supplier-orders.ts';
import type { Records } from '#core/kernel/records.ts';
import { ok } from '#core/kernel/result.ts';

export const operation = (records: Records) =>
  apiOperation(listSupplierOrders, async ({ query }, context) => {
    const partner = partnerOf(context);
    const list = { list: 'ledgers-by-supplier', scope: partner.supplierId, order: 'descending' } as const;
    const page = await listRecords(records, 'order-ledger', list, query);
    if (!page.ok) return page;
    // A supplier whose partner changed keeps its orders; they were another's, and so they stay unseen.
    return ok({
      ...page.value,
      entries: page.value.entries.filter((order) => order.partnerId === partner.id),
    });
  });

export const handler = apiHandler(operation(dynamoRecords()));
