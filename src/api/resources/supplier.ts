/** What a supplier sees: its own orders and documents, in the numbers it knows them by. */
import * as z from 'zod';
import { interchangeSchema, partnerDocumentSchema } from '#core/canonical/interchange.ts';
import { ledgerLineSchema, lineOutcomeSchema, orderLedgerSchema } from '#core/canonical/order-ledger.ts';
import { dateSchema, instantSchema } from '#core/kernel/dates.ts';
import { decimalSchema } from '#core/kernel/decimal.ts';
import { priceSchema } from '#core/kernel/money.ts';
import { quantitySchema, unitSchema } from '#core/kernel/quantity.ts';
import { page, resource } from './resource.ts';

const orderFields = {
  ...orderLedgerSchema.pick({ orderNumber: true, orderDate: true, currency: true, cancelled: true }).shape,
  /** Where it goes to. */
  locationId: orderLedgerSchema.shape.locationId,
  /** Until when an answer is expected, and what the last one came to. */
  answer: orderLedgerSchema.shape.answer.pick({ state: true, dueAt: true, answeredAt: true }),
};

export const supplierOrder = resource(orderFields);
export const supplierOrderPage = page(supplierOrder);

const lineFields = ledgerLineSchema.pick({
  lineNumber: true,
  itemId: true,
  quantity: true,
  price: true,
  requestedDate: true,
  lastPromisedDate: true,
  cancelled: true,
});

export const supplierOrderLine = z.object({
  ...lineFields.shape,
  description: z.string().optional(),
  gtins: z.array(z.string()),
  /** What your last answer to it came to; absent until there is one. */
  answer: z
    .object({
      outcomes: z.array(lineOutcomeSchema).readonly(),
      quantity: quantitySchema.optional(),
      price: priceSchema.optional(),
      deliveryDate: dateSchema.optional(),
    })
    .optional(),
  /** The item's base unit, in which the rest is counted. */
  unit: unitSchema,
  shipped: decimalSchema,
  receivedGood: decimalSchema,
  receivedDamaged: decimalSchema,
  invoiced: decimalSchema,
  /** Ordered and not yet received in good state. */
  open: decimalSchema,
});

export const supplierOrderWithLines = supplierOrder.extend({ lines: z.array(supplierOrderLine) });

/** A document either of us sent the other. */
export const supplierDocument = resource(
  partnerDocumentSchema.pick({
    id: true,
    direction: true,
    channel: true,
    kind: true,
    state: true,
    number: true,
    orderNumber: true,
    findings: true,
    test: true,
    at: true,
  }).shape,
);
export const supplierDocumentPage = page(supplierDocument);

/** An interchange between us; out: until `collectedAt` is there, it waits for you. */
export const supplierInterchange = resource(
  interchangeSchema.pick({
    id: true,
    direction: true,
    state: true,
    standard: true,
    usage: true,
    controlNumber: true,
    fileName: true,
    transactions: true,
    rejected: true,
    findings: true,
    isAcknowledgement: true,
    at: true,
    sentAt: true,
    collectedAt: true,
  }).shape,
);
export const supplierInterchangePage = page(supplierInterchange);

/** What was posted is kept; what became of it is among the interchanges and documents. */
export const postedInterchange = z.object({
  documentId: z.string(),
  sizeBytes: z.int().min(1),
  sha256: z.string().length(64),
  /** Goes with it: its documents and what comes of them carry it. */
  correlationId: z.string(),
});

/** What to post, and where: an HTML form post with these fields and the file as the last field, named `file`. */
export const interchangeUpload = z.object({
  uploadId: z.string(),
  url: z.url(),
  fields: z.record(z.string(), z.string()),
  maximumBytes: z.int().min(1),
  expiresAt: instantSchema,
  correlationId: z.string(),
});

/** An interchange with its bytes: in base64 where they are not too many, and behind a link for a few minutes. */
export const collectedInterchange = z.object({
  interchangeId: z.string(),
  fileName: z.string(),
  sizeBytes: z.int().min(1),
  sha256: z.string().length(64),
  content: z.string().optional(),
  url: z.url(),
  expiresAt: instantSchema,
});
