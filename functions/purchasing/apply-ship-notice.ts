import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { dynamoSettings } from '#adapters/dynamodb/settings.ts';
import { busQueueHandler } from '#adapters/lambda/bus-queue-handler.ts';
import { s3Objects } from '#adapters/s3/objects.ts';
import { applyShipNotice } from '#business/purchasing/apply-ship-notice.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { partnerDocumentReceived } from '#events/partner-document-received/v1.ts';

const ports = {
  records: dynamoRecords(),
  settings: dynamoSettings(),
  objects: s3Objects(),
  clock: systemClock,
};

/** A supplier shipped → its orders know it, and the warehouse expects it. */
export const handler = busQueueHandler(partnerDocumentReceived, ({ partnerDocumentId }, { correlationId }) =>
  applyShipNotice(ports, { partnerDocumentId, correlationId }),
);
