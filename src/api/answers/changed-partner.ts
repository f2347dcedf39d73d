import type { PartnerAgreement } from '#core/canonical/partner-agreement.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { ApiContext } from '../operation.ts';

/**
 * A partner after a change of its status, also where an earlier attempt of the same request made it and broke off:
 * then its agreement is one version on and has the status that was asked for.
 */
export async function changedPartner<P extends PartnerAgreement & { readonly version: number }>(
  changed: Result<PartnerAgreement>,
  wanted: PartnerAgreement['status'],
  { resumed, expectedVersion }: Pick<ApiContext, 'resumed' | 'expectedVersion'>,
  read: () => Promise<Result<P>>,
): Promise<Result<P>> {
  if (!changed.ok && !(resumed && changed.problem.code === 'version-stale')) return changed;
  const partner = await read();
  if (!partner.ok || changed.ok) return partner;
  const { version, status } = partner.value;
  return version === expectedVersion + 1 && status === wanted ? ok(partner.value) : fail(changed.problem);
}
