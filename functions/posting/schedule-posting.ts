import { dynamoPostings } from '#adapters/dynamodb/postings.ts';
import { busQueueHandler } from '#adapters/lambda/bus-queue-handler.ts';
import { sqsPostingWakes } from '#adapters/sqs/posting-wakes.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { purchaseOrderRequested } from '#events/purchase-order-requested/v1.ts';
import { schedulePosting } from '#platform/posting/schedule-posting.ts';

const parts = { store: dynamoPostings(), wakes: sqsPostingWakes(), clock: systemClock };

/** Bus event → posting record and wake. */
export const handler = busQueueHandler(
  purchaseOrderRequested,
  ({ purchaseOrderId, system }, { envelope, correlationId }) =>
    schedulePosting(parts, { purchaseOrderId, system, correlationId, sequence: Number(envelope.sequence) }),
);
