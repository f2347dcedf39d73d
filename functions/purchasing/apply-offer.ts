import { busQueueHandler } from '#adapters/lambda/bus-queue-handler.ts';
import { matchingPorts } from '#adapters/matching-ports.ts';
import { applyOffer } from '#business/purchasing/apply-offer.ts';
import { partnerDocumentReceived } from '#events/partner-document-received/v1.ts';

const ports = matchingPorts();

/** A supplier reported stock or sent its catalog → offers to master data. */
export const handler = busQueueHandler(partnerDocumentReceived, ({ partnerDocumentId }, { correlationId }) =>
  applyOffer(ports, { partnerDocumentId, correlationId }),
);
