import * as z from 'zod';
import { dateSchema, instantSchema } from '#core/kernel/dates.ts';
import { decimalSchema } from '#core/kernel/decimal.ts';
import { idSchema } from '#core/kernel/identifiers.ts';
import { moneySchema } from '#core/kernel/money.ts';
import { partnerIdSchema } from './partner.ts';
import { partnerAgreementSchema } from './partner-agreement.ts';

/** What may be ordered without a person. No policy, no automatic approval. Setting id `approval`. */
export const approvalPolicySchema = z.strictObject({
  name: z.string().min(1).max(60),
  /** Per proposal, one entry a currency; a currency without an entry needs a person. */
  maximumValue: z.array(moneySchema).min(1).max(10),
  /** How far, in per cent, the ordered quantity may lie above the net requirement. */
  maximumDeviationPercent: decimalSchema,
  /** Suppliers it covers. */
  suppliers: z.union([z.literal('all'), z.array(idSchema).max(1000)]),
  /** Hours until a person must have decided what it does not cover. */
  decideWithinHours: z.int().min(1).max(720),
});
export type ApprovalPolicy = z.infer<typeof approvalPolicySchema>;

/** When a release goes into force without a planner. Setting id `release`. */
export const releasePolicySchema = z.strictObject({
  approveAutomatically: z.boolean(),
  /** Change of an item-location's total against the baseline, in per cent, beyond which it counts as anomalous. */
  anomalyPercent: decimalSchema,
  /** Share of anomalous, newly zero or dropped item-locations, in per cent, beyond which the release is held. */
  holdAbovePercent: decimalSchema,
});
export type ReleasePolicy = z.infer<typeof releasePolicySchema>;

/** A system of record and how it is spoken to; its credential is a secret, never a setting. Id `system:<id>`. */
export const systemSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  kind: z.enum(['tryton']),
  endpoint: z.url(),
  database: z.string().min(1).max(60),
  /** Calls per second it may be asked. */
  callsPerSecond: z.int().min(1).max(1000),
  /** Its company's id there. */
  company: z.string().max(40),
  /** While it lasts nothing is posted to it and nothing pulled from it; what is to be posted waits in order. */
  maintenance: z
    .strictObject({
      since: instantSchema,
      /** It ends by itself then; without it, when somebody ends it. */
      until: instantSchema.optional(),
      by: z.string().min(1).max(120),
      reason: z.string().min(1).max(500),
    })
    .optional(),
});
export type SystemOfRecordSettings = z.infer<typeof systemSchema>;

/** Which system of record a new purchase order goes to: the first rule that fits. Setting id `routing`. */
export const routingSchema = z.strictObject({
  rules: z
    .array(z.strictObject({ company: z.string().max(60), system: z.string().max(40) }))
    .min(1)
    .max(100),
});

/** A consumer of the API as its token names it. Id `consumer:<client id>`. */
export const consumerSchema = z.strictObject({
  clientId: z.string().min(1).max(80),
  name: z.string().min(1).max(80),
  status: z.enum(['active', 'suspended']),
  /** The partner it speaks for: it sees that partner's documents and no other's. */
  partnerId: partnerIdSchema.optional(),
  /** The API keys of which one must come with its token, by hash of the key; two while one replaces the other. */
  apiKeys: z
    .array(z.strictObject({ id: z.string().min(1).max(80), sha256: z.string().length(64) }))
    .min(1)
    .max(2),
});
export type Consumer = z.infer<typeof consumerSchema>;

/** Until when, each week, a forecast release is agreed to be in force. */
export const forecastDueSchema = z.strictObject({
  /** ISO weekday, 1 is Monday. */
  weekday: z.int().min(1).max(7),
  /** Wall-clock time in the zone, `HH:MM`. */
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  /** IANA name such as `Europe/Berlin`. */
  zone: z.string().refine(isZone, 'must be a time zone such as Europe/Berlin'),
  /** The first day it holds; cut-offs before it were not agreed. */
  since: dateSchema,
});
export type ForecastDue = z.infer<typeof forecastDueSchema>;

/** What measures are held against. Setting id `measures`; what it leaves out was not agreed. */
export const measuresSchema = z.strictObject({ forecastDue: forecastDueSchema.optional() });

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '';
  } catch {
    return false;
  }
}

/** Every kind of setting by the part of its id before the colon. */
export const settingSchemas = {
  approval: approvalPolicySchema,
  release: releasePolicySchema,
  system: systemSchema,
  routing: routingSchema,
  consumer: consumerSchema,
  partner: partnerAgreementSchema,
  measures: measuresSchema,
} as const;

export type SettingKind = keyof typeof settingSchemas;
export type Setting<K extends SettingKind> = z.infer<(typeof settingSchemas)[K]>;

/** The id a setting is stored and found under: its own where there are several of a kind, else none. */
const settingIds: { readonly [K in SettingKind]: (setting: Setting<K>) => string } = {
  approval: () => '',
  release: () => '',
  system: ({ id }) => id,
  routing: () => '',
  consumer: ({ clientId }) => clientId,
  partner: ({ id }) => id,
  measures: () => '',
};

export const settingIdOf = <K extends SettingKind>(kind: K, setting: Setting<K>): string =>
  settingIds[kind](setting);
