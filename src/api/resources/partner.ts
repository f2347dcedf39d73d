import * as z from 'zod';
import { certificationReportSchema } from '#core/canonical/certification.ts';
import { partnerSchema } from '#core/canonical/partner.ts';
import { partnerAgreementSchema } from '#core/canonical/partner-agreement.ts';
import { page } from './resource.ts';

/** A partner as its agreement stands, with what the directory knows of it. */
export const partnerResource = z.object({
  ...partnerAgreementSchema.shape,
  /** Of the agreement: raised with every change of terms or status. */
  version: z.int().min(1),
  lastHeardAt: partnerSchema.shape.lastHeardAt,
  /** Client ids that speak for it. */
  consumers: partnerSchema.shape.consumers,
});
export const partnerPage = page(partnerResource);

/** What a partner needs to use the API: to be handed over safely. */
const access = z.object({
  clientId: z.string(),
  apiKeyId: z.string(),
  clientSecret: z.string().optional(),
  apiKey: z.string().optional(),
});

export const onboardedPartner = z.object({
  partner: partnerResource,
  /** False when the very same agreement stood already. */
  changed: z.boolean(),
  /** Folders of the landing bucket: what the partner sends, and what it fetches. */
  mailbox: z.object({ in: z.string(), out: z.string() }),
  access: access.optional(),
});

export const certificationReport = z.object(certificationReportSchema.shape);
