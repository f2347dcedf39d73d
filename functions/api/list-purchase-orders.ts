import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { listRecords } from '#api/answers/list-records.ts';
import { apiOperation } from '#api/operation.ts';
import { listPurchaseOrders } from '#api/routes/purchase-orders.ts';
import type { Records } from '#core/kernel/records.ts';

export const operation = (records: Records) =>
  apiOperation(listPurchaseOrders, ({ query }) =>
    listRecords(records, 'purchase-order', { list: 'purchase-orders', order: 'descending' }, query),
  );

export const handler = apiHandler(operation(dynamoRecords()));
