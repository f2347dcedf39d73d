import * as z from 'zod';
import { instantSchema } from '#core/kernel/dates.ts';
import { idSchema } from '#core/kernel/identifiers.ts';
import { moneySchema } from '#core/kernel/money.ts';
import { partnerIdSchema } from './partner.ts';

/** The role that must decide. */
export const exceptionOwnerSchema = z.enum([
  'buyer',
  'edi_coordinator',
  'receiving',
  'accounts_payable',
  'steward',
  'planner',
  'ops',
]);
export type ExceptionOwner = z.infer<typeof exceptionOwnerSchema>;

export const exceptionKindSchema = z.enum([
  // Buyer
  'answer-overdue',
  'short-or-backorder',
  'price-difference',
  'date-slip',
  'substitution',
  'line-rejected',
  'answer-contradicts',
  'change-not-possible',
  'change-refused',
  'supplier-proposes-change',
  'ship-notice-late',
  'ship-notice-differs',
  // EDI coordinator
  'acknowledgement-rejecting',
  'acknowledgement-overdue',
  'unknown-partner',
  'unreadable-interchange',
  'document-rejected',
  'duplicate-differs',
  'control-number-gap',
  'partner-silent',
  // Receiving
  'receipt-differs',
  'receipt-unannounced',
  // Accounts payable
  'invoice-variance',
  'invoice-duplicate',
  // Steward
  'unknown-code',
  'pack-conflict',
  'offer-differs',
  // Operations
  'posting-refused',
  'dead-letter',
]);
export type ExceptionKind = z.infer<typeof exceptionKindSchema>;

/** What a person can do about it. `close` only closes; the others start the repair. */
export const exceptionActionSchema = z.enum([
  'accept',
  'counter',
  'cancel-line',
  'resend',
  'extend',
  'reprocess',
  'override',
  'reject',
  'close',
]);
export type ExceptionAction = z.infer<typeof exceptionActionSchema>;

/**
 * Something a person must decide: who owns it, until when, what was expected and what came, and what can be done.
 * The same cause opens it once.
 */
export const exceptionSchema = z.strictObject({
  id: idSchema,
  kind: exceptionKindSchema,
  owner: exceptionOwnerSchema,
  severity: z.enum(['low', 'medium', 'high']),
  state: z.enum(['open', 'claimed', 'resolved']),
  /** One sentence in the words of the business. */
  title: z.string().min(1).max(300),
  /** What it is about, by what there is. */
  about: z.strictObject({
    partnerId: partnerIdSchema.optional(),
    supplierId: idSchema.optional(),
    purchaseOrderId: idSchema.optional(),
    orderNumber: z.string().max(80).optional(),
    lineNumber: z.int().min(1).optional(),
    itemId: idSchema.optional(),
    partnerDocumentId: idSchema.optional(),
    interchangeId: idSchema.optional(),
    invoiceId: idSchema.optional(),
    goodsReceiptId: idSchema.optional(),
    orderChangeId: idSchema.optional(),
    crossReferenceId: idSchema.optional(),
    deadLetterId: idSchema.optional(),
  }),
  /** Both sides, side by side. */
  evidence: z
    .array(
      z.strictObject({
        what: z.string().min(1).max(80),
        expected: z.string().max(300).optional(),
        received: z.string().max(300).optional(),
      }),
    )
    .max(50),
  /** What it is worth, where that can be said. */
  atStake: moneySchema.optional(),
  actions: z.array(exceptionActionSchema).max(9),
  openedAt: instantSchema,
  dueAt: instantSchema,
  remindedAt: instantSchema.optional(),
  escalatedAt: instantSchema.optional(),
  claimedBy: z.string().max(120).optional(),
  comments: z
    .array(z.strictObject({ by: z.string().max(120), at: instantSchema, text: z.string().min(1).max(1000) }))
    .max(50),
  resolution: z
    .strictObject({
      action: exceptionActionSchema,
      by: z.string().max(120),
      at: instantSchema,
      reason: z.string().max(500),
      /** For `counter`: what we ask for instead, in the order's unit. */
      counter: z
        .strictObject({
          quantity: z.string().max(30).optional(),
          price: z.string().max(30).optional(),
          requestedDate: z.string().max(10).optional(),
        })
        .optional(),
    })
    .optional(),
  /** How often it was opened again. */
  reopened: z.int().min(0).max(1000),
});
export type Exception = z.infer<typeof exceptionSchema>;

/** What went out of step, as whoever noticed it states it. The same kind and cause is the same exception. */
export interface ExceptionDraft extends Pick<Exception, 'kind' | 'title' | 'about' | 'evidence' | 'atStake'> {
  /** What tells this cause from any other of its kind. */
  readonly cause: readonly string[];
}

const REMIND_BEFORE_MS = 4 * 3_600_000;

/** When the sweep looks at it next: four hours before it is due to remind, then when it is due to escalate. */
export const remindAt = (dueAt: string, remindedAt: string | undefined): string =>
  remindedAt === undefined ? new Date(Date.parse(dueAt) - REMIND_BEFORE_MS).toISOString() : dueAt;
