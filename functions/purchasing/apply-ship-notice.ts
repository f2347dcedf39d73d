import { busQueueHandler } from '#adapters/lambda/bus-queue-handler.ts';
import { matchingPorts } from '#adapters/matching-ports.ts';
import { applyShipNotice } from '#business/purchasing/apply-ship-notice.ts';
import { partnerDocumentReceived } from '#events/partner-document-received/v1.ts';

const ports = matchingPorts();

/** A supplier shipped → its orders know it, and the warehouse expects it. */
export const handler = busQueueHandler(partnerDocumentReceived, ({ partnerDocumentId }, { correlationId }) =>
  applyShipNotice(ports, { partnerDocumentId, correlationId }),
);
