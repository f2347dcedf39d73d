import * as z from 'zod';
import { instantSchema } from '#core/kernel/dates.ts';
import { type Identifier, idSchema } from '#core/kernel/identifiers.ts';
import { partnerIdSchema } from './partner.ts';
import { receivedDocumentSchema, sentDocumentSchema } from './partner-agreement.ts';

const address = z.strictObject({ qualifier: z.string().max(4), id: z.string().max(35) });

/** What was found wrong, where, in plain words. */
export const findingSchema = z.strictObject({
  /** Code of the standard, or of the problem catalogue. */
  code: z.string().max(60),
  /** Such as `segment 4 PO1, element 2`. */
  at: z.string().max(120),
  message: z.string().max(500),
});
export type Finding = z.infer<typeof findingSchema>;
export const MOST_FINDINGS = 50;

/**
 * One interchange with a partner. In: `received` while it is worked on, then `split`, `duplicate` (answered again,
 * not applied again), `refused` (same number, other content; or not agreed), `quarantined` (unreadable, or nobody's;
 * `read_again` once what kept it was repaired).
 * Out: `prepared` with its numbers taken, `sent`, then what its acknowledgement said; `overdue` when none came.
 */
export const interchangeSchema = z.strictObject({
  id: idSchema,
  direction: z.enum(['in', 'out']),
  state: z.enum([
    'received',
    'split',
    'duplicate',
    'refused',
    'quarantined',
    'read_again',
    'prepared',
    'sent',
    'accepted',
    'accepted_with_errors',
    'rejected',
    'overdue',
  ]),
  /** Absent when nobody is known under the sender's address. */
  partnerId: partnerIdSchema.optional(),
  /** The version of the agreement it was read or written with. */
  agreementVersion: z.int().min(1).optional(),
  standard: z.enum(['x12', 'edifact']).optional(),
  usage: z.enum(['test', 'production']).optional(),
  sender: address.optional(),
  receiver: address.optional(),
  controlNumber: z.string().max(20).optional(),
  /** Out: the control number of its functional group (GS06). */
  groupReference: z.string().max(20).optional(),
  /** The document whose content it is in; out: where its content is kept. */
  documentId: idSchema.optional(),
  contentKey: z.string().max(500),
  /** In: of its segments, so that the same interchange in another file is the same; out: of its bytes. */
  sha256: z.string().length(64),
  /** In: the drop it came with and its place in the file, from 0. A repeated notification of a drop is no duplicate. */
  arrival: idSchema.optional(),
  place: z.int().min(0).optional(),
  /** Quarantined or refused, then read after all: the interchange it became. */
  readAgainAs: idSchema.optional(),
  /** Out: its documents, in the order of their transactions; and how the partner gets it. */
  carries: z.array(idSchema).max(10).optional(),
  transport: z.enum(['mailbox', 'https']).optional(),
  /** In: where it was dropped; out: the name the partner gets it under. */
  fileName: z.string().max(300),
  /** In: received = applied + rejected + parked + in flight, counted on the documents; out: sent. */
  transactions: z.int().min(0),
  rejected: z.int().min(0),
  /** How often the same came again. */
  repeats: z.int().min(0),
  findings: z.array(findingSchema).max(MOST_FINDINGS),
  /** In: the interchange that answers it. Out: the interchange that answered it. */
  acknowledgementId: idSchema.optional(),
  /** Out: until when an acknowledgement is expected. An acknowledgement is never acknowledged. */
  acknowledgementDueAt: instantSchema.optional(),
  /** Whether it carries acknowledgements only. */
  isAcknowledgement: z.boolean(),
  at: instantSchema,
  sentAt: instantSchema.optional(),
  /** HTTPS: when the partner collected it. */
  collectedAt: instantSchema.optional(),
});
export type Interchange = z.infer<typeof interchangeSchema>;

/** Leads from a control number an acknowledgement names to what we sent under it; no two have the same. */
export const sentUnder = (
  level: 'interchange' | 'group',
  partnerId: string,
  usage: 'test' | 'production',
  controlNumber: string,
): Identifier => ({ scheme: `sent-${level}`, value: `${partnerId}:${usage}:${controlNumber}` });

export function sentNumbers(interchange: Interchange): readonly Identifier[] {
  const { direction, partnerId, usage, controlNumber, groupReference } = interchange;
  if (direction === 'in' || partnerId === undefined || usage === undefined) return [];
  return [
    ...(controlNumber === undefined ? [] : [sentUnder('interchange', partnerId, usage, controlNumber)]),
    ...(groupReference === undefined ? [] : [sentUnder('group', partnerId, usage, groupReference)]),
  ];
}

/**
 * One business document exchanged with a partner, by EDI or by API, in or out. What it says, in canonical form, is
 * the object at `canonicalKey`. In: `received` → `applied` | `parked` (waits for a cross-reference) | `rejected`.
 * Out: `sent` → `delivered` (its acknowledgement accepts) | `refused` (it rejects).
 */
export const partnerDocumentSchema = z.strictObject({
  id: idSchema,
  direction: z.enum(['in', 'out']),
  channel: z.enum(['edi', 'api']),
  kind: z.union([receivedDocumentSchema, sentDocumentSchema]),
  state: z.enum(['received', 'applied', 'parked', 'rejected', 'sent', 'delivered', 'refused']),
  partnerId: partnerIdSchema,
  supplierId: idSchema,
  agreementVersion: z.int().min(1),
  /** In the documents bucket; JSON of the canonical schema of its kind. Absent when it could not be mapped. */
  canonicalKey: z.string().max(500).optional(),
  /** The sender's own number of it, and our order it names first. */
  number: z.string().max(80).optional(),
  orderNumber: z.string().max(80).optional(),
  purchaseOrderId: idSchema.optional(),
  /** Orders the documents of one partner: the later text is the newer document. */
  ordinal: z.string().min(1).max(80),
  edi: z
    .strictObject({
      interchangeId: idSchema,
      type: z.string().max(10),
      version: z.string().max(12),
      groupReference: z.string().max(20),
      transactionReference: z.string().max(20),
    })
    .optional(),
  findings: z.array(findingSchema).max(MOST_FINDINGS),
  /** Parked: the cross-reference it waits for. */
  waitsFor: idSchema.optional(),
  /** What it became. */
  resultId: idSchema.optional(),
  test: z.boolean(),
  at: instantSchema,
});
export type PartnerDocument = z.infer<typeof partnerDocumentSchema>;
