import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import * as resources from '../resources/purchase-order.ts';
import { pageQuery } from '../resources/resource.ts';
import { readRoute } from '../route.ts';

export const listPurchaseOrders = readRoute({
  operationId: 'list-purchase-orders',
  path: '/v1/purchase-orders',
  tag: 'Purchase orders',
  summary: 'List purchase orders by order date, newest first',
  scope: 'purchase-orders.read',
  query: z.strictObject(pageQuery),
  answer: { description: 'A page of purchase orders', schema: resources.purchaseOrderPage },
});

export const getPurchaseOrder = readRoute({
  operationId: 'get-purchase-order',
  path: '/v1/purchase-orders/{purchaseOrderId}',
  tag: 'Purchase orders',
  summary: 'Get one purchase order and how far it is on its way into the system of record',
  scope: 'purchase-orders.read',
  params: z.strictObject({ purchaseOrderId: idSchema }),
  answer: { description: 'The purchase order', schema: resources.purchaseOrderWithPosting, etag: true },
});
