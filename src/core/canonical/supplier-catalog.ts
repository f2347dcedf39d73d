import * as z from 'zod';
import { dateSchema } from '#core/kernel/dates.ts';
import { decimalSchema } from '#core/kernel/decimal.ts';
import { currencySchema } from '#core/kernel/money.ts';
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

/** From and to, both days belonging to it; open at the end that is not stated. */
export const validitySchema = z.strictObject({ from: dateSchema.optional(), to: dateSchema.optional() });
export type Validity = z.infer<typeof validitySchema>;

/** An amount per quantity, for quantities from and to, in a currency and for a time where these are stated. */
export const catalogPriceSchema = z.strictObject({
  amount: decimalSchema,
  per: statedQuantitySchema,
  /** What the buyer pays, what the list says, what the buyer's customers should pay; by the codes, which are kept. */
  kind: z.enum(['net', 'list', 'retail', 'other']),
  /** CTP02 (X12 236), PRI 5125. */
  code: codeSchema.optional(),
  /** CTP09 (X12 639), PRI 5375. */
  basis: codeSchema.optional(),
  /** CTP01 (X12 687), PRI 5387. */
  qualifier: codeSchema.optional(),
  /** CTP06 and CTP07 (X12 648, 649): the amount is to be multiplied by it, which is not done here. */
  multiplier: z.strictObject({ code: codeSchema, value: decimalSchema }).optional(),
  /** The price break: quantities from which on and up to which it holds. */
  from: statedQuantitySchema.optional(),
  to: statedQuantitySchema.optional(),
  /** Absent where the catalog's currency holds. */
  currency: currencySchema.optional(),
  validity: validitySchema,
});
export type CatalogPrice = z.infer<typeof catalogPriceSchema>;

/** How long something takes, from the order to its shipment or delivery. */
export const leadTimeSchema = z.strictObject({
  /** LDT01 (X12 345), DTM 2005. */
  code: codeSchema,
  until: z.enum(['shipment', 'delivery', 'other']),
  value: decimalSchema,
  unit: z.enum(['day', 'week', 'month', 'other']),
  /** LDT03 (X12 344), DTM 2379. */
  unitCode: codeSchema,
  /** From when on it holds. */
  from: dateSchema.optional(),
});
export type LeadTime = z.infer<typeof leadTimeSchema>;

/** What one outer pack of the item holds. */
export const catalogPackSchema = z.strictObject({
  /** Inner packs in it, or pieces where there are none: PO401, QTY 52 or 59. */
  count: decimalSchema.optional(),
  /** Of one of these: PO402 and PO403. */
  size: statedQuantitySchema.optional(),
  /** Pieces in an inner pack: PO414. */
  inner: decimalSchema.optional(),
  /** The kind of package: PO404 (X12 103), PAC 7065. */
  packaging: codeSchema.optional(),
});
export type CatalogPack = z.infer<typeof catalogPackSchema>;

export const catalogLineSchema = z.strictObject({
  /** LIN01, LIN 1082. */
  lineNumber: numberSchema.optional(),
  /** The line this one is a component of: LIN C829. */
  partOf: numberSchema.optional(),
  /** G5301 (X12 875), LIN 1229. */
  status: z
    .strictObject({
      code: codeSchema,
      meaning: z.enum(['added', 'changed', 'deleted', 'unchanged', 'other']),
    })
    .optional(),
  /** The product group it is listed in: PGI 5379, 5389, 5388. */
  group: z
    .strictObject({ code: codeSchema, number: numberSchema.optional(), name: textSchema.optional() })
    .optional(),
  item: itemIdentifiersSchema,
  description: textSchema.optional(),
  packs: z.array(catalogPackSchema).max(MOST),
  /** How much may be ordered: QTY 53 and 54. */
  minimumOrder: statedQuantitySchema.optional(),
  maximumOrder: statedQuantitySchema.optional(),
  prices: z.array(catalogPriceSchema).max(MOST),
  leadTimes: z.array(leadTimeSchema).max(MOST),
  validity: validitySchema,
  references: z.array(referenceSchema).max(MOST),
  notes: z.array(textSchema).max(MOST),
});
export type CatalogLine = z.infer<typeof catalogLineSchema>;

/**
 * A supplier's catalog with prices (832, PRICAT), as it was stated: an offer to master data, which owns what comes
 * of it. Its id and provenance are added where it is kept.
 */
export const supplierCatalogSchema = z.strictObject({
  standard: standardSchema,
  /** BCT02, BGM 1004. */
  number: numberSchema.optional(),
  /** BCT03. */
  version: numberSchema.optional(),
  /** BCT04. */
  revision: numberSchema.optional(),
  /** BCT01 (X12 683), BGM 1001. */
  kindCode: codeSchema.optional(),
  /** BCT10 (X12 353), BGM 1225. */
  purpose: purposeSchema.optional(),
  issuedOn: dateSchema.optional(),
  validity: validitySchema,
  currency: currencySchema.optional(),
  parties: z.array(tradePartySchema).max(MOST),
  references: z.array(referenceSchema).max(MOST),
  /** Of every line that states none. */
  leadTimes: z.array(leadTimeSchema).max(MOST),
  notes: z.array(textSchema).max(MOST),
  lines: z.array(catalogLineSchema).max(MOST),
});
export type SupplierCatalog = z.infer<typeof supplierCatalogSchema>;
