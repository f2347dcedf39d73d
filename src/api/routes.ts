/** Every route there is. A new one is a definition in `routes/`, a line here, an example and a function. */
import * as documents from './routes/documents.ts';
import * as exceptions from './routes/exceptions.ts';
import * as forecastReleases from './routes/forecast-releases.ts';
import * as masterData from './routes/master-data.ts';
import * as proposals from './routes/proposals.ts';
import * as purchaseOrders from './routes/purchase-orders.ts';
import * as service from './routes/service.ts';
import * as supplierInterchanges from './routes/supplier-interchanges.ts';
import * as supplierOrders from './routes/supplier-orders.ts';

export const routes = {
  'list-items': masterData.listItems,
  'get-item': masterData.getItem,
  'list-locations': masterData.listLocations,
  'get-location': masterData.getLocation,
  'list-suppliers': masterData.listSuppliers,
  'get-supplier': masterData.getSupplier,
  'list-forecast-releases': forecastReleases.listForecastReleases,
  'get-forecast-release': forecastReleases.getForecastRelease,
  'download-quarantined-rows': forecastReleases.downloadQuarantinedRows,
  'approve-forecast-release': forecastReleases.approveForecastRelease,
  'create-forecast-upload': forecastReleases.createForecastUpload,
  'list-proposals': proposals.listProposals,
  'get-proposal': proposals.getProposal,
  'approve-proposal': proposals.approveProposal,
  'reject-proposal': proposals.rejectProposal,
  'list-purchase-orders': purchaseOrders.listPurchaseOrders,
  'get-purchase-order': purchaseOrders.getPurchaseOrder,
  'list-documents': documents.listDocuments,
  'get-document': documents.getDocument,
  'list-exceptions': exceptions.listExceptions,
  'get-exception': exceptions.getException,
  'claim-exception': exceptions.claimException,
  'comment-exception': exceptions.commentException,
  'resolve-exception': exceptions.resolveException,
  'reopen-exception': exceptions.reopenException,
  'list-supplier-orders': supplierOrders.listSupplierOrders,
  'get-supplier-order': supplierOrders.getSupplierOrder,
  'acknowledge-supplier-order': supplierOrders.acknowledgeSupplierOrder,
  'announce-supplier-shipment': supplierOrders.announceSupplierShipment,
  'submit-supplier-invoice': supplierOrders.submitSupplierInvoice,
  'offer-supplier-catalog': supplierOrders.offerSupplierCatalog,
  'report-supplier-stock': supplierOrders.reportSupplierStock,
  'list-supplier-documents': supplierOrders.listSupplierDocuments,
  'get-supplier-document': supplierOrders.getSupplierDocument,
  'post-interchange': supplierInterchanges.postInterchange,
  'create-interchange-upload': supplierInterchanges.createInterchangeUpload,
  'list-supplier-interchanges': supplierInterchanges.listSupplierInterchanges,
  'get-health': service.getHealth,
  'get-openapi': service.getOpenapi,
} as const;

export type OperationId = keyof typeof routes;
