/** Every business event there is. A new one is a folder beside these and a line here. */
import type * as z from 'zod';
import { approvalGroupDecided } from './approval-group-decided/v1.ts';
import { approvalOverdue } from './approval-overdue/v1.ts';
import { approvalRequested } from './approval-requested/v1.ts';
import { crossReferenceChanged } from './cross-reference-changed/v1.ts';
import { deadLetterNoticed } from './dead-letter-noticed/v1.ts';
import { deadLetterSettled } from './dead-letter-settled/v1.ts';
import { documentReceived } from './document-received/v1.ts';
import { documentRejected } from './document-rejected/v1.ts';
import { exceptionChanged } from './exception-changed/v1.ts';
import { exceptionOpened } from './exception-opened/v1.ts';
import { exceptionResolved } from './exception-resolved/v1.ts';
import { forecastReleaseApproved } from './forecast-release-approved/v1.ts';
import { forecastReleaseHeld } from './forecast-release-held/v1.ts';
import { forecastReleaseReceived } from './forecast-release-received/v1.ts';
import { forecastReleaseRejected } from './forecast-release-rejected/v1.ts';
import { forecastReleaseSuperseded } from './forecast-release-superseded/v1.ts';
import { forecastReleaseValidated } from './forecast-release-validated/v1.ts';
import { goodsReceived } from './goods-received/v1.ts';
import { interchangeAnswered } from './interchange-answered/v1.ts';
import { interchangeQuarantined } from './interchange-quarantined/v1.ts';
import { interchangeReceived } from './interchange-received/v1.ts';
import { interchangeSent } from './interchange-sent/v1.ts';
import { inventoryMoved } from './inventory-moved/v1.ts';
import { invoiceMatched } from './invoice-matched/v1.ts';
import { invoiceSettled } from './invoice-settled/v1.ts';
import { itemChanged } from './item-changed/v1.ts';
import { locationChanged } from './location-changed/v1.ts';
import { orderAcknowledged } from './order-acknowledged/v1.ts';
import { orderAnswerOverdue } from './order-answer-overdue/v1.ts';
import { orderChangeRequested } from './order-change-requested/v1.ts';
import { orderChangeSettled } from './order-change-settled/v1.ts';
import { orderPlaced } from './order-placed/v1.ts';
import { orderProgressed } from './order-progressed/v1.ts';
import { partnerChanged } from './partner-changed/v1.ts';
import { partnerDocumentReceived } from './partner-document-received/v1.ts';
import { partnerDocumentSent } from './partner-document-sent/v1.ts';
import { partnerDocumentSettled } from './partner-document-settled/v1.ts';
import { proposalApproved } from './proposal-approved/v1.ts';
import { proposalRejected } from './proposal-rejected/v1.ts';
import { proposalSuperseded } from './proposal-superseded/v1.ts';
import { purchaseOrderChanged } from './purchase-order-changed/v1.ts';
import { purchaseOrderCreated } from './purchase-order-created/v1.ts';
import { purchaseOrderRefused } from './purchase-order-refused/v1.ts';
import { purchaseOrderRequested } from './purchase-order-requested/v1.ts';
import { redriveFinished } from './redrive-finished/v1.ts';
import { redriveStarted } from './redrive-started/v1.ts';
import { replayFinished } from './replay-finished/v1.ts';
import { replayStarted } from './replay-started/v1.ts';
import { replenishmentProposed } from './replenishment-proposed/v1.ts';
import { shipmentAnnounced } from './shipment-announced/v1.ts';
import { sourceSynced } from './source-synced/v1.ts';
import { supplierChanged } from './supplier-changed/v1.ts';
import { supplierOfferChanged } from './supplier-offer-changed/v1.ts';
import { supplierTermsChanged } from './supplier-terms-changed/v1.ts';

export const eventCatalogue = {
  'approval-group-decided': approvalGroupDecided,
  'approval-overdue': approvalOverdue,
  'approval-requested': approvalRequested,
  'cross-reference-changed': crossReferenceChanged,
  'dead-letter-noticed': deadLetterNoticed,
  'dead-letter-settled': deadLetterSettled,
  'document-received': documentReceived,
  'document-rejected': documentRejected,
  'exception-changed': exceptionChanged,
  'exception-opened': exceptionOpened,
  'exception-resolved': exceptionResolved,
  'forecast-release-approved': forecastReleaseApproved,
  'forecast-release-held': forecastReleaseHeld,
  'forecast-release-received': forecastReleaseReceived,
  'forecast-release-rejected': forecastReleaseRejected,
  'forecast-release-superseded': forecastReleaseSuperseded,
  'forecast-release-validated': forecastReleaseValidated,
  'goods-received': goodsReceived,
  'interchange-answered': interchangeAnswered,
  'interchange-quarantined': interchangeQuarantined,
  'interchange-received': interchangeReceived,
  'interchange-sent': interchangeSent,
  'inventory-moved': inventoryMoved,
  'invoice-matched': invoiceMatched,
  'invoice-settled': invoiceSettled,
  'item-changed': itemChanged,
  'location-changed': locationChanged,
  'order-acknowledged': orderAcknowledged,
  'order-answer-overdue': orderAnswerOverdue,
  'order-change-requested': orderChangeRequested,
  'order-change-settled': orderChangeSettled,
  'order-placed': orderPlaced,
  'order-progressed': orderProgressed,
  'partner-changed': partnerChanged,
  'partner-document-received': partnerDocumentReceived,
  'partner-document-sent': partnerDocumentSent,
  'partner-document-settled': partnerDocumentSettled,
  'proposal-approved': proposalApproved,
  'proposal-rejected': proposalRejected,
  'proposal-superseded': proposalSuperseded,
  'purchase-order-changed': purchaseOrderChanged,
  'purchase-order-created': purchaseOrderCreated,
  'purchase-order-refused': purchaseOrderRefused,
  'purchase-order-requested': purchaseOrderRequested,
  'redrive-finished': redriveFinished,
  'redrive-started': redriveStarted,
  'replay-finished': replayFinished,
  'replay-started': replayStarted,
  'replenishment-proposed': replenishmentProposed,
  'shipment-announced': shipmentAnnounced,
  'source-synced': sourceSynced,
  'supplier-changed': supplierChanged,
  'supplier-offer-changed': supplierOfferChanged,
  'supplier-terms-changed': supplierTermsChanged,
} as const;

export type EventName = keyof typeof eventCatalogue;
export type EventData<N extends EventName> = z.infer<(typeof eventCatalogue)[N]['data']>;

/** An event as a use case states it; the journal adds envelope and sequence and checks it before the commit. */
export type EventDraft = {
  readonly [N in EventName]: { readonly name: N; readonly data: EventData<N> };
}[EventName];
