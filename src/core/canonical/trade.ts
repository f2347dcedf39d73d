/**
 * What the documents of trading partners have in common. They say what the partner stated, in our words and units:
 * what a partner leaves out (a unit, a currency) stays out, and the order or the agreement answers for it.
 */
import * as z from 'zod';
import { dateSchema } from '#core/kernel/dates.ts';
import { decimalSchema } from '#core/kernel/decimal.ts';
import { identifierSchema } from '#core/kernel/identifiers.ts';
import { unitSchema } from '#core/kernel/quantity.ts';

/** The longest list in a document: what no standard and no partner goes beyond. */
export const MOST = 200_000;

/** Whose code lists the codes of a document are of; `crossdock` for what came through the API. */
export const standardSchema = z.enum(['x12', 'edifact', 'crossdock']);

/** A code of the standard, unchanged. */
export const codeSchema = z.string().min(1).max(20);

/** A document, order or line number as the partner writes it. */
export const numberSchema = z.string().min(1).max(80);

export const textSchema = z.string().min(1).max(50_000);

/** An amount of something; without unit when the partner stated none: then the order's unit holds. */
export const statedQuantitySchema = z.strictObject({ value: decimalSchema, unit: unitSchema.optional() });
export type StatedQuantity = z.infer<typeof statedQuantitySchema>;

/** An amount per quantity in the document's currency, with the code of its basis (X12 639, EDIFACT 5125). */
export const statedPriceSchema = z.strictObject({
  amount: decimalSchema,
  per: statedQuantitySchema,
  basis: codeSchema.optional(),
});
export type StatedPrice = z.infer<typeof statedPriceSchema>;

/** What happens on a stated date. Shipment and delivery are never taken for each other. */
export const dateEventSchema = z.enum([
  'requested_delivery',
  'requested_shipment',
  'delivery',
  'shipment',
  'shipped',
  'delivered',
]);
export type DateEvent = z.infer<typeof dateEventSchema>;

/** A date with its meaning and its code (X12 374, EDIFACT 2005). */
export const statedDateSchema = z.strictObject({
  event: dateEventSchema,
  code: codeSchema,
  date: dateSchema,
});
export type StatedDate = z.infer<typeof statedDateSchema>;

/** The item by everybody's numbers: schemes `buyer-item`, `supplier-item`, `gtin`, others as `x12:mg`. */
export const itemIdentifiersSchema = z.array(identifierSchema).max(MOST);

/** A reference that is kept as it was stated, by its code (X12 128, EDIFACT 1153). */
export const referenceSchema = z.strictObject({ code: codeSchema, value: numberSchema });
export type Reference = z.infer<typeof referenceSchema>;

/** The buyer's order, and the line of it where that is stated. */
export const orderReferenceSchema = z.strictObject({
  number: numberSchema,
  release: numberSchema.optional(),
  line: numberSchema.optional(),
  date: dateSchema.optional(),
});
export type OrderReference = z.infer<typeof orderReferenceSchema>;

/** Whether a document is new or does something to one sent before (X12 353, EDIFACT 1225). */
export const purposeSchema = z.strictObject({
  code: codeSchema,
  meaning: z.enum(['original', 'cancellation', 'replacement', 'change', 'duplicate', 'other']),
});
export type Purpose = z.infer<typeof purposeSchema>;

export const partyRoleSchema = z.enum([
  'buyer',
  'supplier',
  'ship_to',
  'ship_from',
  'bill_to',
  'remit_to',
  'other',
]);
export type PartyRole = z.infer<typeof partyRoleSchema>;

/** A party with the code of its role (X12 98, EDIFACT 3035). Schemes: `gln`, `duns`, `buyer`, `supplier`, others. */
export const tradePartySchema = z.strictObject({
  role: partyRoleSchema,
  code: codeSchema,
  name: textSchema.optional(),
  identifiers: z.array(identifierSchema).max(MOST),
  street: z.array(z.string().max(300)).max(MOST).optional(),
  city: z.string().max(100).optional(),
  region: z.string().max(100).optional(),
  postalCode: z.string().max(30).optional(),
  country: z.string().max(3).optional(),
});
export type TradeParty = z.infer<typeof tradePartySchema>;
