import { apiWriteHandler } from '#adapters/lambda/api-write-handler.ts';
import { partnerPorts } from '#adapters/partner-ports.ts';
import { rehearsal } from '#adapters/rehearsal.ts';
import { s3Objects } from '#adapters/s3/objects.ts';
import { decisionOf } from '#api/answers/decision-of.ts';
import { apiOperation } from '#api/operation.ts';
import { certifyPartner as route } from '#api/routes/partners.ts';
import { type CertificationPorts, certifyPartner } from '#business/partners/certify-partner.ts';

export const operation = (ports: CertificationPorts) =>
  apiOperation(route, ({ params: { partnerId }, body: { reason } }, context) => {
    const { expectedVersion: _none, ...decision } = decisionOf(context, reason);
    return certifyPartner(ports, partnerId, { ...decision, reason });
  });

export const handler = apiWriteHandler(
  operation({ ...partnerPorts(), objects: s3Objects(), rehearse: rehearsal() }),
);
