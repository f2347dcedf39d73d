import { setTimeout as pause } from 'node:timers/promises';
import { dynamoOutbox } from '#adapters/dynamodb/outbox.ts';
import { eventBridgeBus } from '#adapters/eventbridge/bus.ts';
import { count, seconds } from '#adapters/lambda/metrics.ts';
import { scheduleHandler } from '#adapters/lambda/schedule-handler.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { ok } from '#core/kernel/result.ts';
import { relayStragglers } from '#platform/journal/relay-stragglers.ts';

const ports = {
  bus: eventBridgeBus(),
  outbox: dynamoOutbox(),
  clock: systemClock,
  pause: (ms: number) => pause(ms),
};

/** Committed events that the bus has not confirmed half a minute later. */
export const handler = scheduleHandler(async ({ remaining }) => {
  const swept = await relayStragglers({ ...ports, remaining });
  count('StragglersRelayed', swept.sent);
  count('StragglersLeft', swept.unsent);
  seconds('OutboxOldestAge', swept.oldestSeconds);
  return ok(swept);
});
