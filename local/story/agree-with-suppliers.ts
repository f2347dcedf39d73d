import { addPartner } from '#business/partners/add-partner.ts';
import { certifyPartner } from '#business/partners/certify-partner.ts';
import { activatePartner } from '#business/partners/change-status.ts';
import type { PartnerDecision } from '#business/partners/ports.ts';
import { type CrossReferencePorts, putCrossReference } from '#business/partners/put-cross-reference.ts';
import type { CertificationReport } from '#core/canonical/certification.ts';
import { newCorrelationId } from '#core/kernel/correlation.ts';
import type { Records } from '#core/kernel/records.ts';
import { unwrap } from '#core/kernel/result.ts';
import { partnerPorts } from '../../cli/partner-ports.ts';
import { Blocked } from '../bootstrap/blocked.mjs';
import type { Outputs } from '../deploy.ts';
import type { SeededItem } from '../erp-seed/distributor.ts';
import { agreementWith, codeOf, type EdiSupplier, ediSuppliers, isTold } from '../suppliers/edi-supplier.ts';
import { STEWARD } from './configure.ts';
import { eventually } from './eventually.ts';
import { outputOf } from './outputs.ts';

/** Keep an agreement with each supplier that speaks EDI, certify it, and let its documents have effect. */
export async function agreeWithSuppliers(
  outputs: Outputs,
  records: Records,
  items: readonly SeededItem[],
): Promise<void> {
  await untilFollowed(records);
  const decision: PartnerDecision = {
    actor: STEWARD,
    reason: 'first set-up',
    correlationId: newCorrelationId(),
  };
  const ports = partnerPorts((name) => outputOf(outputs, name), 'local');
  for (const supplier of ediSuppliers) {
    const { partnerId } = supplier;
    unwrap(await addPartner(ports, agreementWith(supplier, supplier.supplier), decision));
    const { failed, cases } = unwrap(await certifyPartner(ports, partnerId, decision));
    if (failed > 0) throw new Blocked(`${partnerId} failed: ${reasonsOf(cases)}`);
    unwrap(await activatePartner(ports, partnerId, decision));
    await tellCodes({ records, clock: ports.clock }, decision, supplier, items);
  }
}

const reasonsOf = (cases: CertificationReport['cases']): string =>
  cases.flatMap(({ title, reason }) => (reason === undefined ? [] : [`${title}: ${reason}`])).join(' ');

/** What the supplier calls its items, as far as it told us. */
async function tellCodes(
  ports: CrossReferencePorts,
  { actor, correlationId }: PartnerDecision,
  supplier: EdiSupplier,
  items: readonly SeededItem[],
): Promise<void> {
  const sold = items.filter((item) => item.supplier === supplier.supplier);
  const told = sold.map(({ code }, index) => ({ ours: code, theirs: codeOf(supplier, code, index), index }));
  for (const { ours, theirs } of told.filter(({ index }) => isTold(supplier, index))) {
    const { partnerId } = supplier;
    unwrap(await putCrossReference(ports, { partnerId, kind: 'item', theirs, ours, actor, correlationId }));
  }
}

const FOLLOWED_WITHIN = 60;

/** What the ERP's users ordered before today's partners stays theirs to tell: wait until Crossdock has noted it. */
function untilFollowed(records: Records): Promise<void> {
  return eventually('Following the open orders of the ERP', FOLLOWED_WITHIN, async () => {
    const orders = await records.list('purchase-order', { list: 'purchase-orders', limit: 500 });
    const ids = orders.entries.map(({ id }) => id);
    const followed = await records.getMany('order-ledger', ids);
    return followed.length === ids.length
      ? { seen: undefined }
      : { notYet: `${followed.length} of ${ids.length} are noted.` };
  });
}
