import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { dynamoSettings } from '#adapters/dynamodb/settings.ts';
import { busQueueHandler } from '#adapters/lambda/bus-queue-handler.ts';
import { s3Objects } from '#adapters/s3/objects.ts';
import { applyOffer } from '#business/purchasing/apply-offer.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { partnerDocumentReceived } from '#events/partner-document-received/v1.ts';

const ports = {
  records: dynamoRecords(),
  settings: dynamoSettings(),
  objects: s3Objects(),
  clock: systemClock,
};

/** A supplier reported stock or sent its catalog → offers to master data. */
export const handler = busQueueHandler(partnerDocumentReceived, ({ partnerDocumentId }, { correlationId }) =>
  applyOffer(ports, { partnerDocumentId, correlationId }),
);
