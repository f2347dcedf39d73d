import { type Partner, partnerOfAddresses, partnerOfSupplier } from '#core/canonical/partner.ts';
import type { PartnerAgreement } from '#core/canonical/partner-agreement.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import type { Identifier } from '#core/kernel/identifiers.ts';
import { canonicalJson } from '#core/kernel/json.ts';
import { problem } from '#core/kernel/problem.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { faultsOfAgreement } from './check-agreement.ts';
import type { PartnerDecision, PartnerPorts } from './ports.ts';

export interface AddedPartner {
  readonly agreement: PartnerAgreement;
  readonly version: number;
  /** False when the very same agreement stood already. */
  readonly changed: boolean;
}

/**
 * Keep an agreement with a partner, new or changed.
 * 1. Check it beyond its schema: addresses, separators, documents, expressions, and that its supplier exists.
 * 2. See that neither its supplier nor its addresses lead to another partner.
 * 3. Put it in force as the next version. Whoever was certified must be certified again when what is exchanged
 *    changed, and is back in `onboarding`; a suspended partner stays suspended.
 * 4. Write its directory entry, by which documents find it, with the event.
 * The same agreement again changes nothing; a crash between 3 and 4 is healed by doing it again.
 * Problems: `validation-failed`, `not-found` for the supplier, `identifier-taken`.
 */
export async function addPartner(
  ports: PartnerPorts,
  given: PartnerAgreement,
  decision: PartnerDecision,
): Promise<Result<AddedPartner>> {
  const faults = faultsOfAgreement(given, ports.faultOfExpression);
  if (faults) return fail(faults);
  if (!(await ports.records.get('supplier', given.supplierId))) {
    return fail(problem('not-found', `There is no supplier ${given.supplierId}.`));
  }
  const taken = await takenBy(ports, given);
  if (taken)
    return fail(problem('identifier-taken', `${taken} has this supplier or these addresses already.`));
  return decideAgain(() => keepAgreement(ports, given, decision));
}

async function keepAgreement(
  ports: PartnerPorts,
  given: PartnerAgreement,
  decision: PartnerDecision,
): Promise<Result<AddedPartner>> {
  const stored = await ports.settings.get('partner', given.id);
  const agreement = stored
    ? changedTo(given, stored.value)
    : { ...startOf(given), status: 'onboarding' as const };
  const changed = !stored || canonicalJson(stored.value) !== canonicalJson(agreement);
  let version = stored?.version ?? 0;
  if (changed) {
    const action = stored ? 'change-partner' : 'add-partner';
    const written = await ports.settings.write('partner', agreement, stored?.version ?? 'absent', {
      ...decision,
      action,
    });
    if (!written.ok) return written;
    version = written.value;
  }
  const entered = await enterInDirectory(ports, agreement, version, decision);
  return entered.ok ? ok({ agreement, version, changed }) : entered;
}

/** Whatever somebody sends, status and certification are ours to say. */
function startOf(given: PartnerAgreement): PartnerAgreement {
  const { certification: _theirs, activeSince: _since, ...terms } = given;
  return terms;
}

function changedTo(given: PartnerAgreement, known: PartnerAgreement): PartnerAgreement {
  const { status, activeSince } = known;
  const terms = { ...startOf(given), status, ...(activeSince && { activeSince }) };
  const same = canonicalJson(exchangedBy(terms)) === canonicalJson(exchangedBy(known));
  if (same) return { ...terms, ...(known.certification && { certification: known.certification }) };
  return { ...terms, status: status === 'suspended' ? 'suspended' : 'onboarding' };
}

/** The part of an agreement that a certification is about. */
const exchangedBy = ({ edi, documents, deviations, changeQuantities }: PartnerAgreement) => ({
  ...{ edi, documents, deviations, changeQuantities },
});

/** The directory entry of the agreement as it stands now; written again after every change of the agreement. */
export async function enterInDirectory(
  { records }: PartnerPorts,
  agreement: PartnerAgreement,
  agreementVersion: number,
  { actor, reason, correlationId, from }: PartnerDecision,
): Promise<Result<void>> {
  const { id, name, supplierId, status } = agreement;
  const stored = await records.get('partner', id);
  if (stored?.body.agreementVersion === agreementVersion) return ok(undefined);
  const body: Partner = {
    id,
    name,
    supplierId,
    agreementVersion,
    ...keptOf(stored),
    identifiers: [...identifiersOf(agreement)],
  };
  return records.commit({
    changes: [
      {
        type: 'partner',
        id,
        expect: stored?.version ?? 'absent',
        body,
        events: [{ name: 'partner-changed', data: { partnerId: id, status } }],
      },
    ],
    correlationId,
    audit: {
      actor,
      action: 'change-partner',
      target: { type: 'partner', id },
      reason,
      ...(from && { from }),
    },
  });
}

/** What the entry says beside the agreement. */
const keptOf = (stored: StoredRecord<'partner'> | undefined): Partial<Partner> => {
  const { lastHeardAt, consumers } = stored?.body ?? {};
  return { ...(lastHeardAt !== undefined && { lastHeardAt }), ...(consumers && { consumers }) };
};

function identifiersOf({ supplierId, edi }: PartnerAgreement): readonly Identifier[] {
  return [partnerOfSupplier(supplierId), ...(edi ? [partnerOfAddresses(edi.them, edi.us)] : [])];
}

/** The other partner that has one of its identifiers. */
async function takenBy({ records }: PartnerPorts, agreement: PartnerAgreement): Promise<string | undefined> {
  for (const identifier of identifiersOf(agreement)) {
    const found = await records.findByIdentifier('partner', identifier);
    if (found && found.id !== agreement.id) return found.id;
  }
  return undefined;
}
