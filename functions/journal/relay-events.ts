import { setTimeout as pause } from 'node:timers/promises';
import { dynamoOutbox } from '#adapters/dynamodb/outbox.ts';
import { eventOf, outboxEvent } from '#adapters/dynamodb/records-layout.ts';
import { eventBridgeBus } from '#adapters/eventbridge/bus.ts';
import { count } from '#adapters/lambda/metrics.ts';
import { streamHandler } from '#adapters/lambda/stream-handler.ts';
import { relayEvents } from '#platform/journal/relay-events.ts';

const ports = { bus: eventBridgeBus(), outbox: dynamoOutbox(), pause: (ms: number) => pause(ms) };

/** Events that were just committed, in the order of the stream, to the bus. */
export const handler = streamHandler(async (items, { logger }) => {
  const events = items.map((item) => ({ item, event: outboxEvent(eventOf(item)) }));
  const unsent = await relayEvents(
    events.map(({ event }) => event),
    ports,
  );
  count('EventsRelayed', events.length - unsent.length);
  if (unsent.length === 0) return new Set();
  const reasons = unsent.map(({ event, reason }) => ({ event: event.envelope.id, reason }));
  logger.warn('the bus did not take every event', { unsent: reasons });
  const failed = new Set(unsent.map(({ event }) => event));
  return new Set(events.filter(({ event }) => failed.has(event)).map(({ item }) => item));
});
