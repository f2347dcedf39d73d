import { environmentVariable } from '#adapters/lambda/environment.ts';
import type { PostingWakes } from '#platform/posting/ports.ts';
import { type Queue, sqsQueue } from './queue.ts';

/**
 * Wakes postings through the FIFO queue of their system: grouped by lane, so that the postings of a
 * purchase order keep their order; the fence is part of the deduplication id, so that the same posting can be woken again later.
 */
export function sqsPostingWakes(
  queue: Queue = sqsQueue(environmentVariable('POSTING_QUEUE_URL')),
): PostingWakes {
  return {
    wake: ({ effectId, documentId, laneId, fence, correlationId }) =>
      queue.send({
        body: { effectId, correlationId },
        groupId: laneId ?? documentId,
        deduplicationId: `${effectId}-${fence}`,
      }),
  };
}
