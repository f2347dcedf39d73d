import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { apiOperation } from '#api/operation.ts';
import { listEventConsumers } from '#api/routes/replays.ts';
import { ok } from '#core/kernel/result.ts';
import { eventCatalogue } from '#events/catalogue.ts';
import { consumers } from '#events/consumers.ts';
import { eventsHeardBy } from '#events/define-consumer.ts';

export const operation = apiOperation(listEventConsumers, async () => {
  const entries = [...consumers].map(([name, consumer]) => ({
    consumer: name,
    summary: consumer.summary,
    queue: consumer.queue,
    events: eventsHeardBy(consumer).map((event) => ({ name: event, summary: eventCatalogue[event].summary })),
  }));
  return ok({ entries });
});

export const handler = apiHandler(operation);
