import * as z from 'zod';
import { dateSchema } from '#core/kernel/dates.ts';
import { identifierSchema } from '#core/kernel/identifiers.ts';
import { currencySchema } from '#core/kernel/money.ts';
import { catalogPriceSchema, leadTimeSchema } from './supplier-catalog.ts';
import {
  codeSchema,
  itemIdentifiersSchema,
  MOST,
  numberSchema,
  purposeSchema,
  referenceSchema,
  standardSchema,
  statedQuantitySchema,
  textSchema,
  tradePartySchema,
} from './trade.ts';

/**
 * What a quantity counts. `available` may be sold; `on_hand` is all that is there, `allocated` and `on_hold` what of
 * it may not be sold; `on_order` and `in_transit` come to the supplier; `projected` will be there; `minimum` and
 * `maximum` are levels the supplier keeps; `other` is what only the code says.
 */
export const stockStateSchema = z.enum([
  'available',
  'on_hand',
  'allocated',
  'on_hold',
  'on_order',
  'in_transit',
  'in_production',
  'projected',
  'minimum',
  'maximum',
  'sold',
  'other',
]);
export type StockState = z.infer<typeof stockStateSchema>;

/** When the quantity was counted, or when it is expected to be there; with its code (X12 374, EDIFACT 2005). */
export const stockDateSchema = z.strictObject({
  event: z.enum(['as_of', 'expected', 'expires']),
  code: codeSchema,
  date: dateSchema,
});
export type StockDate = z.infer<typeof stockDateSchema>;

export const stockQuantitySchema = z.strictObject({
  state: stockStateSchema,
  /** QTY01 (X12 673), QTY 6063; absent for quantities by location (SDQ), which have none. */
  code: codeSchema.optional(),
  quantity: statedQuantitySchema,
  dates: z.array(stockDateSchema).max(MOST),
  /** The quantity in parts, each with its day: SCH. */
  schedule: z
    .array(z.strictObject({ quantity: statedQuantitySchema, code: codeSchema, date: dateSchema }))
    .max(MOST),
  /** Where it is, when it is stated with the quantity. */
  location: z
    .strictObject({
      code: codeSchema.optional(),
      name: textSchema.optional(),
      identifiers: z.array(identifierSchema).max(MOST),
    })
    .optional(),
  /** INV 4501: whether it came or went, when it is a movement. */
  movement: z.enum(['in', 'out']).optional(),
  /** INV 7491. */
  inventoryType: codeSchema.optional(),
});
export type StockQuantity = z.infer<typeof stockQuantitySchema>;

export const stockLineSchema = z.strictObject({
  /** LIN01, LIN 1082. */
  lineNumber: numberSchema.optional(),
  item: itemIdentifiersSchema,
  description: textSchema.optional(),
  quantities: z.array(stockQuantitySchema).max(MOST),
  prices: z.array(catalogPriceSchema).max(MOST),
  leadTimes: z.array(leadTimeSchema).max(MOST),
  dates: z.array(stockDateSchema).max(MOST),
  /** Where all quantities of the line are, when it is stated with the line. */
  parties: z.array(tradePartySchema).max(MOST),
  references: z.array(referenceSchema).max(MOST),
});
export type StockLine = z.infer<typeof stockLineSchema>;

/** What a supplier has of its items (846, INVRPT), as it was stated. Its id and provenance are added where it is kept. */
export const supplierStockSchema = z.strictObject({
  standard: standardSchema,
  /** BIA03, BGM 1004. */
  number: numberSchema.optional(),
  /** BIA02 (X12 755), BGM 1001. */
  kindCode: codeSchema.optional(),
  /** BIA01 (X12 353), BGM 1225. */
  purpose: purposeSchema.optional(),
  issuedOn: dateSchema.optional(),
  /** `HHMM` of that day: BIA05. */
  issuedAt: z.string().min(4).max(8).optional(),
  dates: z.array(stockDateSchema).max(MOST),
  currency: currencySchema.optional(),
  parties: z.array(tradePartySchema).max(MOST),
  references: z.array(referenceSchema).max(MOST),
  lines: z.array(stockLineSchema).max(MOST),
});
export type SupplierStock = z.infer<typeof supplierStockSchema>;
