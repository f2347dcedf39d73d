import {
  type CertificationReport,
  certificationKey,
  certificationReportSchema,
} from '#core/canonical/certification.ts';
import type { PartnerAgreement } from '#core/canonical/partner-agreement.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { Settings } from '#core/kernel/settings.ts';
import { noteCertification } from './change-status.ts';
import type { PartnerDecision, PartnerPorts } from './ports.ts';

export type CertificationPorts = PartnerPorts & {
  readonly objects: Pick<ObjectStore, 'write'>;
  /** Plays the scripted exchange that an agreement calls for, with nobody but a simulated partner. */
  readonly rehearse: (
    agreement: PartnerAgreement,
    version: number,
    samples?: readonly PartnerFile[],
  ) => Promise<Result<CertificationReport>>;
};

/** A file that the partner really wrote. */
export interface PartnerFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Certify a partner.
 * 1. Rehearse the exchange with the agreement in force, case by case, and with the partner's own files.
 * 2. Keep the report.
 * 3. Note the outcome with the agreement, if it is still the one that was rehearsed: it decides on going live.
 * Problems: `not-found`, `document-not-agreed` where there is no EDI, `version-stale` when it changed meanwhile.
 */
export async function certifyPartner(
  ports: CertificationPorts,
  partnerId: string,
  decision: PartnerDecision & { readonly samples?: readonly PartnerFile[] },
): Promise<Result<CertificationReport>> {
  const stored = await ports.settings.get('partner', partnerId);
  if (!stored) return fail(problem('not-found', `There is no partner ${partnerId}.`));
  const rehearsed = await ports.rehearse(stored.value, stored.version, decision.samples);
  if (!rehearsed.ok) return rehearsed;
  const report = rehearsed.value;
  const { at, passed, failed } = report;
  const content = new TextEncoder().encode(JSON.stringify(report));
  await ports.objects.write('documents', certificationKey(partnerId, at), content, {
    contentType: 'application/json',
  });
  const noted = await noteCertification(
    ports,
    partnerId,
    { at, passed, failed },
    { ...decision, expectedVersion: stored.version },
  );
  return noted.ok ? ok(report) : noted;
}

/** The report of the certification that counts for a partner. Problem: `not-found`. */
export async function getCertification(
  { settings, objects }: { readonly settings: Settings; readonly objects: Pick<ObjectStore, 'read'> },
  partnerId: string,
): Promise<Result<CertificationReport>> {
  const stored = await settings.get('partner', partnerId);
  const at = stored?.value.certification?.at;
  const content = at && (await objects.read('documents', certificationKey(partnerId, at)));
  if (!content) return fail(problem('not-found', `There is no certification of ${partnerId} that counts.`));
  const pieces: Uint8Array[] = [];
  for await (const piece of content) pieces.push(piece);
  return ok(certificationReportSchema.parse(JSON.parse(Buffer.concat(pieces).toString())));
}
