import { apiWriteHandler } from '#adapters/lambda/api-write-handler.ts';
import { partnerPorts } from '#adapters/partner-ports.ts';
import { changedPartner } from '#api/answers/changed-partner.ts';
import { decisionOf } from '#api/answers/decision-of.ts';
import { apiOperation } from '#api/operation.ts';
import { activatePartner as route } from '#api/routes/partners.ts';
import { activatePartner } from '#business/partners/change-status.ts';
import { getPartner } from '#business/partners/list-partners.ts';
import type { PartnerPorts } from '#business/partners/ports.ts';

export const operation = (ports: PartnerPorts) =>
  apiOperation(route, async ({ params: { partnerId }, body: { reason } }, context) => {
    const decision = { ...decisionOf(context, reason), reason };
    const changed = await activatePartner(ports, partnerId, decision);
    return changedPartner(changed, 'active', context, () => getPartner(ports, partnerId));
  });

export const handler = apiWriteHandler(operation(partnerPorts()));
