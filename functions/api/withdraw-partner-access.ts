import { apiWriteHandler } from '#adapters/lambda/api-write-handler.ts';
import { partnerPorts } from '#adapters/partner-ports.ts';
import { decisionOf } from '#api/answers/decision-of.ts';
import { apiOperation } from '#api/operation.ts';
import { withdrawPartnerAccess as route } from '#api/routes/partners.ts';
import { getPartner } from '#business/partners/list-partners.ts';
import type { PartnerPorts } from '#business/partners/ports.ts';
import { withdrawAccess } from '#business/partners/withdraw-access.ts';

export const operation = (ports: PartnerPorts) =>
  apiOperation(route, async ({ params: { partnerId }, body: { clientId, reason } }, context) => {
    const decision = { ...decisionOf(context, reason), reason };
    const withdrawn = await withdrawAccess(ports, partnerId, clientId, decision);
    return withdrawn.ok ? getPartner(ports, partnerId) : withdrawn;
  });

export const handler = apiWriteHandler(operation(partnerPorts()));
