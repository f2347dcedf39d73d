import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from 'aws-lambda';
import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { busQueueHandler } from '#adapters/lambda/bus-queue-handler.ts';
import { scheduleHandler } from '#adapters/lambda/schedule-handler.ts';
import { choosePorts } from '#adapters/replay-ports.ts';
import { sqsConsumerQueues } from '#adapters/sqs/consumer-queues.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { ok } from '#core/kernel/result.ts';
import { replayStarted } from '#events/replay-started/v1.ts';
import { resumeJobs } from '#platform/jobs/resume-jobs.ts';
import { type ReplayRun, runReplay } from '#platform/replay/run-replay.ts';

const ports = {
  ...choosePorts(),
  records: dynamoRecords(),
  queues: sqsConsumerQueues(),
  clock: systemClock,
  pause: (milliseconds: number) => pause(milliseconds),
};

/** A replay began: work on it at once. */
const begin = busQueueHandler(replayStarted, ({ replayId }, { remaining }) =>
  runReplay({ ...ports, remaining }, replayId),
);

/** Go on with those whose worker's time was up, or that broke off; each has a consumer of its own. */
const goOn = scheduleHandler(async ({ remaining, logger }) => {
  const ran = await resumeJobs(ports.records, 'replay', (id) => runReplay({ ...ports, remaining }, id));
  const did: Record<string, ReplayRun | 'put off'> = {};
  for (const [id, result] of ran) {
    if (!result.ok) logger.warn('a replay is put off', { replay: id, problem: result.problem });
    did[id] = result.ok ? result.value : 'put off';
  }
  return ok(did);
});

/** What the schedule sends says that it is the schedule. */
export const handler = (event: object, context: Context): Promise<unknown> =>
  'goOn' in event ? goOn(event, context) : begin(event as Parameters<typeof begin>[0], context);
