import * as z from 'zod';
import { dateSchema } from '#core/kernel/dates.ts';
import { decimalSchema } from '#core/kernel/decimal.ts';
import { identifierSchema } from '#core/kernel/identifiers.ts';
import { currencySchema } from '#core/kernel/money.ts';
import {
  codeSchema,
  itemIdentifiersSchema,
  MOST,
  numberSchema,
  purposeSchema,
  referenceSchema,
  standardSchema,
  statedDateSchema,
  statedPriceSchema,
  statedQuantitySchema,
  textSchema,
  tradePartySchema,
} from './trade.ts';

/** One part of a line: so much, then, there. */
export const requestedDeliverySchema = z.strictObject({
  quantity: statedQuantitySchema,
  dates: z.array(statedDateSchema).max(MOST),
  /** Where this part goes, when the line says so (SDQ, LOC). */
  place: identifierSchema.optional(),
});
export type RequestedDelivery = z.infer<typeof requestedDeliverySchema>;

export const customerOrderLineSchema = z.strictObject({
  /** As the customer numbers it: PO101, LIN 1082. */
  lineNumber: numberSchema.optional(),
  item: itemIdentifiersSchema,
  description: textSchema.optional(),
  /** Of the whole line; absent where only its deliveries have quantities. */
  quantity: statedQuantitySchema.optional(),
  price: statedPriceSchema.optional(),
  dates: z.array(statedDateSchema).max(MOST),
  deliveries: z.array(requestedDeliverySchema).max(MOST),
  parties: z.array(tradePartySchema).max(MOST),
  references: z.array(referenceSchema).max(MOST),
  notes: z.array(textSchema).max(MOST),
});
export type CustomerOrderLine = z.infer<typeof customerOrderLineSchema>;

/**
 * A customer's order (850, ORDERS), as it was stated: the sales order is what comes of it. Its id and provenance are
 * added where it is kept.
 */
export const customerOrderSchema = z.strictObject({
  standard: standardSchema,
  /** The customer's number: BEG03, BGM 1004. */
  number: numberSchema,
  release: numberSchema.optional(),
  /** BEG02 (X12 92), BGM 1001. */
  type: codeSchema.optional(),
  purpose: purposeSchema.optional(),
  orderedOn: dateSchema.optional(),
  contract: numberSchema.optional(),
  currency: currencySchema.optional(),
  parties: z.array(tradePartySchema).max(MOST),
  references: z.array(referenceSchema).max(MOST),
  dates: z.array(statedDateSchema).max(MOST),
  notes: z.array(textSchema).max(MOST),
  lines: z.array(customerOrderLineSchema).max(MOST),
  /** The customer's total: AMT `TT`, MOA `86`. */
  total: decimalSchema.optional(),
});
export type CustomerOrder = z.infer<typeof customerOrderSchema>;
