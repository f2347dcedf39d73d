import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { eventCatalogue } from '#events/catalogue.ts';
import { type ConsumerName, eventConsumers } from '#events/consumers.ts';
import { type EventConsumer, eventsHeardBy, isHeardBy } from '#events/define-consumer.ts';

const entries: readonly (readonly [string, EventConsumer])[] = Object.entries(eventConsumers);

/** Systems outside that hear what is told them through postings and extracts, not through the bus. */
const outside = ['planning', 'warehouse'];

const hears = (consumer: ConsumerName, name: string, data: Record<string, unknown>): boolean =>
  isHeardBy(eventConsumers[consumer], { name, data });

describe('who hears events', () => {
  it.each(entries)(
    '[E1] %s is called as its function, has one sentence and hears something',
    (name, entry) => {
      expect(entry.entry.split('/')[1]).toBe(name);
      expect(existsSync(`functions/${entry.entry}.ts`)).toBe(true);
      expect(entry.summary).toMatch(/^[A-Z].*\.$/);
      expect(eventsHeardBy(entry)).not.toEqual([]);
    },
  );

  it('[E4] nobody shares a queue with another: what is sent to it reaches one consumer alone', () => {
    const queues = entries.map(([, { queue }]) => queue);
    expect(new Set(queues).size).toBe(queues.length);
  });

  it.each(Object.values(eventCatalogue))('[E1] the catalogue says who hears $name', (definition) => {
    const heard = entries.filter(([, entry]) => eventsHeardBy(entry).includes(definition.name));
    const said = definition.consumers.filter((name) => !outside.includes(name));
    expect([...said].sort()).toEqual(heard.map(([name]) => name).sort());
  });

  it('[E1] what is heard only of certain data names fields that the event has', () => {
    for (const [name, { hears: ways }] of entries) {
      if (ways === 'everything') continue;
      for (const { events, where = {} } of ways)
        for (const event of events)
          for (const field of Object.keys(where))
            expect(Object.keys(eventCatalogue[event].data.shape), `${name}: ${event}`).toContain(field);
    }
  });

  it('[E1] an event of other data, or of another name, is not heard', () => {
    expect(hears('apply-offer', 'partner-document-received', { kind: 'supplier-stock' })).toBe(true);
    expect(hears('apply-offer', 'partner-document-received', { kind: 'ship-notice' })).toBe(false);
    expect(hears('apply-offer', 'partner-document-received', {})).toBe(false);
    expect(hears('apply-offer', 'partner-document-sent', { kind: 'supplier-stock' })).toBe(false);
    expect(hears('match-invoice', 'order-progressed', { what: 'received' })).toBe(true);
    expect(hears('match-invoice', 'order-progressed', { what: 'shipped' })).toBe(false);
    expect(hears('keep-read-model', 'anything-at-all', {})).toBe(true);
  });
});
