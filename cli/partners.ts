import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as z from 'zod';
import {
  type CertificationPorts,
  certifyPartner,
  getCertification,
} from '#business/partners/certify-partner.ts';
import { activatePartner, suspendPartner } from '#business/partners/change-status.ts';
import { getPartner, type KnownPartner, listPartners } from '#business/partners/list-partners.ts';
import { type AccessWish, onboardPartner } from '#business/partners/onboard-partner.ts';
import type { PartnerAccessIssuer, PartnerDecision, PartnerPorts } from '#business/partners/ports.ts';
import { withdrawAccess } from '#business/partners/withdraw-access.ts';
import type { CertificationReport } from '#core/canonical/certification.ts';
import { type PartnerAgreement, partnerAgreementSchema } from '#core/canonical/partner-agreement.ts';
import { newCorrelationId } from '#core/kernel/correlation.ts';
import { unwrap } from '#core/kernel/result.ts';
import { operator } from './settings.ts';

const decisionBecause = (reason: string): PartnerDecision => ({
  actor: operator(),
  reason,
  correlationId: newCorrelationId(),
});

/** What we say of a partner, as `show` prints it. */
const notTerms: ReadonlySet<string> = new Set([
  'status',
  'certification',
  'version',
  'lastHeardAt',
  'consumers',
]);

/** The agreement in a file. What `show` prints beside the terms may stand in it: it is not looked at. */
export function agreementIn(file: string): PartnerAgreement {
  const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const given = Object.entries(z.looseObject({}).parse(json));
  const terms = Object.fromEntries(given.filter(([name]) => !notTerms.has(name)));
  const parsed = partnerAgreementSchema.safeParse({ ...terms, status: 'onboarding' });
  if (!parsed.success) throw new Error(`${file} is no agreement:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** Take a partner on, or change its agreement; answers what to print, with the secrets of a new client, once. */
export async function addPartnerFrom(
  ports: PartnerPorts & { readonly access: PartnerAccessIssuer },
  file: string,
  { wish, reason, ...where }: Onboarding,
): Promise<string> {
  const decision = { ...decisionBecause(reason), wish };
  const { agreement, version, changed, mailbox, access } = unwrap(
    await onboardPartner(ports, agreementIn(file), decision),
  );
  const given = access && { ...where, clientId: access.clientId, ...(await ports.access.reveal(access)) };
  const { id: partner, status } = agreement;
  return JSON.stringify(
    { partner, status, version, changed, mailbox, ...(given && { access: given }) },
    null,
    2,
  );
}

export interface Onboarding {
  readonly wish: AccessWish;
  readonly reason: string;
  /** Where the API is, to be handed over with the secrets. */
  readonly apiUrl: string;
  readonly tokenUrl: string;
}

const certificationOf = ({ edi, certification }: KnownPartner): string => {
  if (!edi) return 'API alone';
  if (!certification) return 'never certified';
  const { passed, failed, at } = certification;
  return `${passed} of ${passed + failed} cases passed on ${at.slice(0, 10)}`;
};

/** One line a partner: id, status, how it exchanges, certification. */
export async function partnerList(ports: Pick<PartnerPorts, 'records' | 'settings'>): Promise<string> {
  const lines: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listPartners(ports, { limit: 100, ...(cursor !== undefined && { cursor }) });
    for (const partner of page.entries) {
      const { id, status, edi, transport, name } = partner;
      const how = edi ? `${edi.standard} ${edi.version} by ${transport}` : 'API';
      lines.push([id, status, how, certificationOf(partner), name].join('\t'));
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
  return lines.length > 0 ? lines.join('\n') : 'There are no partners yet.';
}

/** The agreement in force with its version, as JSON. */
export const showPartner = async (
  ports: Pick<PartnerPorts, 'records' | 'settings'>,
  partnerId: string,
): Promise<string> => JSON.stringify(unwrap(await getPartner(ports, partnerId)), null, 2);

/** One line a case; what was seen instead under the ones that failed. */
function reportText({ partnerId, agreementVersion, cases, passed, failed }: CertificationReport): string {
  const lines = cases.flatMap(({ passed: went, title, reason }) => [
    `${went ? '  passed' : '  FAILED'}  ${title}`,
    ...(reason === undefined ? [] : [`          ${reason}`]),
  ]);
  const outcome =
    failed === 0
      ? `${partnerId} may go live: crossdock partner activate ${partnerId}`
      : `${failed} of ${passed + failed} cases failed: ${partnerId} may not go live.`;
  return [`${partnerId}, version ${agreementVersion} of its agreement`, ...lines, outcome].join('\n');
}

/** The report of the certification that counts. */
export const showCertification = async (
  ports: Parameters<typeof getCertification>[0],
  partnerId: string,
): Promise<string> => reportText(unwrap(await getCertification(ports, partnerId)));

/** Rehearse the exchange with a simulated partner, and with files of the real one; answers what to print, and whether every case passed. */
export async function certify(
  ports: CertificationPorts,
  partnerId: string,
  { reason, samples = [] }: { readonly reason: string; readonly samples?: readonly string[] },
): Promise<{ readonly text: string; readonly passed: boolean }> {
  const files = samples.map((file) => ({ name: basename(file), bytes: readFileSync(file) }));
  const decision = { ...decisionBecause(reason), samples: files };
  const report = unwrap(await certifyPartner(ports, partnerId, decision));
  return { text: reportText(report), passed: report.failed === 0 };
}

/** Let a certified partner go live; answers what to print. */
export async function activate(ports: PartnerPorts, partnerId: string, reason: string): Promise<string> {
  unwrap(await activatePartner(ports, partnerId, decisionBecause(reason)));
  return `${partnerId} is active: what it sends has effect from now on.`;
}

/** Stop the exchange with a partner; answers what to print. */
export async function suspend(ports: PartnerPorts, partnerId: string, reason: string): Promise<string> {
  unwrap(await suspendPartner(ports, partnerId, decisionBecause(reason)));
  return `${partnerId} is suspended: nothing is sent to it, what it sends is set aside, its requests are refused.`;
}

/** Take back one client of a partner; answers what to print. */
export async function withdraw(
  ports: PartnerPorts,
  partnerId: string,
  clientId: string,
  reason: string,
): Promise<string> {
  unwrap(await withdrawAccess(ports, partnerId, clientId, decisionBecause(reason)));
  return `${clientId} speaks for ${partnerId} no more: its requests are refused.`;
}
