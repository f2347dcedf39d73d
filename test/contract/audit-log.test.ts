import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoAuditLog } from '#adapters/dynamodb/list-audit.ts';
import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { writeSetting } from '#adapters/dynamodb/write-setting.ts';
import { memoryAuditLog } from '#adapters/memory/audit-log.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { ProblemError } from '#core/kernel/problem.ts';
import type { Records } from '#core/kernel/records.ts';
import type { AuditLog, AuditScope, LoggedEntry } from '#platform/journal/audit-log.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { memoryRecords } from '#test/doubles/memory-records.ts';
import { itemChange } from './sample-records.ts';
import { type ThrowAwayTable, throwAwayTable } from './throw-away-tables.ts';

interface OpenAudit {
  readonly records: Records;
  readonly log: AuditLog;
  readonly close: () => Promise<void>;
}

const morning = '2026-11-23T08:00:00.000Z';
const day = { by: 'day', day: '2026-11-23' } as const;
const ofActor = (actor: string) => ({ by: 'actor', actor }) as const;

function auditContract(name: string, open: (clock: Clock) => Promise<OpenAudit>): void {
  describe(`Audit log: ${name}`, () => {
    const clock = fixedClock(morning);
    let opened: OpenAudit;

    const correct = async (id: string, version: 'absent' | number, actor: string, unit: 'EA' | 'KGM') => {
      const committed = await opened.records.commit({
        changes: [itemChange(id, version, { baseUnit: unit })],
        correlationId: 'cor-12345678',
        audit: {
          actor: { kind: 'person', id: actor },
          action: 'correct-item',
          target: { type: 'item', id },
          reason: `it is ${unit}`,
          from: '192.0.2.7',
        },
      });
      expect(committed).toMatchObject({ ok: true });
    };
    const all = async (scope: AuditScope, limit: number): Promise<readonly (readonly LoggedEntry[])[]> => {
      const pages: (readonly LoggedEntry[])[] = [];
      let cursor: string | undefined;
      do {
        const page = await opened.log.list({ scope, limit, ...(cursor === undefined ? {} : { cursor }) });
        pages.push(page.entries);
        cursor = page.cursor;
      } while (cursor !== undefined);
      return pages;
    };

    beforeAll(async () => {
      opened = await open(clock);
      await correct('A', 'absent', 'jo', 'EA');
      // All at one instant: places in an index may be shared, entries may not get lost between pages.
      for (let n = 0; n < 25; n += 1) await correct(`B${n}`, 'absent', n % 2 ? 'jo' : 'kim', 'EA');
      clock.advance(1000);
      await correct('A', 1, 'kim', 'KGM');
      clock.advance(24 * 3600 * 1000);
      await correct('A', 2, 'jo', 'EA');
    });
    afterAll(() => opened.close());

    it('[A5] tells who did what to which record, when, why, from where, before and after', async () => {
      const { entries } = await opened.log.list({ scope: { by: 'target', target: 'item#A' }, limit: 10 });
      expect(entries.map(({ at }) => at)).toEqual([
        '2026-11-24T08:00:01.000Z',
        '2026-11-23T08:00:01.000Z',
        morning,
      ]);
      expect(entries[1]).toEqual({
        id: expect.any(String),
        at: '2026-11-23T08:00:01.000Z',
        action: 'correct-item',
        actor: { kind: 'person', id: 'kim' },
        target: 'item#A',
        reason: 'it is KGM',
        from: '192.0.2.7',
        correlationId: 'cor-12345678',
        changes: [
          {
            record: 'item#A',
            version: 2,
            fields: [{ path: '/baseUnit', before: '"EA"', after: '"KGM"' }],
            cut: false,
          },
        ],
      });
    });

    it('[A5] a day is read over all its shards, newest first, each entry once', async () => {
      const pages = await all(day, 10);
      expect(pages.map((page) => page.length)).toEqual([10, 10, 7]);
      const entries = pages.flat();
      expect(new Set(entries.map(({ id }) => id)).size).toBe(27);
      expect(entries.map(({ at }) => at)).toEqual([...entries.map(({ at }) => at)].sort().reverse());
      expect(entries[0]?.actor.id).toBe('kim');
      expect((await opened.log.list({ scope: { by: 'day', day: '2026-11-22' }, limit: 10 })).entries).toEqual(
        [],
      );
    });

    it('[A5] what one person did is read over days, page by page, each entry once', async () => {
      const pages = await all(ofActor('person:jo'), 4);
      const entries = pages.flat();
      expect(entries).toHaveLength(14);
      expect(new Set(entries.map(({ id }) => id)).size).toBe(14);
      expect(entries.every(({ actor }) => actor.id === 'jo')).toBe(true);
      expect(entries[0]?.at).toBe('2026-11-24T08:00:01.000Z');
      expect((await opened.log.list({ scope: ofActor('consumer:jo'), limit: 4 })).entries).toEqual([]);
    });

    it('[A5] a cursor reads on in the query that gave it out, and in no other', async () => {
      const { cursor = '' } = await opened.log.list({ scope: day, limit: 5 });
      const other = opened.log.list({ scope: ofActor('person:kim'), limit: 5, cursor });
      await expect(other).rejects.toThrow(ProblemError);
      await expect(opened.log.list({ scope: day, limit: 5, cursor: `${cursor}x` })).rejects.toThrow(
        ProblemError,
      );
      await expect(opened.log.list({ scope: day, limit: 201 })).rejects.toThrow(ProblemError);
    });
  });
}

auditContract('in memory', async (clock) => {
  const records = memoryRecords({ clock });
  return { records, log: memoryAuditLog(records), close: async () => undefined };
});

const auditTable = (): Promise<ThrowAwayTable> =>
  throwAwayTable([
    { name: 'byTarget', pk: 'target', sk: 'at' },
    { name: 'byActor', pk: 'actorKey', sk: 'at' },
  ]);

auditContract('DynamoDB', async (clock) => {
  const [records, audit] = await Promise.all([throwAwayTable(), auditTable()]);
  const { client, table } = records;
  return {
    records: dynamoRecords({ client, table, auditTable: audit.table, clock }),
    log: dynamoAuditLog({ client, table: audit.table }),
    close: async () => {
      await Promise.all([records.remove(), audit.remove()]);
    },
  };
});

describe('Audit log: settings in DynamoDB', () => {
  it('[A5] tells what a setting was and became, and no key of a consumer, not even its hash', async () => {
    const [settings, audit] = await Promise.all([throwAwayTable(), auditTable()]);
    const { client, table } = settings;
    const tables = { client, table, auditTable: audit.table, clock: fixedClock(morning) };
    const consumer = (status: 'active' | 'suspended', hash: string) => ({
      ...{ clientId: 'acme', name: 'Acme', status },
      apiKeys: [{ id: 'key-1', sha256: hash.repeat(64) }],
    });
    const change = { kind: 'consumer', id: 'acme', actor: { kind: 'person', id: 'jo' } } as const;
    await writeSetting(tables, { ...change, value: consumer('active', 'a') });
    await writeSetting(tables, { ...change, value: consumer('suspended', 'b'), reason: 'unpaid' });
    const { entries } = await dynamoAuditLog({ client, table: audit.table }).list({
      scope: { by: 'target', target: 'setting#consumer:acme' },
      limit: 10,
    });
    expect(entries).toHaveLength(2);
    expect(entries.find(({ reason }) => reason === 'unpaid')?.changes).toEqual([
      {
        record: 'setting#consumer:acme',
        version: 2,
        fields: [{ path: '/status', before: '"active"', after: '"suspended"' }],
        cut: false,
      },
    ]);
    expect(JSON.stringify(entries)).not.toContain('aaaaaaaa');
    await Promise.all([settings.remove(), audit.remove()]);
  });
});
