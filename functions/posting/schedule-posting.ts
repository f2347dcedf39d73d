import { dynamoPostings } from '#adapters/dynamodb/postings.ts';
import { type BusEventContext, busEventsHandler } from '#adapters/lambda/bus-queue-handler.ts';
import { sqsPostingWakes } from '#adapters/sqs/posting-wakes.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import { schedulePosting } from '#platform/posting/schedule-posting.ts';
import { type Wish, wishes } from '#platform/posting/wishes.ts';

const parts = { store: dynamoPostings(), wakes: sqsPostingWakes(), clock: systemClock };

const schedule = async (
  wish: Wish | undefined,
  { envelope, correlationId }: BusEventContext,
): Promise<Result<unknown>> =>
  wish
    ? schedulePosting(parts, { ...wish, correlationId, sequence: Number(envelope.sequence) })
    : ok(undefined);

/** Bus event that asks for something in a system → posting record and wake. */
export const handler = busEventsHandler({
  'purchase-order-requested': (data, context) => schedule(wishes['purchase-order-requested'](data), context),
  'order-change-requested': (data, context) => schedule(wishes['order-change-requested'](data), context),
  'invoice-matched': (data, context) => schedule(wishes['invoice-matched'](data), context),
});
