import * as z from 'zod';
import { instantSchema } from '#core/kernel/dates.ts';
import { partnerIdSchema } from './partner.ts';

/** One thing that was tried with a partner's agreement, and how it came out. */
export const certificationCaseSchema = z.strictObject({
  /** Short and stable: `answer-short`. */
  name: z.string().min(1).max(60),
  /** What was to be seen, in a sentence. */
  title: z.string().min(1).max(200),
  passed: z.boolean(),
  /** What was seen instead; only where it failed. */
  reason: z.string().max(1000).optional(),
});
export type CertificationCase = z.infer<typeof certificationCaseSchema>;

/** A scripted exchange with a simulated partner under one version of an agreement, case by case. */
export const certificationReportSchema = z.strictObject({
  partnerId: partnerIdSchema,
  agreementVersion: z.int().min(1),
  at: instantSchema,
  passed: z.int().min(0),
  failed: z.int().min(0),
  cases: z.array(certificationCaseSchema).max(200),
});
export type CertificationReport = z.infer<typeof certificationReportSchema>;

/** Where a partner's report lies in the documents bucket, by the moment its agreement notes. */
export const certificationKey = (partnerId: string, at: string): string =>
  `documents/certifications/${partnerId}/${at}.json`;
