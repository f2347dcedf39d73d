/** Every route there is. A new one is a definition in `routes/`, a line here, an example and a function. */
import * as audit from './routes/audit.ts';
import * as deadLetters from './routes/dead-letters.ts';
import * as documents from './routes/documents.ts';
import * as exceptions from './routes/exceptions.ts';
import * as forecastReleases from './routes/forecast-releases.ts';
import * as lineage from './routes/lineage.ts';
import * as masterData from './routes/master-data.ts';
import * as me from './routes/me.ts';
import * as measures from './routes/measures.ts';
import * as partnerDocuments from './routes/partner-documents.ts';
import * as partners from './routes/partners.ts';
import * as proposals from './routes/proposals.ts';
import * as purchaseOrders from './routes/purchase-orders.ts';
import * as replays from './routes/replays.ts';
import * as replenishmentRuns from './routes/replenishment-runs.ts';
import * as service from './routes/service.ts';
import * as supplierFlow from './routes/supplier-flow.ts';
import * as supplierInterchanges from './routes/supplier-interchanges.ts';
import * as supplierOrders from './routes/supplier-orders.ts';
import * as systems from './routes/systems.ts';

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
  'compare-forecast-release': forecastReleases.compareForecastRelease,
  'get-forecast-series': forecastReleases.getForecastSeries,
  'reject-forecast-release': forecastReleases.rejectForecastRelease,
  'list-replenishment-runs': replenishmentRuns.listReplenishmentRuns,
  'get-replenishment-run': replenishmentRuns.getReplenishmentRun,
  'assign-exception': exceptions.assignException,
  'get-lineage': lineage.getLineage,
  'get-interchange': lineage.getInterchange,
  'get-document-content': lineage.getDocumentContent,
  'get-overview': measures.getOverview,
  'get-measure': measures.getMeasure,
  search: measures.search,
  'list-dead-letter-queues': deadLetters.listDeadLetterQueues,
  'list-dead-letters': deadLetters.listDeadLetters,
  'get-dead-letter': deadLetters.getDeadLetter,
  'rehearse-dead-letter': deadLetters.rehearseDeadLetter,
  'discard-dead-letter': deadLetters.discardDeadLetter,
  'move-dead-letter': deadLetters.moveDeadLetter,
  'start-redrive': deadLetters.startRedrive,
  'list-redrives': deadLetters.listRedrives,
  'get-redrive': deadLetters.getRedrive,
  'cancel-redrive': deadLetters.cancelRedrive,
  'list-event-consumers': replays.listEventConsumers,
  'preview-replay': replays.previewReplay,
  'start-replay': replays.startReplay,
  'list-replays': replays.listReplays,
  'get-replay': replays.getReplay,
  'cancel-replay': replays.cancelReplay,
  'list-audit-entries': audit.listAuditEntries,
  'list-systems': systems.listSystems,
  'get-system': systems.getSystem,
  'pause-system': systems.pauseSystem,
  'resume-system': systems.resumeSystem,
  'get-me': me.getMe,
  'get-health': service.getHealth,
  'get-openapi': service.getOpenapi,
} as const;

export type OperationId = keyof typeof routes;
