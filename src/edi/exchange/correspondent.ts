import type { EdiAgreement, PartnerAgreement } from '#core/canonical/partner-agreement.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { ExchangePorts } from './ports.ts';

/** A partner with whom EDI is agreed, and the version of the agreement that is in force now. */
export interface Correspondent {
  readonly partnerId: string;
  readonly agreement: PartnerAgreement;
  readonly edi: EdiAgreement;
  readonly version: number;
}

/** The partner's agreement as it is now. Problems: `partner-unknown`, `document-not-agreed` when it has no EDI. */
export async function correspondentOf(
  { settings }: Pick<ExchangePorts, 'settings'>,
  partnerId: string,
): Promise<Result<Correspondent>> {
  const stored = await settings.get('partner', partnerId);
  if (!stored) return fail(problem('partner-unknown', `there is no agreement with partner ${partnerId}`));
  const { value: agreement, version } = stored;
  if (!agreement.edi) return fail(problem('document-not-agreed', `EDI is not agreed with ${partnerId}`));
  return ok({ partnerId, agreement, edi: agreement.edi, version });
}

/** Whatever is exchanged in test mode, or before the partner is certified, is looked at and never applied. */
export const isTest = ({ agreement: { status }, edi }: Correspondent): boolean =>
  status === 'onboarding' || edi.usage === 'test';
