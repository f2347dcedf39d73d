import * as z from 'zod';
import { dateSchema, instantSchema } from '#core/kernel/dates.ts';
import { decimalSchema } from '#core/kernel/decimal.ts';
import { type Identifier, identifierSchema, idSchema } from '#core/kernel/identifiers.ts';
import { currencySchema, priceSchema } from '#core/kernel/money.ts';
import { quantitySchema } from '#core/kernel/quantity.ts';
import { partnerIdSchema } from './partner.ts';

const MOST_ENTRIES = 100;

/** What comparing a line with its answer said (S11). */
export const lineOutcomeSchema = z.enum([
  'accepted',
  'quantity',
  'backordered',
  'price',
  'date',
  'substituted',
  'rejected',
  'held',
  'contradicts',
  'unanswered',
]);
export type LineOutcome = z.infer<typeof lineOutcomeSchema>;

const lineAnswerSchema = z.strictObject({
  documentId: idSchema,
  /** Everything that differs, the gravest first; `accepted` alone when nothing does. */
  outcomes: z.array(lineOutcomeSchema).min(1).max(10),
  /** What the supplier will deliver, in the order's unit. */
  quantity: decimalSchema.optional(),
  price: priceSchema.optional(),
  /** The delivery date it promises. */
  deliveryDate: dateSchema.optional(),
  substituteItemId: idSchema.optional(),
});

/** Everything that happened to one line. Amounts without unit are in the item's base unit. */
export const ledgerLineSchema = z.strictObject({
  lineNumber: z.int().min(1).max(9999),
  itemId: idSchema,
  quantity: quantitySchema,
  baseQuantity: quantitySchema,
  price: priceSchema,
  requestedDate: dateSchema,
  firstPromisedDate: dateSchema.optional(),
  lastPromisedDate: dateSchema.optional(),
  cancelled: z.boolean(),
  answer: lineAnswerSchema.optional(),
  shipped: z
    .array(
      z.strictObject({
        documentId: idSchema,
        quantity: decimalSchema,
        shippedOn: dateSchema.optional(),
        expectedOn: dateSchema.optional(),
      }),
    )
    .max(MOST_ENTRIES),
  received: z
    .array(
      z.strictObject({
        receiptId: idSchema,
        good: decimalSchema,
        damaged: decimalSchema,
        receivedOn: dateSchema,
      }),
    )
    .max(MOST_ENTRIES),
  /** Credits count negative. */
  invoiced: z
    .array(z.strictObject({ invoiceId: idSchema, quantity: decimalSchema, amount: decimalSchema }))
    .max(MOST_ENTRIES),
});
export type LedgerLine = z.infer<typeof ledgerLineSchema>;

/**
 * The dialogue with the supplier about one purchase order, and what came of it: sent, answered, shipped, received,
 * invoiced, by line. Every entry names its document, so the same document never counts twice. Its id is the order's.
 */
export const orderLedgerSchema = z.strictObject({
  id: idSchema,
  supplierId: idSchema,
  /** Absent: nobody to send it to but the ERP's own users. */
  partnerId: partnerIdSchema.optional(),
  channel: z.enum(['edi', 'api', 'none']),
  /** The number the partner knows the order by. */
  orderNumber: z.string().min(1).max(60),
  system: z.string().min(1).max(40),
  locationId: idSchema,
  currency: currencySchema,
  orderDate: dateSchema,
  cancelled: z.boolean(),
  /** The last document that told the supplier, and whether it is known to have arrived (S15). */
  told: z
    .strictObject({
      documentId: idSchema,
      at: instantSchema,
      delivery: z.enum(['sent', 'delivered', 'refused']),
    })
    .optional(),
  answer: z.strictObject({
    state: z.enum(['none', 'awaiting', 'accepted', 'differs', 'rejected', 'held']),
    /** Until when the supplier has to answer; the clock runs while `awaiting` or `held`. */
    dueAt: instantSchema.optional(),
    documentId: idSchema.optional(),
    /** Of the newest answer applied: an older one is recorded and not applied. */
    ordinal: z.string().max(80).optional(),
    answeredAt: instantSchema.optional(),
    overdueSince: instantSchema.optional(),
  }),
  /** The last change of the order: its sequence number, and whether the supplier still owes an answer to it. */
  change: z.strictObject({ sequence: z.int().min(0), unanswered: idSchema.optional() }),
  /** Invoices that a receipt or a change of this order may let pass. */
  waitingInvoices: z.array(idSchema).max(MOST_ENTRIES),
  lines: z.array(ledgerLineSchema).min(1).max(200),
  identifiers: z.array(identifierSchema).max(3),
});
export type OrderLedger = z.infer<typeof orderLedgerSchema>;

/** Leads from the number a partner knows an order by to its ledger; no partner finds another's. */
export const orderOfPartner = (partnerId: string, orderNumber: string): Identifier => ({
  scheme: `order-of:${partnerId}`,
  value: orderNumber,
});

const changedLineSchema = z.strictObject({
  lineNumber: z.int().min(1).max(9999),
  action: z.enum(['change', 'cancel', 'add']),
  itemId: idSchema,
  /** The new total, in the order's unit. */
  quantity: quantitySchema.optional(),
  price: priceSchema.optional(),
  requestedDate: dateSchema.optional(),
});

/**
 * A change of a purchase order that has been decided: by a buyer (accept, counter, cancel a line), by agreeing
 * with the supplier within tolerance, or by the ERP's own users. It may have to reach the ERP, the supplier, or both.
 */
export const orderChangeRecordSchema = z.strictObject({
  id: idSchema,
  purchaseOrderId: idSchema,
  /** 1, 2, 3 … for the order. */
  sequence: z.int().min(1).max(9999),
  origin: z.enum(['buyer', 'supplier', 'system']),
  reason: z.string().min(1).max(500),
  exceptionId: idSchema.optional(),
  /** The supplier's document that asked for it. */
  documentId: idSchema.optional(),
  system: z.string().min(1).max(40),
  lines: z.array(changedLineSchema).min(1).max(200),
  /** In the ERP: `none` is nothing to do there. */
  posting: z.enum(['none', 'requested', 'posted', 'refused']),
  /** To the supplier: `none` is nothing to tell. */
  telling: z.enum(['none', 'requested', 'sent']),
  refusal: z.string().max(1000).optional(),
  requestedAt: instantSchema,
});
export type OrderChangeRecord = z.infer<typeof orderChangeRecordSchema>;
