import { dynamoSettingsWriter } from '#adapters/dynamodb/write-setting.ts';
import { addPartner } from '#business/partners/add-partner.ts';
import { activatePartner, noteCertification } from '#business/partners/change-status.ts';
import type { PartnerDecision } from '#business/partners/ports.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { newCorrelationId } from '#core/kernel/correlation.ts';
import type { Records } from '#core/kernel/records.ts';
import { unwrap } from '#core/kernel/result.ts';
import type { Outputs } from '../deploy.ts';
import { agreementWith, ediSuppliers } from '../suppliers/edi-supplier.ts';
import { STEWARD, settingTables } from './configure.ts';

/** Keep an agreement with each supplier that speaks EDI, certify it, and let its documents have effect. */
export async function agreeWithSuppliers(outputs: Outputs, records: Records): Promise<void> {
  const decision: PartnerDecision = {
    actor: STEWARD,
    reason: 'first set-up',
    correlationId: newCorrelationId(),
  };
  const ports = {
    records,
    settings: dynamoSettingsWriter(settingTables(outputs)),
    clock: systemClock,
    faultOfExpression: () => undefined,
  };
  for (const supplier of ediSuppliers) {
    unwrap(await addPartner(ports, agreementWith(supplier, supplier.supplier), decision));
    unwrap(await noteCertification(ports, supplier.partnerId, { passed: 1, failed: 0 }, decision));
    unwrap(await activatePartner(ports, supplier.partnerId, decision));
  }
}
