import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { dynamoSettings } from '#adapters/dynamodb/settings.ts';
import { busQueueHandler } from '#adapters/lambda/bus-queue-handler.ts';
import { noteDelivery } from '#business/purchasing/note-delivery.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { partnerDocumentSent } from '#events/partner-document-sent/v1.ts';

const ports = { records: dynamoRecords(), settings: dynamoSettings(), clock: systemClock };

/** A document of ours was sent, arrived or was refused → its order knows, and the clock of the answer with it. */
export const handler = busQueueHandler(partnerDocumentSent, ({ partnerDocumentId }, { correlationId }) =>
  noteDelivery(ports, { partnerDocumentId, correlationId }),
);
