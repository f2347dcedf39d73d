import * as z from 'zod';
import { dateSchema } from '#core/kernel/dates.ts';
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

/** One part of the answer to a line: so much, then, perhaps another item. Its code is kept and not yet believed. */
export const lineConfirmationSchema = z.strictObject({
  /** ACK01 (X12 668), LIN 1229; absent when the partner left it out. */
  code: codeSchema.optional(),
  quantity: statedQuantitySchema.optional(),
  dates: z.array(statedDateSchema).max(MOST),
  /** Numbers of the item this part is of, where the answer names one. */
  item: itemIdentifiersSchema,
});
export type LineConfirmation = z.infer<typeof lineConfirmationSchema>;

export const acknowledgedLineSchema = z.strictObject({
  /** As the answer numbers it: PO101, LIN 1082. */
  lineNumber: numberSchema.optional(),
  /** The buyer's order and line where the line itself names them. */
  order: orderReferenceSchema.optional(),
  item: itemIdentifiersSchema,
  description: textSchema.optional(),
  /** What the supplier says was ordered. */
  ordered: statedQuantitySchema.optional(),
  backordered: statedQuantitySchema.optional(),
  price: statedPriceSchema.optional(),
  dates: z.array(statedDateSchema).max(MOST),
  confirmations: z.array(lineConfirmationSchema).max(MOST),
  notes: z.array(textSchema).max(MOST),
});
export type AcknowledgedLine = z.infer<typeof acknowledgedLineSchema>;

/** The change of the order an answer is to, by the number it has beside the order's (BCA05) or of its own (RFF `PP`, `ACW`). */
export const answeredChangeSchema = z.strictObject({
  sequence: numberSchema.optional(),
  number: numberSchema.optional(),
});

/**
 * A supplier's answer to a purchase order (855, ORDRSP), as it was stated. What it means comes from comparing it
 * with the order. Its id and provenance are added where it is kept.
 */
export const orderAcknowledgementSchema = z.strictObject({
  standard: standardSchema,
  /** The supplier's own number: BAK08, BGM 1004. */
  number: numberSchema.optional(),
  /** BAK01; EDIFACT says it in the answer code. */
  purpose: purposeSchema.optional(),
  /** The answer to the whole order: BAK02 (X12 587), BGM 1225. */
  answerCode: codeSchema.optional(),
  order: orderReferenceSchema,
  /** Where it names one: an ORDRSP answers orders and their changes alike. */
  change: answeredChangeSchema.optional(),
  acknowledgedOn: dateSchema.optional(),
  currency: currencySchema.optional(),
  parties: z.array(tradePartySchema).max(MOST),
  references: z.array(referenceSchema).max(MOST),
  dates: z.array(statedDateSchema).max(MOST),
  notes: z.array(textSchema).max(MOST),
  lines: z.array(acknowledgedLineSchema).max(MOST),
});
export type OrderAcknowledgement = z.infer<typeof orderAcknowledgementSchema>;
