import { busQueueHandler } from '#adapters/lambda/bus-queue-handler.ts';
import { matchingPorts } from '#adapters/matching-ports.ts';
import { applyAcknowledgement } from '#business/purchasing/apply-acknowledgement.ts';
import { partnerDocumentReceived } from '#events/partner-document-received/v1.ts';

const ports = matchingPorts();

/** A supplier answered an order, or a change of it → compared with the order, line by line. */
export const handler = busQueueHandler(partnerDocumentReceived, ({ partnerDocumentId }, { correlationId }) =>
  applyAcknowledgement(ports, { partnerDocumentId, correlationId }),
);
