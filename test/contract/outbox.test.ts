import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoOutbox } from '#adapters/dynamodb/outbox.ts';
import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { Records } from '#core/kernel/records.ts';
import { limits } from '#platform/journal/model.ts';
import type { Outbox, OutboxEvent } from '#platform/journal/ports.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { memoryRecords } from '#test/doubles/memory-records.ts';
import { itemChange } from './sample-records.ts';
import { recordsIndexes, throwAwayTable } from './throw-away-tables.ts';

interface OpenOutbox {
  readonly records: Records;
  readonly outbox: Outbox;
  readonly close: () => Promise<void>;
}

const later = '2026-11-23T09:00:00.000Z';

function outboxContract(name: string, open: (clock: Clock) => Promise<OpenOutbox>): void {
  describe(`Outbox: ${name}`, () => {
    const clock = fixedClock('2026-11-23T08:00:00.000Z');
    let opened: OpenOutbox;
    const commit = (id: string, version: 'absent' | number) =>
      opened.records.commit({ changes: [itemChange(id, version)], correlationId: 'cor-12345678' });
    const shardWith = async (id: string, before = later): Promise<readonly OutboxEvent[]> => {
      const shards = Array.from({ length: limits.outboxShards }, (_, shard) => shard);
      const pages = await Promise.all(shards.map((shard) => opened.outbox.pending(shard, before, 100)));
      return pages.find((page) => page.some((event) => event.id === id)) ?? [];
    };

    beforeAll(async () => {
      opened = await open(clock);
      await commit('A', 'absent');
      for (let version = 1; version < 12; version += 1) {
        clock.advance(1000);
        await commit('A', version);
      }
    });
    afterAll(() => opened.close());

    it('[E2] a committed event waits, with the envelope that the bus is to get', async () => {
      const [first] = await shardWith('A');
      expect(first).toEqual({
        type: 'item',
        id: 'A',
        sequence: 1,
        envelope: {
          specversion: '1.0',
          id: 'item/A/1',
          source: 'crossdock',
          type: 'crossdock.item-changed.v1',
          subject: 'A',
          time: '2026-11-23T08:00:00.000Z',
          datacontenttype: 'application/json',
          sequence: '1',
          correlationid: 'cor-12345678',
          data: { itemId: 'A' },
        },
      });
    });

    it('[E2] events of a record wait in one shard in their order, and pages follow each other', async () => {
      const all = await shardWith('A');
      expect(all.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
      for (let shard = 0; shard < limits.outboxShards; shard += 1) {
        const first = await opened.outbox.pending(shard, later, 5);
        const second = await opened.outbox.pending(shard, later, 5, first.at(-1));
        expect([...first, ...second]).toEqual((await opened.outbox.pending(shard, later, 10)).slice(0, 10));
      }
    });

    it('gives those committed before an instant, not the one at it', async () => {
      const page = await shardWith('A', '2026-11-23T08:00:02.000Z');
      expect(page.map(({ sequence }) => sequence)).toEqual([1, 2]);
    });

    it('[E2] an event that was sent waits no more, stays in the history, and is marked twice without harm', async () => {
      const [first] = await shardWith('A');
      if (!first) throw new Error('nothing waits');
      await opened.outbox.markSent(first);
      await opened.outbox.markSent(first);
      expect((await shardWith('A')).map(({ sequence }) => sequence)[0]).toBe(2);
      expect(await opened.records.history('item', 'A', 20)).toHaveLength(12);
    });
  });
}

outboxContract('in memory', async (clock) => {
  const records = memoryRecords({ clock });
  return { records, outbox: records.outbox, close: async () => undefined };
});

outboxContract('DynamoDB', async (clock) => {
  const records = await throwAwayTable(recordsIndexes);
  const audit = await throwAwayTable();
  const { client, table } = records;
  return {
    records: dynamoRecords({ client, table, auditTable: audit.table, clock }),
    outbox: dynamoOutbox({ client, table }),
    close: async () => {
      await Promise.all([records.remove(), audit.remove()]);
    },
  };
});
