import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnyChange, AuditEntry, Commit, Records } from '#core/kernel/records.ts';
import type { Result } from '#core/kernel/result.ts';
import { aGroup, anItem, groupChange, itemChange } from './sample-records.ts';

export interface OpenRecords {
  readonly records: Records;
  /** Action and target of every audit entry there is. */
  readonly audit: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

const correlationId = 'cor-contract-1';
const commitOf = (...changes: readonly AnyChange[]): Commit => ({ changes, correlationId });
const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.problem.code);
const audit: AuditEntry = {
  actor: { kind: 'person', id: 'steward-1' },
  action: 'correct-item',
  target: { type: 'item', id: 'A' },
  reason: 'wrong unit',
};

/** What every store of records does, run against each of them. */
export function recordsContract(name: string, open: () => Promise<OpenRecords>): void {
  describe(`Records: ${name}`, () => {
    let opened: OpenRecords;
    let records: Records;
    const commit = async (...changes: readonly AnyChange[]) =>
      codeOf(await records.commit(commitOf(...changes)));

    beforeEach(async () => {
      opened = await open();
      records = opened.records;
    });
    afterEach(() => opened.close());

    it('gives back what was committed, exactly', async () => {
      const packs = [{ unit: 'XCS' as const, holds: '0.000001' }];
      expect(await commit(itemChange('A', 'absent', { packs }))).toBe('ok');
      expect(await records.get('item', 'A')).toMatchObject({
        type: 'item',
        id: 'A',
        version: 1,
        correlationId,
        body: anItem('A', { packs }),
      });
      expect(await records.get('item', 'B')).toBeUndefined();
    });

    it('[E2] a commit of which one part is stale leaves nothing: no state, no event, no audit entry', async () => {
      await commit(itemChange('A'));
      const refused = await records.commit({ ...commitOf(itemChange('B'), itemChange('A', 7)), audit });
      expect(codeOf(refused)).toBe('record-changed');
      const raced = await records.commit({ ...commitOf(itemChange('B'), itemChange('A')), audit });
      expect(codeOf(raced)).toBe('record-changed');
      expect(await records.get('item', 'B')).toBeUndefined();
      expect(await records.history('item', 'B', 10)).toEqual([]);
      expect(await records.history('item', 'A', 10)).toHaveLength(1);
      expect(await opened.audit()).toEqual([]);
    });

    it('[A5] the audit entry is in the transaction of the write it tells of', async () => {
      await records.commit({ ...commitOf(itemChange('A')), audit });
      expect(await opened.audit()).toEqual(['correct-item item#A']);
    });

    it('a change that expects a record nobody made is refused', async () => {
      expect(await commit(itemChange('A', 1))).toBe('record-changed');
    });

    it('[E2] sequences count the events of a record without a gap, over all its commits', async () => {
      await commit(itemChange('A'));
      const double = itemChange('A', 1);
      await commit({ ...double, events: [...(double.events ?? []), ...(double.events ?? [])] } as AnyChange);
      await commit(itemChange('B'));
      await commit(itemChange('A', 2));
      const history = await records.history('item', 'A', 10);
      expect(history.map(({ sequence }) => sequence)).toEqual([4, 3, 2, 1]);
      expect(history[0]).toMatchObject({ event: 'item-changed', data: { itemId: 'A' }, correlationId });
      expect((await records.history('item', 'A', 2)).map(({ sequence }) => sequence)).toEqual([4, 3]);
    });

    it('[O1] the correlation of its first commit stays with a record', async () => {
      await commit(itemChange('A'));
      await records.commit({ ...commitOf(itemChange('A', 1)), correlationId: 'cor-contract-2' });
      expect(await records.get('item', 'A')).toMatchObject({ version: 2, correlationId });
      const [newest] = await records.history('item', 'A', 1);
      expect(newest?.correlationId).toBe('cor-contract-2');
    });

    it.each([
      ['with events', itemChange],
      ['without', groupChange],
    ] as const)('[O7] of ten writers who decided on the same version one wins (%s)', async (_, change) => {
      const { type } = change('A');
      await commit(change('A'));
      // Whether writers meet between their reads and their writes is chance: several rounds make it sure.
      for (let version = 1; version <= 6; version += 1) {
        const writers = Array.from({ length: 10 }, () => commit(change('A', version)));
        const answers = await Promise.all(writers);
        const refusals = answers.filter((code) =>
          ['record-changed', 'temporarily-unavailable'].includes(code),
        );
        expect(answers.filter((code) => code === 'ok')).toHaveLength(1);
        expect(refusals).toHaveLength(9);
        expect(await records.get(type, 'A')).toMatchObject({ version: version + 1 });
      }
      expect(await records.history(type, 'A', 10)).toHaveLength(type === 'item' ? 7 : 0);
    });

    it('finds many by id, each once, and leaves out those that do not exist', async () => {
      const ids = Array.from({ length: 120 }, (_, n) => `I${n}`);
      for (let at = 0; at < ids.length; at += 12)
        await commit(...ids.slice(at, at + 12).map((id) => itemChange(id)));
      const found = await records.getMany('item', [...ids, 'I1', 'nobody']);
      expect(found.map(({ id }) => id).sort()).toEqual([...ids].sort());
      expect(await records.getMany('item', [])).toEqual([]);
    });

    aliasContract(() => opened);
    listContract(() => opened);
    limitContract(() => opened);
  });
}

function aliasContract(opened: () => OpenRecords): void {
  const gtin = (value: string) => ({ scheme: 'gtin', value });
  const withIdentifiers = (id: string, expected: 'absent' | number, ...values: string[]) =>
    itemChange(id, expected, { identifiers: values.map(gtin) });
  const commit = async (...changes: readonly AnyChange[]) =>
    codeOf(await opened().records.commit(commitOf(...changes)));
  const ownerOf = async (value: string) =>
    (await opened().records.findByIdentifier('item', gtin(value)))?.id ?? 'nobody';

  it('[C2] an outside identifier leads to its record', async () => {
    await commit(withIdentifiers('A', 'absent', '1', '2', '2'));
    expect(await ownerOf('2')).toBe('A');
    expect(await ownerOf('3')).toBe('nobody');
    expect(await opened().records.findByIdentifier('supplier', gtin('2'))).toBeUndefined();
  });

  it('[C2] an identifier of one record is refused to another, and nothing of that commit stays', async () => {
    await commit(withIdentifiers('A', 'absent', '1'));
    expect(await commit(withIdentifiers('B', 'absent', '1'), itemChange('C'))).toBe('identifier-taken');
    expect(await commit(withIdentifiers('D', 'absent', '9'), withIdentifiers('E', 'absent', '9'))).toBe(
      'identifier-taken',
    );
    expect(await opened().records.getMany('item', ['B', 'C', 'D', 'E'])).toEqual([]);
    expect(await ownerOf('1')).toBe('A');
  });

  it('[C2] an identifier that leaves its record is free for another', async () => {
    await commit(withIdentifiers('A', 'absent', '1', '2'));
    expect(await commit(withIdentifiers('A', 1, '2'))).toBe('ok');
    expect(await ownerOf('1')).toBe('nobody');
    expect(await commit(withIdentifiers('B', 'absent', '1'))).toBe('ok');
    expect([await ownerOf('1'), await ownerOf('2')]).toEqual(['B', 'A']);
  });

  it('[C2] an identifier moves from one record to another within a commit', async () => {
    await commit(withIdentifiers('A', 'absent', '1'), withIdentifiers('B', 'absent', '2'));
    expect(await commit(withIdentifiers('A', 1, '2'), withIdentifiers('B', 1, '1'))).toBe('ok');
    expect([await ownerOf('1'), await ownerOf('2')]).toEqual(['B', 'A']);
  });

  it('identifiers that stay cost no item of the transaction', async () => {
    const many = Array.from({ length: 20 }, (_, n) => `${n}`);
    expect(await commit(withIdentifiers('A', 'absent', ...many))).toBe('ok');
    const others = Array.from({ length: 11 }, (_, n) => itemChange(`B${n}`));
    expect(await commit(withIdentifiers('A', 1, ...many), ...others)).toBe('ok');
  });
}

function listContract(opened: () => OpenRecords): void {
  const commit = async (...changes: readonly AnyChange[]) =>
    codeOf(await opened().records.commit(commitOf(...changes)));
  const walk = async (order: 'ascending' | 'descending', limit: number) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { list: 'items', order, limit, ...(cursor ? { cursor } : {}) } as const;
      const page = await opened().records.list('item', query);
      expect(page.entries.length).toBeLessThanOrEqual(limit);
      seen.push(...page.entries.map(({ id }) => id));
      cursor = page.cursor;
    } while (cursor);
    return seen;
  };

  it('a list is read page by page over its shards, in order, each entry once', async () => {
    const ids = Array.from({ length: 48 }, (_, n) => `I${String((n * 37) % 48).padStart(3, '0')}`);
    for (let at = 0; at < ids.length; at += 12)
      await commit(...ids.slice(at, at + 12).map((id) => itemChange(id)));
    const sorted = [...ids].sort();
    for (const limit of [1, 7, 48, 1000]) expect(await walk('ascending', limit)).toEqual(sorted);
    expect(await walk('descending', 10)).toEqual(sorted.reverse());
  });

  it('a list gives the record as it is, and an empty one has no cursor', async () => {
    await commit(itemChange('A'));
    await commit(itemChange('A', 1, { description: 'new' }));
    const page = await opened().records.list('item', { list: 'items', limit: 10 });
    expect(page.entries).toMatchObject([{ id: 'A', version: 2, body: { description: 'new' } }]);
    expect(await opened().records.list('supplier', { list: 'suppliers', limit: 10 })).toEqual({
      entries: [],
    });
  });

  it('a scope holds its own entries alone, and a record leaves a list when its state says so', async () => {
    await commit(groupChange('G1'), groupChange('G2', 'absent', { runId: 'run-2' }));
    const inRun = async (scope: string) =>
      (await opened().records.list('approval-group', { list: 'approval-groups', scope, limit: 9 })).entries;
    const due = async () =>
      (await opened().records.list('approval-group', { list: 'approvals-due', limit: 9 })).entries;
    expect((await inRun('run-2')).map(({ id }) => id)).toEqual(['G2']);
    expect((await due()).map(({ id }) => id)).toEqual(['G1', 'G2']);
    await commit({
      type: 'approval-group',
      id: 'G1',
      expect: 1,
      body: aGroup('G1', { state: 'decided', pending: 0 }),
    });
    expect((await due()).map(({ id }) => id)).toEqual(['G2']);
    expect((await inRun('run-1')).map(({ id }) => id)).toEqual(['G1']);
  });

  it('[A5] a cursor that this query did not give out is refused as a fault of the caller', async () => {
    await commit(itemChange('A'), itemChange('B'));
    const { cursor = '' } = await opened().records.list('item', { list: 'items', limit: 1 });
    const refused = { problem: { code: 'validation-failed' } };
    const list = (cursor: string, order: 'ascending' | 'descending' = 'ascending') =>
      opened().records.list('item', { list: 'items', limit: 1, order, cursor });
    await expect(list('nonsense')).rejects.toMatchObject(refused);
    await expect(list(cursor, 'descending')).rejects.toMatchObject(refused);
    await expect(list(`${cursor.slice(0, -4)}AAAA`)).rejects.toMatchObject(refused);
    expect((await list(cursor)).entries.map(({ id }) => id)).toEqual(['B']);
  });

  it('[A5] a page of no entries or of more than a thousand is refused', async () => {
    const refused = { problem: { code: 'validation-failed' } };
    for (const limit of [0, 1001, 1.5]) {
      await expect(opened().records.list('item', { list: 'items', limit })).rejects.toMatchObject(refused);
    }
  });
}

function limitContract(opened: () => OpenRecords): void {
  const commit = async (...changes: readonly AnyChange[]) =>
    codeOf(await opened().records.commit(commitOf(...changes)));
  const withEvents = (events: readonly unknown[]) => ({ ...itemChange('A'), events }) as AnyChange;
  const bulky = (bytes: number) => ({ name: 'item-changed', data: { itemId: 'A', bulk: 'x'.repeat(bytes) } });

  it('a transaction holds 25 items and not one more', async () => {
    const groups = (count: number) => Array.from({ length: count }, (_, n) => groupChange(`G${n}`));
    expect(await commit(...groups(26))).toBe('commit-too-large');
    expect(await opened().records.get('approval-group', 'G0')).toBeUndefined();
    expect(codeOf(await opened().records.commit({ ...commitOf(...groups(25)), audit }))).toBe(
      'commit-too-large',
    );
    expect(await commit(...groups(25))).toBe('ok');
  });

  it('an event of more than 200 KB is refused, one below is not', async () => {
    expect(await commit(withEvents([bulky(205_000)]))).toBe('event-invalid');
    expect(await opened().records.get('item', 'A')).toBeUndefined();
    expect(await commit(withEvents([bulky(200_000)]))).toBe('ok');
  });

  it('a transaction of more than 4 MB is refused', async () => {
    expect(await commit(withEvents(Array.from({ length: 21 }, () => bulky(200_000))))).toBe(
      'commit-too-large',
    );
  });

  it('[E1] an event that its catalogue entry does not allow is not committed', async () => {
    expect(await commit(withEvents([{ name: 'item-changed', data: {} }]))).toBe('event-invalid');
    expect(await commit(withEvents([{ name: 'location-changed', data: { locationId: 'HAM' } }]))).toBe(
      'event-invalid',
    );
    expect(await opened().records.get('item', 'A')).toBeUndefined();
  });

  it('a body that its schema does not allow is not committed', async () => {
    const change = itemChange('A', 'absent', { description: '' });
    expect(await commit(change)).toBe('record-invalid');
    expect(await commit({ ...itemChange('A'), id: 'B' })).toBe('record-invalid');
    expect(await commit(itemChange('A'), itemChange('A'))).toBe('record-invalid');
    expect(await commit()).toBe('record-invalid');
  });
}
