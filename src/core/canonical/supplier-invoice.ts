import * as z from 'zod';
import { dateSchema } from '#core/kernel/dates.ts';
import { decimalSchema } from '#core/kernel/decimal.ts';
import { currencySchema } from '#core/kernel/money.ts';
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
  statedPriceSchema,
  statedQuantitySchema,
  textSchema,
  tradePartySchema,
} from './trade.ts';

const days = z.int().min(0).max(999);

export const invoiceTaxSchema = z.strictObject({
  /** TXI01 (X12 963), TAX 5153. */
  type: codeSchema,
  percent: decimalSchema.optional(),
  amount: decimalSchema.optional(),
  /** What it is taken of. */
  taxable: decimalSchema.optional(),
  /** TXI06 (X12 441), TAX 5305. */
  category: codeSchema.optional(),
});
export type InvoiceTax = z.infer<typeof invoiceTaxSchema>;

/** An allowance is taken off, a charge is added; the amount is as stated. */
export const allowanceOrChargeSchema = z.strictObject({
  kind: z.enum(['allowance', 'charge']),
  /** SAC02 (X12 1300), ALC 7161. */
  code: codeSchema.optional(),
  description: textSchema.optional(),
  amount: decimalSchema.optional(),
  percent: decimalSchema.optional(),
  /** Amount per unit, and of how many. */
  rate: decimalSchema.optional(),
  quantity: statedQuantitySchema.optional(),
  taxes: z.array(invoiceTaxSchema).max(MOST),
});
export type AllowanceOrCharge = z.infer<typeof allowanceOrChargeSchema>;

export const paymentTermsSchema = z.strictObject({
  /** ITD01 (X12 336), PAT 4279. */
  code: codeSchema.optional(),
  /** From what day on is counted: ITD02 (X12 333), PAT 2475. */
  basisCode: codeSchema.optional(),
  discountPercent: decimalSchema.optional(),
  discountAmount: decimalSchema.optional(),
  discountDays: days.optional(),
  discountDate: dateSchema.optional(),
  netDays: days.optional(),
  netDate: dateSchema.optional(),
  note: textSchema.optional(),
});
export type PaymentTerms = z.infer<typeof paymentTermsSchema>;

export const invoiceLineSchema = z.strictObject({
  /** As the invoice numbers it: IT101, LIN 1082. */
  lineNumber: numberSchema.optional(),
  /** The order of this line: stated with the line, or the only one the invoice names. */
  order: orderReferenceSchema.optional(),
  item: itemIdentifiersSchema,
  description: textSchema.optional(),
  quantity: statedQuantitySchema.optional(),
  price: statedPriceSchema.optional(),
  /** The line's own total, where it is stated: MOA 203. */
  amount: decimalSchema.optional(),
  allowancesAndCharges: z.array(allowanceOrChargeSchema).max(MOST),
  taxes: z.array(invoiceTaxSchema).max(MOST),
  references: z.array(referenceSchema).max(MOST),
  dates: z.array(statedDateSchema).max(MOST),
});
export type InvoiceLine = z.infer<typeof invoiceLineSchema>;

/** Totals as stated, each absent when it is not. */
export const invoiceTotalsSchema = z.strictObject({
  /** TDS01, MOA 77: what is asked for. */
  invoice: decimalSchema.optional(),
  /** TDS02: the part on which a discount may be taken. */
  discountable: decimalSchema.optional(),
  /** TDS03: the total when the discount is taken. */
  discounted: decimalSchema.optional(),
  /** TDS04: the discount itself. */
  discount: decimalSchema.optional(),
  /** MOA 79. */
  lines: decimalSchema.optional(),
  /** MOA 125. */
  taxable: decimalSchema.optional(),
  /** MOA 124 or 176. */
  tax: decimalSchema.optional(),
  /** MOA 131. */
  allowancesAndCharges: decimalSchema.optional(),
  /** MOA 9: what is left to pay. */
  due: decimalSchema.optional(),
});
export type InvoiceTotals = z.infer<typeof invoiceTotalsSchema>;

/**
 * A supplier's invoice, credit note or debit note (810, INVOIC). Amounts are in the invoice's currency, with the
 * signs it states: X12 credits are mostly written negative, EDIFACT credits positive. Its id and provenance are
 * added where it is kept.
 */
export const supplierInvoiceSchema = z.strictObject({
  standard: standardSchema,
  number: numberSchema,
  kind: z.enum(['invoice', 'credit_note', 'debit_note']),
  /** BIG07 (X12 640), BGM 1001. */
  kindCode: codeSchema.optional(),
  purpose: purposeSchema.optional(),
  issuedOn: dateSchema,
  /** Absent when it is not stated: then the order's currency holds. */
  currency: currencySchema.optional(),
  orders: z.array(orderReferenceSchema).max(MOST),
  parties: z.array(tradePartySchema).max(MOST),
  references: z.array(referenceSchema).max(MOST),
  dates: z.array(statedDateSchema).max(MOST),
  terms: z.array(paymentTermsSchema).max(MOST),
  lines: z.array(invoiceLineSchema).max(MOST),
  allowancesAndCharges: z.array(allowanceOrChargeSchema).max(MOST),
  taxes: z.array(invoiceTaxSchema).max(MOST),
  totals: invoiceTotalsSchema,
  notes: z.array(textSchema).max(MOST),
});
export type SupplierInvoice = z.infer<typeof supplierInvoiceSchema>;
