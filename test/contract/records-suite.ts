import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnyChange, Records } from '#core/kernel/records.ts';
import { audit, codeOf, commitOf, correlationId, type OpenRecords } from './open-records.ts';
import { aliasContract } from './records-aliases.ts';
import { limitContract } from './records-limits.ts';
import { listContract } from './records-lists.ts';
import { anItem, groupChange, itemChange } from './sample-records.ts';

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
