import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { apiWriteHandler, type WritePorts } from '#adapters/lambda/api-write-handler.ts';
import { rehearsal } from '#adapters/rehearsal.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import type { Records } from '#core/kernel/records.ts';
import type { SettingsWriter } from '#core/kernel/settings.ts';
import { faultOfExpression } from '#edi/exchange/fault-of-expression.ts';
import * as activatePartner from '#functions/api/activate-partner.ts';
import * as addPartner from '#functions/api/add-partner.ts';
import * as certifyPartner from '#functions/api/certify-partner.ts';
import * as getCertification from '#functions/api/get-certification.ts';
import * as getPartner from '#functions/api/get-partner.ts';
import * as listPartners from '#functions/api/list-partners.ts';
import * as suspendPartner from '#functions/api/suspend-partner.ts';
import * as withdrawPartnerAccess from '#functions/api/withdraw-partner-access.ts';
import { memoryPartnerAccess } from '#test/doubles/memory-partner-access.ts';

interface Ports {
  readonly records: Records;
  readonly objects: ObjectStore;
  readonly settings: SettingsWriter;
  readonly clock: Clock;
}

/** The handlers of the partners' API on doubles. */
export function partnerHandlers(given: Ports, writing: WritePorts) {
  const ports = {
    ...given,
    faultOfExpression,
    access: memoryPartnerAccess(),
    rehearse: rehearsal(given.clock),
  };
  return {
    'add-partner': apiWriteHandler(addPartner.operation(ports), writing),
    'list-partners': apiHandler(listPartners.operation(ports), writing.settings),
    'get-partner': apiHandler(getPartner.operation(ports), writing.settings),
    'certify-partner': apiWriteHandler(certifyPartner.operation(ports), writing),
    'get-certification': apiHandler(getCertification.operation(ports), writing.settings),
    'activate-partner': apiWriteHandler(activatePartner.operation(ports), writing),
    'withdraw-partner-access': apiWriteHandler(withdrawPartnerAccess.operation(ports), writing),
    'suspend-partner': apiWriteHandler(suspendPartner.operation(ports), writing),
  };
}
