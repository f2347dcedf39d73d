import * as z from 'zod';
import { partnerIdSchema } from '#core/canonical/partner.ts';
import { partnerAgreementSchema } from '#core/canonical/partner-agreement.ts';
import * as resources from '../resources/partner.ts';
import { pageQuery } from '../resources/resource.ts';
import { readRoute, writeRoute } from '../route.ts';

const tag = 'Partners';
const params = z.strictObject({ partnerId: partnerIdSchema });
const reason = z.string().trim().min(1).max(500);

/** The terms of an agreement; its status and its certification are ours to say. */
const agreementTerms = partnerAgreementSchema.omit({ status: true, certification: true });

export const addPartner = writeRoute({
  operationId: 'add-partner',
  path: '/v1/partners',
  tag,
  summary: 'Take a partner on, or change its agreement: agreement, directory, and its way into the API',
  description:
    'The same agreement again changes nothing. `access`: `when-new` gives a client and an API key to a partner that ' +
    'has none, `another` one more beside those it has, `none` gives none. Secrets are in this answer alone.',
  scope: 'partners.add',
  body: z.strictObject({
    agreement: agreementTerms,
    reason,
    access: z.enum(['when-new', 'another', 'none']).default('when-new'),
  }),
  ifMatch: false,
  maximumBodyBytes: 256 * 1024,
  problems: ['not-found', 'identifier-taken', 'state-not-allowed'],
  answer: { description: 'The partner, and how it comes in', schema: resources.onboardedPartner },
});

export const listPartners = readRoute({
  operationId: 'list-partners',
  path: '/v1/partners',
  tag,
  summary: 'List partners with their agreements',
  scope: 'partners.read',
  query: z.strictObject(pageQuery),
  answer: { description: 'A page of partners', schema: resources.partnerPage },
});

export const getPartner = readRoute({
  operationId: 'get-partner',
  path: '/v1/partners/{partnerId}',
  tag,
  summary: 'Get one partner with its agreement',
  scope: 'partners.read',
  params,
  answer: { description: 'The partner', schema: resources.partnerResource, etag: true },
});

export const certifyPartner = writeRoute({
  operationId: 'certify-partner',
  path: '/v1/partners/{partnerId}/certify',
  tag,
  summary: 'Rehearse the exchange with a simulated partner under the agreement in force, case by case',
  description:
    'Nothing reaches the partner. What is exchanged must pass every case before the partner may go live.',
  scope: 'partners.certify',
  params,
  body: z.strictObject({ reason }),
  ifMatch: false,
  maximumBodyBytes: 4096,
  problems: ['document-not-agreed', 'version-stale'],
  answer: { description: 'How each case came out', schema: resources.certificationReport },
});

export const getCertification = readRoute({
  operationId: 'get-certification',
  path: '/v1/partners/{partnerId}/certification',
  tag,
  summary: 'Get the report of the certification that counts, case by case',
  scope: 'partners.read',
  params,
  answer: { description: 'The report', schema: resources.certificationReport },
});

export const withdrawPartnerAccess = writeRoute({
  operationId: 'withdraw-partner-access',
  path: '/v1/partners/{partnerId}/withdraw-access',
  tag,
  summary: 'Take back one client of a partner, once another one took its place: it is refused at once',
  scope: 'partners.suspend',
  params,
  body: z.strictObject({ clientId: z.string().min(1).max(80), reason }),
  ifMatch: false,
  maximumBodyBytes: 4096,
  tier: 'critical',
  answer: { description: 'The partner with the clients it has left', schema: resources.partnerResource },
});

const decided = {
  tag,
  params,
  body: z.strictObject({ reason }),
  ifMatch: true,
  maximumBodyBytes: 4096,
  answer: { description: 'The partner', schema: resources.partnerResource, etag: true },
} as const;

export const activatePartner = writeRoute({
  ...decided,
  operationId: 'activate-partner',
  path: '/v1/partners/{partnerId}/activate',
  summary: 'Let a certified partner go live: from now on what it sends has effect',
  scope: 'partners.activate',
  problems: ['partner-not-certified'],
});

export const suspendPartner = writeRoute({
  ...decided,
  operationId: 'suspend-partner',
  path: '/v1/partners/{partnerId}/suspend',
  summary:
    'Stop the exchange with a partner at once: nothing is sent, what comes is set aside, it is refused',
  scope: 'partners.suspend',
  tier: 'critical',
});
