import { exchangePorts } from '#adapters/exchange-ports.ts';
import { busQueueHandler } from '#adapters/lambda/bus-queue-handler.ts';
import { releaseParkedDocuments } from '#edi/exchange/release-parked-documents.ts';
import { crossReferenceChanged } from '#events/cross-reference-changed/v1.ts';

/** A code is known → the documents that waited for it are set to work again, in order. */
export const handler = busQueueHandler(
  crossReferenceChanged,
  async ({ crossReferenceId }, { correlationId, logger }) => {
    const released = await releaseParkedDocuments(exchangePorts(), { crossReferenceId, correlationId });
    if (released.ok) logger.info('documents released', { crossReferenceId, count: released.value.released });
    return released;
  },
);
