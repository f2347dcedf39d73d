import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { ownOrder, supplierLines } from '#api/answers/supplier-order.ts';
import { apiOperation, partnerOf } from '#api/operation.ts';
import { present } from '#api/resources/resource.ts';
import { getSupplierOrder } from '#api/routes/supplier-orders.ts';
import { orderView } from '#business/purchasing/order-view.ts';
import type { Records } from '#core/kernel/records.ts';
import { ok } from '#core/kernel/result.ts';

export const operation = (records: Records) =>
  apiOperation(getSupplierOrder, async ({ params: { orderNumber } }, context) => {
    const order = await ownOrder(records, partnerOf(context).id, orderNumber);
    if (!order.ok) return order;
    const lines = await supplierLines(records, orderView(order.value.body));
    return ok({ ...present(order.value), lines });
  });

export const handler = apiHandler(operation(dynamoRecords()));
