/** What suppliers answered, shipped and invoiced, as the distributor sees it. */
import * as z from 'zod';
import { monthSchema } from '#core/canonical/scorecard.ts';
import { idSchema } from '#core/kernel/identifiers.ts';
import { pageQuery } from '../resources/resource.ts';
import * as resources from '../resources/supplier-flow.ts';
import { readRoute } from '../route.ts';

const ofSupplier = z.strictObject({ supplierId: idSchema });

export const getOrderProgress = readRoute({
  operationId: 'get-order-progress',
  path: '/v1/purchase-orders/{purchaseOrderId}/progress',
  tag: 'Purchase orders',
  summary:
    'Get what became of an order at its supplier: told, answered, shipped, received, invoiced, changed',
  scope: 'purchase-orders.read',
  params: z.strictObject({ purchaseOrderId: idSchema }),
  answer: { description: 'The dialogue about the order', schema: resources.orderProgress, etag: true },
});

export const listSupplierShipments = readRoute({
  operationId: 'list-supplier-shipments',
  path: '/v1/suppliers/{supplierId}/shipments',
  tag: 'Shipments',
  summary: 'List the shipments a supplier announced, by the day they are expected, latest first',
  scope: 'shipments.read',
  params: ofSupplier,
  query: z.strictObject(pageQuery),
  answer: { description: 'A page of shipments', schema: resources.shipmentPage },
});

export const listInvoices = readRoute({
  operationId: 'list-invoices',
  path: '/v1/suppliers/{supplierId}/invoices',
  tag: 'Invoices',
  summary: 'List the invoices of a supplier by invoice date, newest first',
  scope: 'invoices.read',
  params: ofSupplier,
  query: z.strictObject(pageQuery),
  answer: { description: 'A page of invoices', schema: resources.invoicePage },
});

export const getInvoice = readRoute({
  operationId: 'get-invoice',
  path: '/v1/invoices/{invoiceId}',
  tag: 'Invoices',
  summary: 'Get one invoice with the verdict on each line',
  scope: 'invoices.read',
  params: z.strictObject({ invoiceId: idSchema }),
  answer: { description: 'The invoice', schema: resources.invoice, etag: true },
});

export const getSupplierScorecard = readRoute({
  operationId: 'get-supplier-scorecard',
  path: '/v1/suppliers/{supplierId}/scorecards/{month}',
  tag: 'Suppliers',
  summary:
    'Get how a supplier did in a month: on time, in full, answers, prices, invoices, with what is behind it',
  scope: 'scorecards.read',
  params: z.strictObject({ supplierId: idSchema, month: monthSchema }),
  answer: { description: 'The scorecard', schema: resources.scorecard },
});
