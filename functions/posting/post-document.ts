import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { dynamoPostings, dynamoSystemLoads } from '#adapters/dynamodb/postings.ts';
import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { count } from '#adapters/lambda/metrics.ts';
import { fifoQueueHandler } from '#adapters/lambda/queue-handler.ts';
import { systemsOfRecord } from '#adapters/systems-of-record.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { ok } from '#core/kernel/result.ts';
import { postDocument } from '#platform/posting/post-document.ts';

const parts = {
  store: dynamoPostings(),
  loads: dynamoSystemLoads(),
  records: dynamoRecords(),
  connect: systemsOfRecord(),
  clock: systemClock,
  pause: (milliseconds: number) => pause(milliseconds),
};

const message = z.looseObject({ effectId: z.string() });

/** FIFO message that wakes a posting → as far as it gets now. What must wait is parked and the message done. */
export const handler = fifoQueueHandler(message, async ({ effectId }, { logger }) => {
  const posted = await postDocument(parts, effectId);
  if (!posted.ok) return posted;
  const { system, operation, documentId, attempts, state } = posted.value;
  logger.info('posting', {
    posting: { effectId, system, operation, documentId, attempts, state: state.name },
  });
  // Both wait for a person; an alarm calls one.
  if (state.name === 'refused') count('PostingsRefused');
  if (state.name === 'needs-person') count('PostingsNeedPerson');
  return ok(undefined);
});
