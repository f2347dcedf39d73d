import * as z from 'zod';
import type {
  AcknowledgedLine,
  LineConfirmation,
  OrderAcknowledgement,
} from '#core/canonical/order-acknowledgement.ts';
import type { StatedDate } from '#core/canonical/trade.ts';
import { dateSchema } from '#core/kernel/dates.ts';
import { currencySchema } from '#core/kernel/money.ts';
import {
  identifiersOf,
  lineNumberSchema,
  noteSchema,
  orderOf,
  ownNumberSchema,
  priceOf,
  quantityOf,
  submittedItem,
  submittedPrice,
  submittedQuantity,
} from './parts.ts';

/** What a supplier says to a line, or to a part of it. What it comes to is found by comparing. */
const lineAnswer = z.enum([
  'accepted',
  'changed',
  'quantity',
  'partial',
  'backordered',
  'price',
  'date',
  'substituted',
  'rejected',
  'held',
]);

const answeredLine = z
  .strictObject({
    lineNumber: lineNumberSchema,
    answer: lineAnswer,
    quantity: submittedQuantity.optional(),
    price: submittedPrice.optional(),
    /** When it arrives; or, where you state that instead, when you ship it. */
    deliveryDate: dateSchema.optional(),
    shipmentDate: dateSchema.optional(),
    /** The item you will deliver instead. */
    substitute: submittedItem.optional(),
    note: noteSchema.optional(),
  })
  .refine((line) => (line.answer === 'substituted') === (line.substitute !== undefined), {
    message: 'goes with the answer substituted, and that with it',
    path: ['substitute'],
  });
type AnsweredLine = z.infer<typeof answeredLine>;

/** The answer to an order: as a whole, or line by line; two entries for a line answer two parts of it. */
export const acknowledgementBody = z
  .strictObject({
    /** Your own number of this answer. */
    number: ownNumberSchema.optional(),
    acknowledgedOn: dateSchema.optional(),
    currency: currencySchema.optional(),
    /** `changed`: lines not listed are accepted; `partial`: they are answered later. */
    answer: z.enum(['accepted', 'changed', 'partial', 'held', 'rejected']),
    note: noteSchema.optional(),
    lines: z.array(answeredLine).max(400).optional(),
  })
  .refine(({ answer, lines = [] }) => (answer === 'changed' || answer === 'partial') === lines.length > 0, {
    message: 'go with the answers changed and partial, and those with lines',
    path: ['lines'],
  });

/** The answer as every answer is kept, whichever way it came. */
export function acknowledgementOf(
  orderNumber: string,
  body: z.infer<typeof acknowledgementBody>,
): OrderAcknowledgement {
  const { number, acknowledgedOn, currency, note, answer, lines = [] } = body;
  const byLine = Map.groupBy(lines, ({ lineNumber }) => lineNumber);
  return {
    standard: 'crossdock',
    ...(number === undefined ? {} : { number }),
    answerCode: answer,
    order: orderOf(orderNumber),
    ...(acknowledgedOn === undefined ? {} : { acknowledgedOn }),
    ...(currency === undefined ? {} : { currency }),
    parties: [],
    references: [],
    dates: [],
    notes: note === undefined ? [] : [note],
    lines: [...byLine].map(([lineNumber, parts]) => lineOf(lineNumber, parts)),
  };
}

function lineOf(lineNumber: number, parts: readonly AnsweredLine[]): AcknowledgedLine {
  const price = parts.find((part) => part.price !== undefined)?.price;
  return {
    lineNumber: String(lineNumber),
    item: [],
    ...(price === undefined ? {} : { price: priceOf(price) }),
    dates: [],
    confirmations: parts.map(confirmationOf),
    notes: parts.flatMap(({ note }) => (note === undefined ? [] : [note])),
  };
}

function confirmationOf({
  answer,
  quantity,
  deliveryDate,
  shipmentDate,
  substitute,
}: AnsweredLine): LineConfirmation {
  const dates: StatedDate[] = [];
  if (deliveryDate !== undefined) dates.push({ event: 'delivery', code: 'delivery', date: deliveryDate });
  if (shipmentDate !== undefined) dates.push({ event: 'shipment', code: 'shipment', date: shipmentDate });
  return {
    code: answer,
    ...(quantity === undefined ? {} : { quantity: quantityOf(quantity) }),
    dates,
    item: identifiersOf(substitute),
  };
}
