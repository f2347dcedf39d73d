import * as z from 'zod';
import { dateSchema } from '#core/kernel/dates.ts';
import {
  codeSchema,
  itemIdentifiersSchema,
  MOST,
  numberSchema,
  orderReferenceSchema,
  purposeSchema,
  referenceSchema,
  standardSchema,
  statedDateSchema,
  statedQuantitySchema,
  textSchema,
  tradePartySchema,
} from './trade.ts';

export const shippedLotSchema = z.strictObject({
  number: numberSchema.optional(),
  expiresOn: dateSchema.optional(),
  bestBefore: dateSchema.optional(),
  quantity: statedQuantitySchema.optional(),
});
export type ShippedLot = z.infer<typeof shippedLotSchema>;

export const shippedItemSchema = z.strictObject({
  /** As the notice numbers it: LIN01 or SN101, LIN 1082. */
  lineNumber: numberSchema.optional(),
  /** The order it is for; absent when the notice does not tell. */
  order: orderReferenceSchema.optional(),
  item: itemIdentifiersSchema,
  description: textSchema.optional(),
  shipped: statedQuantitySchema,
  ordered: statedQuantitySchema.optional(),
  /** SN108 (X12 668). */
  statusCode: codeSchema.optional(),
  lots: z.array(shippedLotSchema).max(MOST),
});
export type ShippedItem = z.infer<typeof shippedItemSchema>;

/** A pallet, carton or the like, and what is in it. */
export const shippedPackSchema = z.strictObject({
  /** HL03 (`T` tare, `P` pack) or the number of the CPS. */
  level: codeSchema,
  /** Serial shipping container codes, 18 digits without application identifier. */
  ssccs: z.array(z.string().regex(/^\d{18}$/)).max(MOST),
  /** TD101, PAC 7065. */
  packaging: codeSchema.optional(),
  count: z.int().min(0).optional(),
  get packs() {
    return z.array(shippedPackSchema).max(MOST);
  },
  items: z.array(shippedItemSchema).max(MOST),
});
export type ShippedPack = z.infer<typeof shippedPackSchema>;

/**
 * A supplier's ship notice (856, DESADV): what is on its way, for which orders, in which packs. Its id and
 * provenance are added where it is kept.
 */
export const shipNoticeSchema = z.strictObject({
  standard: standardSchema,
  number: numberSchema,
  purpose: purposeSchema,
  issuedOn: dateSchema.optional(),
  /** `HHMM`, in the sender's own time zone, which the standards do not ask for. */
  issuedAt: z.string().min(4).max(8).optional(),
  dates: z.array(statedDateSchema).max(MOST),
  parties: z.array(tradePartySchema).max(MOST),
  references: z.array(referenceSchema).max(MOST),
  packaging: codeSchema.optional(),
  packageCount: z.int().min(0).optional(),
  /** Every order it names, in order. */
  orders: z.array(orderReferenceSchema).max(MOST),
  packs: z.array(shippedPackSchema).max(MOST),
  /** What is in no pack. */
  items: z.array(shippedItemSchema).max(MOST),
});
export type ShipNotice = z.infer<typeof shipNoticeSchema>;
