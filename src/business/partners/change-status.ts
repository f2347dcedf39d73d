import type { PartnerAgreement } from '#core/canonical/partner-agreement.ts';
import { dateOfInstant } from '#core/kernel/dates.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { enterInDirectory } from './add-partner.ts';
import type { PartnerDecision, PartnerPorts } from './ports.ts';

/** A decision about a status; where it says on which version of the agreement, a newer one refuses it. */
export type StatusDecision = PartnerDecision & { readonly expectedVersion?: number };

/**
 * Let a partner's documents have effect. Problems: `not-found`; `version-stale`; `partner-not-certified` when its
 * certification is missing or has failures: a partner without EDI has nothing to certify.
 */
export const activatePartner = (
  ports: PartnerPorts,
  partnerId: string,
  decision: StatusDecision,
): Promise<Result<PartnerAgreement>> =>
  change(ports, partnerId, { ...decision, action: 'activate-partner' }, (agreement) => {
    const { edi, certification } = agreement;
    if (edi && !certification)
      return fail(problem('partner-not-certified', `${partnerId} was never certified.`));
    if (edi && certification && certification.failed > 0) {
      const detail = `${certification.failed} cases of its certification failed on ${certification.at}.`;
      return fail(problem('partner-not-certified', detail));
    }
    const activeSince = agreement.activeSince ?? dateOfInstant(ports.clock.now());
    return ok({ ...agreement, status: 'active', activeSince });
  });

/** Stop the exchange with a partner at once: nothing is sent, what comes is set aside, its token is refused. */
export const suspendPartner = (
  ports: PartnerPorts,
  partnerId: string,
  decision: StatusDecision,
): Promise<Result<PartnerAgreement>> =>
  change(ports, partnerId, { ...decision, action: 'suspend-partner' }, (agreement) =>
    ok({ ...agreement, status: 'suspended' }),
  );

export interface CertificationOutcome {
  /** When it was; now when left out. */
  readonly at?: string;
  readonly passed: number;
  readonly failed: number;
}

/** Keep how a certification ended; it counts until what is exchanged changes. */
export const noteCertification = (
  ports: PartnerPorts,
  partnerId: string,
  { at = ports.clock.now(), passed, failed }: CertificationOutcome,
  decision: StatusDecision,
): Promise<Result<PartnerAgreement>> =>
  change(ports, partnerId, { ...decision, action: 'certify-partner' }, (agreement) =>
    ok({ ...agreement, certification: { at, passed, failed } }),
  );

function change(
  ports: PartnerPorts,
  partnerId: string,
  decision: StatusDecision & { readonly action: string },
  decide: (agreement: PartnerAgreement) => Result<PartnerAgreement>,
): Promise<Result<PartnerAgreement>> {
  return decideAgain(async () => {
    const stored = await ports.settings.get('partner', partnerId);
    if (!stored) return fail(problem('not-found', `There is no partner ${partnerId}.`));
    const { expectedVersion = stored.version } = decision;
    if (expectedVersion !== stored.version) {
      return fail(
        problem('version-stale', `The agreement with ${partnerId} is at version ${stored.version}.`),
      );
    }
    const decided = decide(stored.value);
    if (!decided.ok) return decided;
    const isSame = decided.value.status === stored.value.status && !isCertification(decision.action);
    const written = isSame
      ? ok(stored.version)
      : await ports.settings.write('partner', decided.value, stored.version, decision);
    if (!written.ok) return written;
    const entered = await enterInDirectory(ports, decided.value, written.value, decision);
    return entered.ok ? decided : entered;
  });
}

const isCertification = (action: string): boolean => action === 'certify-partner';
