import { apiWriteHandler } from '#adapters/lambda/api-write-handler.ts';
import { partnerAccessHere, partnerPorts } from '#adapters/partner-ports.ts';
import { decisionOf } from '#api/answers/decision-of.ts';
import { apiOperation } from '#api/operation.ts';
import { addPartner as route } from '#api/routes/partners.ts';
import { getPartner } from '#business/partners/list-partners.ts';
import { onboardPartner } from '#business/partners/onboard-partner.ts';
import type { PartnerAccessIssuer, PartnerPorts } from '#business/partners/ports.ts';
import { ok } from '#core/kernel/result.ts';

type Ports = PartnerPorts & { readonly access: PartnerAccessIssuer };

export const operation = (ports: Ports) =>
  apiOperation(
    route,
    async ({ body: { agreement, reason, access: wish } }, context) => {
      const decision = { ...decisionOf(context, reason), reason, wish };
      const added = await onboardPartner(ports, { ...agreement, status: 'onboarding' }, decision);
      if (!added.ok) return added;
      const partner = await getPartner(ports, agreement.id);
      if (!partner.ok) return partner;
      const { changed, mailbox, access } = added.value;
      return ok({ partner: partner.value, changed, mailbox, ...(access && { access }) });
    },
    async (answer) => {
      const { access } = answer;
      return access ? { ...answer, access: { ...access, ...(await ports.access.reveal(access)) } } : answer;
    },
  );

export const handler = apiWriteHandler(operation({ ...partnerPorts(), access: partnerAccessHere() }));
