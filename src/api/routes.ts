/** Every route there is. A new one is a definition in `routes/`, a line here, an example and a function. */
import * as documents from './routes/documents.ts';
import * as exceptions from './routes/exceptions.ts';
import * as forecastReleases from './routes/forecast-releases.ts';
import * as masterData from './routes/master-data.ts';
import * as partnerDocuments from './routes/partner-documents.ts';
import * as partners from './routes/partners.ts';
import * as proposals from './routes/proposals.ts';
import * as purchaseOrders from './routes/purchase-orders.ts';
import * as service from './routes/service.ts';
import * as supplierFlow from './routes/supplier-flow.ts';
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
  'add-partner': partners.addPartner,
  'list-partners': partners.listPartners,
  'get-partner': partners.getPartner,
  'certify-partner': partners.certifyPartner,
  'get-certification': partners.getCertification,
  'activate-partner': partners.activatePartner,
  'suspend-partner': partners.suspendPartner,
  'withdraw-partner-access': partners.withdrawPartnerAccess,
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
  'list-partner-documents': partnerDocuments.listPartnerDocuments,
  'get-partner-document': partnerDocuments.getPartnerDocument,
  'reprocess-partner-document': partnerDocuments.reprocessPartnerDocument,
  'list-interchanges': partnerDocuments.listInterchanges,
  'reprocess-interchange': partnerDocuments.reprocessInterchange,
  'put-cross-reference': partnerDocuments.putCrossReference,
  'get-order-progress': supplierFlow.getOrderProgress,
  'list-supplier-shipments': supplierFlow.listSupplierShipments,
  'list-invoices': supplierFlow.listInvoices,
  'get-invoice': supplierFlow.getInvoice,
  'get-supplier-scorecard': supplierFlow.getSupplierScorecard,
  'collect-interchange': supplierInterchanges.collectInterchange,
  'get-health': service.getHealth,
  'get-openapi': service.getOpenapi,
} as const;

export type OperationId = keyof typeof routes;
