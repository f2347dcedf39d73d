import * as z from 'zod';
import { dateSchema } from '#core/kernel/dates.ts';
import { decimalSchema } from '#core/kernel/decimal.ts';
import { idSchema } from '#core/kernel/identifiers.ts';
import { currencySchema, priceSchema } from '#core/kernel/money.ts';
import { quantitySchema } from '#core/kernel/quantity.ts';
import { acknowledgedLineSchema, orderAcknowledgementSchema } from './order-acknowledgement.ts';
import { codeSchema, MOST, numberSchema, orderReferenceSchema, textSchema } from './trade.ts';

/** What of a line differs from what the partner was told last. */
export const changedValueSchema = z.enum(['quantity', 'price', 'dates']);
export type ChangedValue = z.infer<typeof changedValueSchema>;

/** So much by then, in the line's unit; only where one line comes in several deliveries. */
const deliverySchema = z.strictObject({ quantity: decimalSchema, date: dateSchema });

const named = {
  /** As on the order. */
  lineNumber: z.int().min(1).max(9999),
  itemId: idSchema,
  /** Why, in words for the partner. */
  reason: textSchema.optional(),
};

/** The line as it shall be from now on: new totals, never differences. */
const asItShallBe = {
  ...named,
  quantity: quantitySchema,
  price: priceSchema,
  requestedDate: dateSchema,
  deliveries: z.array(deliverySchema).max(100).optional(),
  /** Part of the new quantity that has not been received, in its unit; absent: all of it. */
  openQuantity: decimalSchema.optional(),
};

/** A line that is new, that differs in some values, that is to be replaced whole (another item), or that goes. */
export const changedOrderLineSchema = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('add'), ...asItShallBe }),
  z.strictObject({
    action: z.literal('change'),
    ...asItShallBe,
    changes: z.array(changedValueSchema).min(1).max(3),
    /** What was ordered before, in the unit of the new quantity: tells more from less. */
    previousQuantity: decimalSchema.optional(),
  }),
  z.strictObject({ action: z.literal('replace'), ...asItShallBe }),
  z.strictObject({ action: z.literal('delete'), ...named }),
]);
export type ChangedOrderLine = z.infer<typeof changedOrderLineSchema>;
/** A changed line that stays on the order. */
export type RemainingOrderLine = Exclude<ChangedOrderLine, { readonly action: 'delete' }>;

/**
 * The buyer's change of an order as its partner is told (860, ORDCHG). `change`: the lines say what differs;
 * `cancellation`: the whole order goes, and lines are not needed; `confirmation`: what the seller proposed is agreed.
 */
export const orderChangeSchema = z.strictObject({
  purpose: z.enum(['change', 'cancellation', 'confirmation']),
  /** The order as the partner knows it. */
  order: orderReferenceSchema.required({ date: true }),
  /** 1, 2, 3 … for the order. */
  sequence: z.int().min(1).max(9999),
  changedOn: dateSchema,
  currency: currencySchema,
  /** The order's new total. */
  total: decimalSchema.optional(),
  reason: textSchema.optional(),
  lines: z.array(changedOrderLineSchema).max(200),
});
export type OrderChange = z.infer<typeof orderChangeSchema>;

/** The number a change goes by where the standard wants one of its own (BGM 1004): `PO-2026-0081-2`. */
export const orderChangeNumber = ({ order, sequence }: Pick<OrderChange, 'order' | 'sequence'>): string =>
  `${order.number}-${sequence}`;

/** A line of an answer to a change, or of the seller's own. Its codes are kept and not yet believed. */
export const answeredChangeLineSchema = z.strictObject({
  ...acknowledgedLineSchema.shape,
  /** POC02 (X12 670): what becomes of the line. */
  change: codeSchema.optional(),
  /** POC04, in the unit of `ordered`. */
  openQuantity: decimalSchema.optional(),
});
export type AnsweredChangeLine = z.infer<typeof answeredChangeLineSchema>;

/**
 * A seller's answer to a change, or its own wish to change (865), as it was stated: an order acknowledgement, whose
 * lines also say what becomes of them; `ordered` is their new total. Whether it answers or proposes is told by its
 * codes where the standard does tell; `unclear` otherwise, and whether a change is unanswered decides.
 */
export const orderChangeAnswerSchema = z.strictObject({
  ...orderAcknowledgementSchema.shape,
  nature: z.enum(['answer', 'proposal', 'unclear']),
  /** The day of the change: BCA11. */
  changedOn: dateSchema.optional(),
  /** BCA07. */
  requestNumber: numberSchema.optional(),
  /** BCA08. */
  contract: numberSchema.optional(),
  lines: z.array(answeredChangeLineSchema).max(MOST),
});
export type OrderChangeAnswer = z.infer<typeof orderChangeAnswerSchema>;
