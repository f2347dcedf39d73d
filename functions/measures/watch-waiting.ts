import { dynamoReadModelTable } from '#adapters/dynamodb/read-model-table.ts';
import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { count, countBy, seconds } from '#adapters/lambda/metrics.ts';
import { scheduleHandler } from '#adapters/lambda/schedule-handler.ts';
import { watchWaiting } from '#business/measures/watch-waiting.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { ok } from '#core/kernel/result.ts';
import { figuresIn } from '#platform/read-model/figures.ts';

const ports = { figures: figuresIn(dynamoReadModelTable()), records: dynamoRecords(), clock: systemClock };

/** Every few minutes: what waits and how fresh sources are, as metrics that alarms watch. */
export const handler = scheduleHandler(async () => {
  const watched = await watchWaiting(ports);
  count('ExceptionsOpen', watched.exceptionsOpen);
  count('PostingsWaiting', watched.postingsWaiting);
  count('PostingsWaitingOverADay', watched.postingsWaitingOverADay);
  count('ProposalsWaiting', watched.proposalsWaiting);
  count('DeadLettersWaiting', watched.deadLettersWaiting);
  count('DocumentsParked', watched.documentsParked);
  count('SourcesStale', watched.sourcesStale);
  if (watched.oldestPullSeconds !== undefined) seconds('OldestPullAge', watched.oldestPullSeconds);
  for (const [owner, overdue] of Object.entries(watched.exceptionsOverdue))
    countBy('ExceptionsOverdue', { owner }, overdue);
  return ok(watched);
});
