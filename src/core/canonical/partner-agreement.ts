import * as z from 'zod';
import { dateSchema, instantSchema } from '#core/kernel/dates.ts';
import { decimalSchema } from '#core/kernel/decimal.ts';
import { idSchema } from '#core/kernel/identifiers.ts';
import { partnerIdSchema } from './partner.ts';

/** What we send to a partner. */
export const sentDocumentSchema = z.enum([
  'purchase-order',
  'order-change',
  'planning-schedule',
  'product-activity',
]);
export type SentDocument = z.infer<typeof sentDocumentSchema>;

/** What a partner sends us. */
export const receivedDocumentSchema = z.enum([
  'order-acknowledgement',
  'order-change-answer',
  'ship-notice',
  'supplier-invoice',
  'supplier-stock',
  'supplier-catalog',
  'customer-order',
]);
export type ReceivedDocument = z.infer<typeof receivedDocumentSchema>;

/** An address on the interchange: ISA05/06 or ISA07/08, UNB S002/S003; the group's code where it differs (GS02, GS03). */
export const ediAddressSchema = z.strictObject({
  qualifier: z.string().max(4),
  id: z.string().min(1).max(35),
  group: z.string().min(2).max(35).optional(),
});
export type EdiAddress = z.infer<typeof ediAddressSchema>;

const minutes = z.int().min(1).max(43_200);

/** Faults of a transaction that a partner makes and that both agreed to live with: kinds of `EdiFault`. */
export const toleratedFaultSchema = z.enum([
  'segment-unknown',
  'segment-unexpected',
  'segment-repeats',
  'loop-repeats',
  'element-missing',
  'element-condition',
  'element-exclusion',
  'element-excess',
  'element-short',
  'element-long',
  'element-character',
  'element-code',
  'element-date',
  'element-time',
  'repetition-excess',
  'component-excess',
]);

const ediCommon = {
  us: ediAddressSchema,
  them: ediAddressSchema,
  usage: z.enum(['test', 'production']),
  /** Lenient accepts an ISA of another length and a missing last terminator, and says so. */
  reading: z.enum(['strict', 'lenient']),
  /** A transaction with these faults alone is accepted with errors: read, applied, and the faults told. */
  tolerated: z.array(toleratedFaultSchema).max(16).optional(),
  /** What a control number seen before with the same content gets: its answer again, or a refusal. Never a second effect. */
  duplicates: z.enum(['answer-again', 'refuse']),
  /** The numbers to continue from when another translator served the partner before. */
  continueFrom: z
    .strictObject({
      interchange: z.int().min(0).max(999_999_998),
      group: z.int().min(0).max(999_999_998),
    })
    .optional(),
};

const character = z.string().length(1);

export const x12AgreementSchema = z.strictObject({
  standard: z.literal('x12'),
  ...ediCommon,
  version: z.enum(['004010', '005010']),
  delimiters: z
    .strictObject({
      element: character,
      component: character,
      terminator: character,
      repetition: character.optional(),
    })
    .optional(),
  /** What we answer with, what we expect for what we sent, and until when. */
  acknowledgements: z.strictObject({
    send: z.enum(['997', '999', 'none']),
    expectWithinMinutes: minutes.optional(),
  }),
});

export const edifactAgreementSchema = z.strictObject({
  standard: z.literal('edifact'),
  ...ediCommon,
  version: z.enum(['D96A', 'D01B']),
  syntax: z.strictObject({
    identifier: z.enum(['UNOA', 'UNOB', 'UNOC', 'UNOY', 'UNOW']),
    version: z.enum(['3', '4']),
  }),
  /** 0057 of what we send, such as `EAN008`. */
  association: z.string().max(6).optional(),
  acknowledgements: z.strictObject({
    send: z.enum(['CONTRL', 'none']),
    expectWithinMinutes: minutes.optional(),
  }),
});

export const ediAgreementSchema = z.discriminatedUnion('standard', [
  x12AgreementSchema,
  edifactAgreementSchema,
]);
export type EdiAgreement = z.infer<typeof ediAgreementSchema>;
export type X12Agreement = z.infer<typeof x12AgreementSchema>;
export type EdifactAgreement = z.infer<typeof edifactAgreementSchema>;

const percent = decimalSchema;
const days = z.int().min(0).max(365);

/** How far an answer, a shipment or an invoice may differ before a person looks at it. */
export const tolerancesSchema = z.strictObject({
  /** Of the ordered quantity. */
  quantityOverPercent: percent,
  quantityUnderPercent: percent,
  /** A price may differ by the lesser of both, in the order's currency per price unit. */
  pricePercent: percent,
  priceAmount: decimalSchema,
  daysEarly: days,
  daysLate: days,
  /** An invoice line or total may differ by the lesser of both, in the invoice's currency. */
  invoicePercent: percent,
  invoiceAmount: decimalSchema,
});
export type Tolerances = z.infer<typeof tolerancesSchema>;

/** A partner's deviation from the map, as data: a JSONata expression over the segments or over the canonical document. */
export const deviationSchema = z.strictObject({
  document: z.union([sentDocumentSchema, receivedDocumentSchema]),
  level: z.enum(['segment', 'canonical']),
  expression: z.string().min(1).max(4000),
  /** Why the partner needs it. */
  because: z.string().min(1).max(300),
});
export type Deviation = z.infer<typeof deviationSchema>;

/** A charge we agreed to pay beside the goods, by its code (SAC02, ALC 7161) and at most so much an invoice. */
export const agreedChargeSchema = z.strictObject({
  code: z.string().min(1).max(20),
  atMost: decimalSchema,
});

/**
 * What we agreed with one partner, as data. Setting id `partner:<id>`. `onboarding`: test exchanges only; `active`
 * needs a passed certification; `suspended`: nothing is sent and its token is refused.
 */
export const partnerAgreementSchema = z.strictObject({
  id: partnerIdSchema,
  name: z.string().min(1).max(80),
  status: z.enum(['onboarding', 'active', 'suspended']),
  /** Our supplier it speaks for. */
  supplierId: idSchema,
  /** Absent: the partner uses the API alone. */
  edi: ediAgreementSchema.optional(),
  /** `mailbox`: a folder in S3, as SFTP writes to; `https`: posts to and collects from the API. */
  transport: z.enum(['mailbox', 'https']),
  documents: z.strictObject({
    send: z.array(sentDocumentSchema).max(4),
    receive: z.array(receivedDocumentSchema).max(7),
  }),
  /** Hours the partner has to answer an order or a change. */
  answerWithinHours: z.int().min(1).max(720),
  /** Days without any interchange after which someone is told. */
  silentAfterDays: z.int().min(1).max(90).optional(),
  /** What POC03 of a change means to the partner (S12). */
  changeQuantities: z.enum(['total', 'delta']),
  tolerances: tolerancesSchema,
  /** Days an invoice may wait for its receipt before it is blocked. */
  receiptWithinDays: z.int().min(1).max(90),
  agreedCharges: z.array(agreedChargeSchema).max(50),
  deviations: z.array(deviationSchema).max(100),
  /** The day it went live first. Orders that the ERP's users placed before were told by other ways. */
  activeSince: dateSchema.optional(),
  certification: z
    .strictObject({ at: instantSchema, passed: z.int().min(0), failed: z.int().min(0) })
    .optional(),
});
export type PartnerAgreement = z.infer<typeof partnerAgreementSchema>;
