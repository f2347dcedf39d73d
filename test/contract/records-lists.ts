import { expect, it } from 'vitest';
import type { AnyChange } from '#core/kernel/records.ts';
import { codeOf, commitOf, type OpenRecords } from './open-records.ts';
import { aGroup, groupChange, itemChange } from './sample-records.ts';

export function listContract(opened: () => OpenRecords): void {
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
