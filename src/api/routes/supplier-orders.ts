/** What a supplier asks and tells about its orders. Whose they are comes from the token alone. */
import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import { pageQuery } from '../resources/resource.ts';
import * as resources from '../resources/supplier.ts';
import { readRoute, writeRoute } from '../route.ts';
import { acknowledgementBody } from '../submissions/acknowledgement.ts';
import { catalogBody } from '../submissions/catalog.ts';
import { invoiceBody } from '../submissions/invoice.ts';
import { orderNumberSchema } from '../submissions/parts.ts';
import { shipmentBody } from '../submissions/shipment.ts';
import { stockBody } from '../submissions/stock.ts';

const tag = 'For suppliers';
const params = z.strictObject({ orderNumber: orderNumberSchema });

export const listSupplierOrders = readRoute({
  operationId: 'list-supplier-orders',
  path: '/v1/supplier/orders',
  tag,
  summary: 'List your orders by order date, newest first',
  scope: 'supplier-orders.read',
  query: z.strictObject(pageQuery),
  answer: { description: 'A page of orders', schema: resources.supplierOrderPage },
});

export const getSupplierOrder = readRoute({
  operationId: 'get-supplier-order',
  path: '/v1/supplier/orders/{orderNumber}',
  tag,
  summary: 'Get one of your orders: its lines, what you answered, shipped and invoiced, what arrived',
  scope: 'supplier-orders.read',
  params,
  answer: { description: 'The order', schema: resources.supplierOrderWithLines, etag: true },
});

const submitted = {
  tag,
  ifMatch: false,
  tier: 'critical',
  problems: ['document-not-agreed', 'order-unknown'],
  answer: {
    status: 202,
    description: 'The document as it is kept; what comes of it is told by its state',
    schema: resources.supplierDocument,
  },
} as const;

export const acknowledgeSupplierOrder = writeRoute({
  ...submitted,
  operationId: 'acknowledge-supplier-order',
  path: '/v1/supplier/orders/{orderNumber}/acknowledgement',
  summary: 'Answer an order, as a whole or line by line',
  scope: 'supplier-orders.acknowledge',
  params,
  body: acknowledgementBody,
  maximumBodyBytes: 262_144,
});

export const announceSupplierShipment = writeRoute({
  ...submitted,
  operationId: 'announce-supplier-shipment',
  path: '/v1/supplier/shipments',
  summary: 'Announce a shipment: what is on its way, in which packs, with lots',
  scope: 'supplier-shipments.announce',
  body: shipmentBody,
  maximumBodyBytes: 1_048_576,
});

export const submitSupplierInvoice = writeRoute({
  ...submitted,
  operationId: 'submit-supplier-invoice',
  path: '/v1/supplier/invoices',
  summary: 'Send an invoice, a credit note or a debit note',
  scope: 'supplier-invoices.submit',
  body: invoiceBody,
  maximumBodyBytes: 1_048_576,
});

export const offerSupplierCatalog = writeRoute({
  ...submitted,
  operationId: 'offer-supplier-catalog',
  path: '/v1/supplier/catalogs',
  summary: 'Offer prices and lead times of your items',
  scope: 'supplier-catalogs.offer',
  tier: 'standard',
  problems: ['document-not-agreed'],
  body: catalogBody,
  maximumBodyBytes: 1_048_576,
});

export const reportSupplierStock = writeRoute({
  ...submitted,
  operationId: 'report-supplier-stock',
  path: '/v1/supplier/stock',
  summary: 'Report what you have of your items',
  scope: 'supplier-stock.report',
  tier: 'standard',
  problems: ['document-not-agreed'],
  body: stockBody,
  maximumBodyBytes: 1_048_576,
});

export const listSupplierDocuments = readRoute({
  operationId: 'list-supplier-documents',
  path: '/v1/supplier/documents',
  tag,
  summary: 'List the documents we exchanged, newest first',
  scope: 'supplier-documents.read',
  query: z.strictObject(pageQuery),
  answer: { description: 'A page of documents', schema: resources.supplierDocumentPage },
});

export const getSupplierDocument = readRoute({
  operationId: 'get-supplier-document',
  path: '/v1/supplier/documents/{documentId}',
  tag,
  summary: 'Get one document we exchanged: what became of it, and what was found wrong with it',
  scope: 'supplier-documents.read',
  params: z.strictObject({ documentId: idSchema }),
  answer: { description: 'The document', schema: resources.supplierDocument, etag: true },
});
