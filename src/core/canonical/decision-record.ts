/**
 * The record of how one order, or the decision not to order, came about: what was known, in which version, what was
 * computed from it, and what each rule said. It can be computed again from itself alone.
 */
import * as z from 'zod';
import { dateSchema, instantSchema } from '#core/kernel/dates.ts';
import { decimalSchema } from '#core/kernel/decimal.ts';
import { idSchema } from '#core/kernel/identifiers.ts';
import { moneySchema } from '#core/kernel/money.ts';
import { quantitySchema, unitSchema } from '#core/kernel/quantity.ts';
import { forecastSeriesSchema } from './forecast.ts';
import { inventoryPolicySchema, inventoryPositionSchema } from './inventory.ts';
import { itemSchema, packSchema } from './item.ts';
import { locationSchema } from './location.ts';
import { purchaseOrderSchema } from './purchase-order.ts';
import { supplierSchema, supplierTermsSchema } from './supplier.ts';

/** The version of the record that a value was read at. */
const version = z.int().min(1);

/** What one open line of a purchase order still brings, in the item's base unit. */
export const openSupplySchema = z.strictObject({
  purchaseOrderId: idSchema,
  version,
  lineNumber: z.int().min(1),
  state: purchaseOrderSchema.shape.state,
  openQuantity: decimalSchema,
  /** Arrival at the location: the latest date promised, or the one requested where nothing is promised yet. */
  expectedDate: dateSchema,
});

/** Everything known about one item at one location when it was planned; what is absent was not known. */
export const planningInputSchema = z.strictObject({
  itemId: idSchema,
  locationId: idSchema,
  item: itemSchema
    .pick({ status: true, baseUnit: true })
    .extend({ version, packs: z.array(packSchema.omit({ gtin: true })) })
    .optional(),
  location: locationSchema
    .pick({ status: true, receivingDays: true, dockToStockDays: true })
    .extend({ version })
    .optional(),
  supplier: supplierSchema
    .pick({ id: true, status: true, workingDays: true, orderDays: true, orderCutOff: true, closedOn: true })
    .extend({ version })
    .optional(),
  terms: supplierTermsSchema
    .omit({ itemId: true, priority: true, provenance: true })
    .extend({ version })
    .optional(),
  policy: inventoryPolicySchema
    .pick({ method: true, safetyStock: true, eligible: true })
    .extend({ version })
    .optional(),
  position: inventoryPositionSchema
    .pick({ unit: true, onHand: true, allocated: true, onHold: true, inTransit: true, asOf: true })
    .extend({ version })
    .optional(),
  supply: z.array(openSupplySchema),
  forecast: forecastSeriesSchema
    .pick({ unit: true, from: true, quantities: true })
    .extend({ releaseId: idSchema }),
});
export type PlanningInput = z.infer<typeof planningInputSchema>;
export type OpenSupply = z.infer<typeof openSupplySchema>;

/** One week of the net table, in the item's base unit. */
export const netRowSchema = z.strictObject({
  /** Its first day. */
  bucket: dateSchema,
  demand: decimalSchema,
  /** What open orders bring. */
  receipts: decimalSchema,
  safetyStock: decimalSchema,
  /** max(0, safety stock − (projected before + receipts − demand)). */
  net: decimalSchema,
  /** The part of it that a new order can bring: nothing before the first week an order placed today can reach. */
  planned: decimalSchema,
  /** Stock at the end, planned receipt included. */
  projected: decimalSchema,
});
export type NetRow = z.infer<typeof netRowSchema>;

export const ruleIds = [
  'item-status',
  'supplier-status',
  'location-eligibility',
  'lead-time',
  'unit-conversion',
  'order-minimum',
  'order-multiple',
] as const;
export type RuleId = (typeof ruleIds)[number];

/** What a rule said: where it adjusted, the quantity before and after, in the unit it counts in. */
export const ruleVerdictSchema = z.discriminatedUnion('verdict', [
  z.strictObject({ rule: z.enum(ruleIds), verdict: z.literal('passed'), because: z.string().optional() }),
  z.strictObject({
    rule: z.enum(ruleIds),
    verdict: z.literal('adjusted'),
    because: z.string(),
    before: quantitySchema,
    after: quantitySchema,
  }),
  z.strictObject({ rule: z.enum(ruleIds), verdict: z.literal('refused'), because: z.string() }),
]);
export type RuleVerdict = z.infer<typeof ruleVerdictSchema>;

/** The order that a line became. */
export const plannedOrderSchema = z.strictObject({
  supplierId: idSchema,
  quantity: quantitySchema,
  baseQuantity: quantitySchema,
  value: moneySchema,
  /** What the net requirement is worth at the same price. */
  requirementValue: moneySchema,
  orderDate: dateSchema,
  /** Arrival at the location's dock that is asked of the supplier. */
  requestedDate: dateSchema,
  /** When it can be used: arrival and dock-to-stock. */
  deliveryDate: dateSchema,
  /** The order date it should have had is past. */
  expedite: z.boolean(),
});
export type PlannedOrder = z.infer<typeof plannedOrderSchema>;

export const decisionRecordSchema = z.strictObject({
  runId: idSchema,
  plannedAt: instantSchema,
  /** Days until the next review: what can wait for it is not ordered now. */
  reviewDays: z.int().min(1),
  inputs: planningInputSchema,
  outcome: z.enum(['enough', 'passed', 'adjusted', 'refused']),
  net: z.array(netRowSchema),
  /** What must be ordered now, and from which day it is missing; absent where there is enough. */
  requirement: z.strictObject({ quantity: decimalSchema, unit: unitSchema, needDate: dateSchema }).optional(),
  /** In the order of application; after a refusal no further rule is asked. */
  verdicts: z.array(ruleVerdictSchema),
  order: plannedOrderSchema.optional(),
  /** What else a reader should know, in sentences. */
  remarks: z.array(z.string()),
});
export type DecisionRecord = z.infer<typeof decisionRecordSchema>;
