import { dynamoPostings } from '#adapters/dynamodb/postings.ts';
import { scheduleHandler } from '#adapters/lambda/schedule-handler.ts';
import { sqsPostingWakes } from '#adapters/sqs/posting-wakes.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { ok } from '#core/kernel/result.ts';
import { wakeDuePostings } from '#platform/posting/wake-due-postings.ts';

const parts = { store: dynamoPostings(), wakes: sqsPostingWakes(), clock: systemClock };

/** Every minute: wake what is due. */
export const handler = scheduleHandler(async () => ok({ woken: await wakeDuePostings(parts) }));
