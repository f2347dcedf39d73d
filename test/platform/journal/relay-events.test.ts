import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '#platform/journal/model.ts';
import type { OutboxEvent } from '#platform/journal/ports.ts';
import { relayEvents } from '#platform/journal/relay-events.ts';
import { relayStragglers } from '#platform/journal/relay-stragglers.ts';
import { itemChange } from '#test/contract/sample-records.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { memoryBus } from '#test/doubles/memory-bus.ts';
import { memoryRecords } from '#test/doubles/memory-records.ts';

const world = () => {
  const clock = fixedClock();
  const records = memoryRecords({ clock });
  const bus = memoryBus();
  const waited: number[] = [];
  const pause = async (milliseconds: number) => {
    waited.push(milliseconds);
  };
  const commitItem = (id: string, version: 'absent' | number = 'absent') =>
    records.commit({ changes: [itemChange(id, version)], correlationId: 'cor-12345678' });
  const pending = async (): Promise<OutboxEvent[]> => {
    const shards = Array.from({ length: limits.outboxShards }, (_, shard) => shard);
    const found = await Promise.all(shards.map((shard) => records.outbox.pending(shard, '9999', 100)));
    return found.flat();
  };
  const remaining = () => 60_000;
  const ports = { clock, bus, pause, remaining, outbox: records.outbox };
  return { clock, records, bus, waited, commitItem, pending, ports };
};

describe('relayEvents', () => {
  it('[E2] an event leaves the outbox when the bus has it, and not before', async () => {
    const { bus, commitItem, pending, ports } = world();
    await commitItem('A');
    await commitItem('B');
    expect(await relayEvents(await pending(), ports)).toEqual([]);
    expect(
      bus
        .taken()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['item/A/1', 'item/B/1']);
    expect(await pending()).toEqual([]);
  });

  it('[O7] what the bus refuses for a moment is sent again, and only that', async () => {
    const { bus, commitItem, pending, ports, waited } = world();
    await commitItem('A');
    await commitItem('B');
    bus.refuse(({ subject }, call) => subject === 'A' && call < 3);
    expect(await relayEvents(await pending(), ports)).toEqual([]);
    expect(bus.taken().map(({ subject }) => subject)).toEqual(['B', 'A']);
    expect(waited).toEqual([100, 400]);
  });

  it('[E2] what the bus keeps refusing is answered with the reason and stays in the outbox', async () => {
    const { bus, commitItem, pending, ports } = world();
    await commitItem('A');
    await commitItem('B');
    bus.refuse(({ subject }) => subject === 'A');
    const unsent = await relayEvents(await pending(), ports);
    expect(unsent).toMatchObject([{ event: { id: 'A' }, reason: 'ThrottlingException' }]);
    expect((await pending()).map(({ id }) => id)).toEqual(['A']);
  });

  it('[E2] an event that was sent and could not be marked is sent again', async () => {
    const { bus, commitItem, pending, ports } = world();
    await commitItem('A');
    const markSent = async () => Promise.reject(new Error('the table did not answer'));
    expect(await relayEvents(await pending(), { ...ports, outbox: { ...ports.outbox, markSent } })).toEqual(
      [],
    );
    await relayEvents(await pending(), ports);
    expect(bus.taken().map(({ id }) => id)).toEqual(['item/A/1', 'item/A/1']);
    expect(await pending()).toEqual([]);
  });
});

describe('relayStragglers', () => {
  it('[E2] the sweep leaves to the stream what is younger than half a minute', async () => {
    const { bus, clock, commitItem, ports } = world();
    await commitItem('A');
    clock.advance(29_000);
    expect(await relayStragglers(ports)).toEqual({ sent: 0, unsent: 0, oldestSeconds: 0 });
    clock.advance(1_001);
    expect(await relayStragglers(ports)).toEqual({ sent: 1, unsent: 0, oldestSeconds: 30.001 });
    expect(await relayStragglers(ports)).toEqual({ sent: 0, unsent: 0, oldestSeconds: 0 });
    expect(bus.taken()).toHaveLength(1);
  });

  it('[O7] an event the bus refuses does not hold up the hundreds behind it', async () => {
    const { bus, clock, commitItem, pending, ports } = world();
    await commitItem('A');
    for (let version = 1; version < 250; version += 1) await commitItem('A', version);
    clock.advance(60_000);
    bus.refuse(({ sequence }) => sequence === '1');
    expect(await relayStragglers(ports)).toMatchObject({ sent: 249, unsent: 1 });
    expect((await pending()).map(({ sequence }) => sequence)).toEqual([1]);
  });

  it('stops before its time is up', async () => {
    const { clock, commitItem, ports } = world();
    await commitItem('A');
    clock.advance(60_000);
    expect(await relayStragglers({ ...ports, remaining: () => 5_000 })).toMatchObject({ sent: 0 });
  });

  it('[E2] however often the bus refuses, every committed event gets there', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('A', 'B', 'C'), { maxLength: 20 }),
        fc.array(fc.boolean(), { maxLength: 60 }),
        async (ids, refusals) => {
          const { bus, clock, records, commitItem, pending, ports } = world();
          for (const id of ids) await commitItem(id, (await records.get('item', id))?.version ?? 'absent');
          let n = 0;
          bus.refuse(() => refusals[n++] ?? false);
          for (let run = 0; run < 30 && (await pending()).length > 0; run += 1) {
            clock.advance(60_000);
            await relayStragglers(ports);
          }
          const committed = records.published().map(({ id }) => id);
          expect([...new Set(bus.taken().map(({ id }) => id))].sort()).toEqual(committed.sort());
        },
      ),
      { numRuns: 60 },
    );
  });
});
