/** Every kind of record the journal keeps, with its schema. A new kind is one entry here; the compiler asks for the rest. */
import type * as z from 'zod';
import { deadLetterSchema, redriveSchema } from './dead-letter.ts';
import { documentSchema } from './document.ts';
import { exceptionSchema } from './exception.ts';
import { forecastBaselineSchema, forecastReleaseSchema } from './forecast.ts';
import { interchangeSchema, partnerDocumentSchema } from './interchange.ts';
import { inventoryPolicySchema, inventoryPositionSchema } from './inventory.ts';
import { itemSchema } from './item.ts';
import { locationSchema } from './location.ts';
import { orderChangeRecordSchema, orderLedgerSchema } from './order-ledger.ts';
import { controlNumbersSchema, crossReferenceSchema, partnerSchema } from './partner.ts';
import {
  approvalGroupSchema,
  approvalWaitSchema,
  planningTurnSchema,
  proposalSchema,
  replenishmentRunSchema,
} from './proposal.ts';
import { purchaseOrderSchema } from './purchase-order.ts';
import { replaySchema } from './replay.ts';
import { sourceStatusSchema } from './source-status.ts';
import { supplierSchema, supplierTermsSchema } from './supplier.ts';
import {
  expectedShipmentSchema,
  goodsReceiptSchema,
  handlingUnitSchema,
  invoiceSchema,
  supplierOfferSchema,
} from './supplier-flow.ts';

export const recordSchemas = {
  item: itemSchema,
  supplier: supplierSchema,
  'supplier-terms': supplierTermsSchema,
  location: locationSchema,
  'inventory-position': inventoryPositionSchema,
  'inventory-policy': inventoryPolicySchema,
  document: documentSchema,
  'forecast-release': forecastReleaseSchema,
  'forecast-baseline': forecastBaselineSchema,
  'replenishment-run': replenishmentRunSchema,
  proposal: proposalSchema,
  'approval-group': approvalGroupSchema,
  'approval-wait': approvalWaitSchema,
  'planning-turn': planningTurnSchema,
  'purchase-order': purchaseOrderSchema,
  partner: partnerSchema,
  'cross-reference': crossReferenceSchema,
  'control-numbers': controlNumbersSchema,
  interchange: interchangeSchema,
  'partner-document': partnerDocumentSchema,
  'order-ledger': orderLedgerSchema,
  'order-change': orderChangeRecordSchema,
  'expected-shipment': expectedShipmentSchema,
  'handling-unit': handlingUnitSchema,
  'goods-receipt': goodsReceiptSchema,
  invoice: invoiceSchema,
  'supplier-offer': supplierOfferSchema,
  exception: exceptionSchema,
  'dead-letter': deadLetterSchema,
  redrive: redriveSchema,
  replay: replaySchema,
  'source-status': sourceStatusSchema,
} as const;

export type RecordType = keyof typeof recordSchemas;
export type RecordBody<T extends RecordType> = z.infer<(typeof recordSchemas)[T]>;
