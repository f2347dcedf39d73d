import type { Context } from 'aws-lambda';
import { deadLetterPorts } from '#adapters/dead-letters/ports.ts';
import { busQueueHandler } from '#adapters/lambda/bus-queue-handler.ts';
import { scheduleHandler } from '#adapters/lambda/schedule-handler.ts';
import { ok } from '#core/kernel/result.ts';
import { redriveStarted } from '#events/redrive-started/v1.ts';
import { runRedrive } from '#platform/dead-letters/run-redrive.ts';
import { resumeJobs } from '#platform/jobs/resume-jobs.ts';

/** The last messages in hand, and letting go of the others, take some seconds. */
const RESERVED_MS = 40_000;

const ports = deadLetterPorts();
const isOver = (remaining: () => number) => () => remaining() < RESERVED_MS;

/** Somebody started a redrive → it is worked on at once. */
const begun = busQueueHandler(redriveStarted, async ({ redriveId }, { remaining }) =>
  ok(await runRedrive(ports, redriveId, isOver(remaining))),
);

/** Every minute → what broke off or is not through goes on, every queue's at the same time. */
const goesOn = scheduleHandler(async ({ remaining }) => {
  const ran = await resumeJobs(ports.records, 'redrive', (id) => runRedrive(ports, id, isOver(remaining)));
  return ok({ running: ran.length, worked: ran.filter(([, worked]) => worked).length });
});

type Heard = Parameters<typeof begun>[0];
type Scheduled = Readonly<Record<string, never>>;

const isHeard = (event: Heard | Scheduled): event is Heard => 'Records' in event || 'rehearse' in event;

export const handler = (event: Heard | Scheduled, context: Context) =>
  isHeard(event) ? begun(event, context) : goesOn(event, context);
