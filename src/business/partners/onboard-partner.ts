import type { PartnerAgreement } from '#core/canonical/partner-agreement.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { type AddedPartner, addPartner } from './add-partner.ts';
import type { PartnerAccess, PartnerAccessIssuer, PartnerDecision, PartnerPorts } from './ports.ts';

export type OnboardingPorts = PartnerPorts & { readonly access: Pick<PartnerAccessIssuer, 'issue'> };

export interface OnboardedPartner extends AddedPartner {
  /** Where its files lie, in the landing bucket: what it sends, and what it fetches. Nothing need be made for it. */
  readonly mailbox: { readonly in: string; readonly out: string };
  /** There when an access was issued now. */
  readonly access?: PartnerAccess;
}

/** `when-new` gives an access to a partner that has none; `another` one more, to replace the one it has. */
export type AccessWish = 'when-new' | 'another' | 'none';

/** As many may stand beside each other as the directory entry holds. */
const MOST_CONSUMERS = 5;

/**
 * Take a partner on, in one step.
 * 1. Put its agreement in force and its entry into the directory.
 * 2. Give it a way into the API: a client with the scopes its agreement needs, a key in a usage plan.
 * 3. Note in the directory which clients speak for it.
 * Again, it changes nothing; where it broke off, it goes on. Problems: those of `addPartner`; `state-not-allowed` when
 * the partner has as many clients as it may.
 */
export async function onboardPartner(
  ports: OnboardingPorts,
  given: PartnerAgreement,
  decision: PartnerDecision & { readonly wish: AccessWish },
): Promise<Result<OnboardedPartner>> {
  const added = await addPartner(ports, given, decision);
  if (!added.ok) return added;
  const { agreement } = added.value;
  const mailbox = { in: `partners/${agreement.id}/in/`, out: `partners/${agreement.id}/out/` };
  const entry = await ports.records.get('partner', agreement.id);
  const consumers = entry?.body.consumers ?? [];
  const isWanted = decision.wish === 'another' || (decision.wish === 'when-new' && consumers.length === 0);
  if (!isWanted) return ok({ ...added.value, mailbox });
  if (consumers.length >= MOST_CONSUMERS) {
    return fail(
      problem('state-not-allowed', `${agreement.id} has ${consumers.length} clients; no more are given.`),
    );
  }
  const issued = await ports.access.issue(agreement, decision);
  if (!issued.ok) return issued;
  const noted = await noteConsumer(ports, agreement.id, issued.value.clientId, decision);
  return noted.ok ? ok({ ...added.value, mailbox, access: issued.value }) : noted;
}

const noteConsumer = (
  { records }: PartnerPorts,
  partnerId: string,
  clientId: string,
  { actor, reason, correlationId, from }: PartnerDecision,
): Promise<Result<void>> =>
  decideAgain(async () => {
    const stored = await records.get('partner', partnerId);
    if (!stored) return fail(problem('not-found', `There is no partner ${partnerId}.`));
    const body = { ...stored.body, consumers: [...(stored.body.consumers ?? []), clientId] };
    const target = { type: 'partner', id: partnerId } as const;
    return records.commit({
      changes: [{ type: 'partner', id: partnerId, expect: stored.version, body }],
      correlationId,
      audit: { actor, action: 'give-partner-access', target, reason, ...(from && { from }) },
    });
  });
