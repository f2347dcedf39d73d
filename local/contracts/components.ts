/** The named schemas of the contract: what a client's types are called. */
import * as z from 'zod';
import { problemDetailsSchema } from '#api/problem-details.ts';
import * as audit from '#api/resources/audit.ts';
import { content } from '#api/resources/content.ts';
import * as deadLetters from '#api/resources/dead-letter.ts';
import * as documents from '#api/resources/document.ts';
import * as exceptions from '#api/resources/exception.ts';
import * as forecastReleases from '#api/resources/forecast-release.ts';
import * as lineage from '#api/resources/lineage.ts';
import * as masterData from '#api/resources/master-data.ts';
import { me } from '#api/resources/me.ts';
import * as measures from '#api/resources/measures.ts';
import * as partners from '#api/resources/partner.ts';
import * as partnerDocuments from '#api/resources/partner-document.ts';
import * as proposals from '#api/resources/proposal.ts';
import * as purchaseOrders from '#api/resources/purchase-order.ts';
import * as replays from '#api/resources/replay.ts';
import * as runs from '#api/resources/replenishment-run.ts';
import * as suppliers from '#api/resources/supplier.ts';
import * as supplierFlow from '#api/resources/supplier-flow.ts';
import * as systems from '#api/resources/system.ts';
import { healthAnswer } from '#api/routes/service.ts';
import * as decisions from '#core/canonical/decision-record.ts';
import { lineCountsSchema, revisionSchema } from '#core/canonical/forecast.ts';
import { packSchema } from '#core/canonical/item.ts';
import { decisionSchema } from '#core/canonical/proposal.ts';
import { provenanceSchema } from '#core/canonical/provenance.ts';
import { purchaseOrderLineSchema } from '#core/canonical/purchase-order.ts';
import { sourceStatusSchema } from '#core/canonical/source-status.ts';
import { identifierSchema } from '#core/kernel/identifiers.ts';
import { moneySchema, priceSchema } from '#core/kernel/money.ts';
import { quantitySchema } from '#core/kernel/quantity.ts';

const named = {
  Decision: decisionSchema,
  DecisionRecord: decisions.decisionRecordSchema,
  Document: documents.documentResource,
  DocumentPage: documents.documentPage,
  DocumentWithHistory: documents.documentWithHistory,
  Exception: exceptions.exceptionResource,
  ExceptionPage: exceptions.exceptionPage,
  DownloadLink: forecastReleases.downloadLink,
  ForecastRelease: forecastReleases.forecastReleaseResource,
  ForecastReleasePage: forecastReleases.forecastReleasePage,
  ForecastRevision: revisionSchema,
  ForecastUpload: forecastReleases.forecastUpload,
  HistoryEntry: documents.historyEntry,
  Health: healthAnswer,
  Identifier: identifierSchema,
  Item: masterData.itemResource,
  ItemPage: masterData.itemPage,
  NetRow: decisions.netRowSchema,
  OpenSupply: decisions.openSupplySchema,
  PlannedOrder: decisions.plannedOrderSchema,
  PlanningInput: decisions.planningInputSchema,
  RuleVerdict: decisions.ruleVerdictSchema,
  LineCounts: lineCountsSchema,
  Location: masterData.locationResource,
  LocationPage: masterData.locationPage,
  Money: moneySchema,
  Pack: packSchema,
  CollectedInterchange: suppliers.collectedInterchange,
  CrossReference: partnerDocuments.crossReference,
  Interchange: partnerDocuments.interchange,
  InterchangePage: partnerDocuments.interchangePage,
  Invoice: supplierFlow.invoice,
  InvoicePage: supplierFlow.invoicePage,
  OrderChange: supplierFlow.orderChange,
  OrderProgress: supplierFlow.orderProgress,
  PartnerDocument: partnerDocuments.partnerDocument,
  PartnerDocumentPage: partnerDocuments.partnerDocumentPage,
  PartnerDocumentWithContent: partnerDocuments.partnerDocumentWithContent,
  ReprocessedInterchange: partnerDocuments.reprocessedInterchange,
  Scorecard: supplierFlow.scorecard,
  Shipment: supplierFlow.shipment,
  ShipmentPage: supplierFlow.shipmentPage,
  Posting: purchaseOrders.postingState,
  Price: priceSchema,
  Problem: problemDetailsSchema,
  Proposal: proposals.proposalResource,
  ProposalPage: proposals.proposalPage,
  ProposalWithDecisionRecord: proposals.proposalWithDecisionRecord,
  Provenance: provenanceSchema,
  PurchaseOrder: purchaseOrders.purchaseOrderResource,
  PurchaseOrderLine: purchaseOrderLineSchema,
  PurchaseOrderPage: purchaseOrders.purchaseOrderPage,
  PurchaseOrderWithPosting: purchaseOrders.purchaseOrderWithPosting,
  Quantity: quantitySchema,
  Supplier: masterData.supplierResource,
  SupplierDocument: suppliers.supplierDocument,
  SupplierDocumentPage: suppliers.supplierDocumentPage,
  SupplierInterchange: suppliers.supplierInterchange,
  SupplierInterchangePage: suppliers.supplierInterchangePage,
  PostedInterchange: suppliers.postedInterchange,
  InterchangeUpload: suppliers.interchangeUpload,
  SupplierOrder: suppliers.supplierOrder,
  SupplierOrderLine: suppliers.supplierOrderLine,
  SupplierOrderPage: suppliers.supplierOrderPage,
  SupplierOrderWithLines: suppliers.supplierOrderWithLines,
  SupplierPage: masterData.supplierPage,
  AuditEntry: audit.auditEntry,
  AuditPage: audit.auditPage,
  DeadLetter: deadLetters.deadLetter,
  DeadLetterPage: deadLetters.deadLetterPage,
  DeadLetterQueues: deadLetters.deadLetterQueues,
  DeadLetterWithMessage: deadLetters.deadLetterWithMessage,
  Redrive: deadLetters.redrive,
  RedrivePage: deadLetters.redrivePage,
  Rehearsal: deadLetters.rehearsal,
  EventConsumers: replays.eventConsumers,
  Replay: replays.replay,
  ReplayPage: replays.replayPage,
  ReplayPreview: replays.replayPreview,
  ForecastComparison: forecastReleases.forecastComparison,
  ForecastSeries: forecastReleases.forecastSeriesAnswer,
  ApprovalGroup: runs.group,
  ReplenishmentRun: runs.run,
  ReplenishmentRunPage: runs.runPage,
  ReplenishmentRunWithGroups: runs.runWithGroups,
  Content: content,
  InterchangeWithContent: lineage.interchangeWithContent,
  Lineage: lineage.lineage,
  Found: measures.found,
  MeasureSeries: measures.measureSeries,
  Overview: measures.overview,
  Me: me,
  CertificationReport: partners.certificationReport,
  OnboardedPartner: partners.onboardedPartner,
  Partner: partners.partnerResource,
  PartnerPage: partners.partnerPage,
  SourceStatus: sourceStatusSchema,
  System: systems.system,
  SystemList: systems.systemList,
  SystemWithPostings: systems.systemWithPostings,
} as const satisfies Record<string, z.ZodType>;

export const componentRegistry = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(named)) componentRegistry.add(schema, { id });

/** What a schema is called, where it has a name. */
export const componentName = (schema: z.ZodType): string | undefined => componentRegistry.get(schema)?.id;

/** A schema as an answer shows it: by its name, or in place. */
export const componentUri = (name: string): string => `#/components/schemas/${name}`;
