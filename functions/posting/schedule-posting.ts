import { dynamoPostings } from '#adapters/dynamodb/postings.ts';
import { busEventsHandler } from '#adapters/lambda/bus-queue-handler.ts';
import { sqsPostingWakes } from '#adapters/sqs/posting-wakes.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { ok } from '#core/kernel/result.ts';
import { schedulePosting } from '#platform/posting/schedule-posting.ts';

const parts = { store: dynamoPostings(), wakes: sqsPostingWakes(), clock: systemClock };

/** Bus event that asks for an effect in a system → posting record and wake. */
export const handler = busEventsHandler({
  'purchase-order-requested': ({ purchaseOrderId, system }, { envelope, correlationId }) => {
    const asked = { system, correlationId, sequence: Number(envelope.sequence) };
    return schedulePosting(parts, {
      operation: 'create-purchase-order',
      documentId: purchaseOrderId,
      ...asked,
    });
  },
  'order-change-requested': async (change, { envelope, correlationId }) => {
    // Some changes are for the supplier alone.
    if (change.posting !== 'requested') return ok(undefined);
    const { orderChangeId, purchaseOrderId, system } = change;
    const asked = { system, correlationId, sequence: Number(envelope.sequence) };
    const document = { documentId: orderChangeId, laneId: purchaseOrderId };
    return schedulePosting(parts, { operation: 'amend-purchase-order', ...document, ...asked });
  },
  'invoice-matched': ({ invoiceId, system }, { envelope, correlationId }) => {
    const asked = { system, correlationId, sequence: Number(envelope.sequence) };
    return schedulePosting(parts, { operation: 'post-supplier-invoice', documentId: invoiceId, ...asked });
  },
});
