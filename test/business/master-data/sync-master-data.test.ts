import { describe, expect, it, vi } from 'vitest';
import { entities } from '#business/master-data/ports.ts';
import { syncMasterData } from '#business/master-data/sync-master-data.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail } from '#core/kernel/result.ts';
import {
  aMasterDataSource,
  anItemCandidate,
  aPolicyCandidate,
  aPositionCandidate,
} from '#test/builders/a-master-data-source.ts';
import { aWholeSystem, masterDataRoom } from '#test/builders/master-data-room.ts';

const all = (read: number) => ({ read, changed: read, unchanged: 0, rejectedInAll: 0, rejected: [] });
const same = (read: number) => ({ read, changed: 0, unchanged: read, rejectedInAll: 0, rejected: [] });

describe('synchronising master data', () => {
  it('[M1] items, suppliers, locations, terms, stock and policies of a system become our records', async () => {
    const room = masterDataRoom();
    expect(await room.synced(aWholeSystem)).toEqual({
      items: all(2),
      suppliers: all(1),
      locations: all(1),
      supplierTerms: all(2),
      inventoryPositions: all(2),
      inventoryPolicies: all(2),
    });
    expect(await room.records.get('supplier-terms', 'S1:I2')).toMatchObject({
      body: { leadTimeDays: 5, price: { amount: '12.5', per: { value: '100', unit: 'EA' } } },
    });
  });

  it('[C2] a record says which system it came from, in which version and when, and is found by its number there', async () => {
    const room = masterDataRoom();
    await room.synced({ items: [[anItemCandidate('I1', {}, '2026-11-20T10:00:00.000001Z')]] });
    const found = await room.records.findByIdentifier('item', { scheme: 'tryton:product', value: 'I1' });
    expect(found?.body.provenance).toEqual({
      system: 'tryton',
      sourceVersion: '2026-11-20T10:00:00.000001Z',
      receivedAt: '2026-11-23T08:00:00.000Z',
    });
  });

  it('[O2] says when the system wrote the oldest of what was changed, where it says so', async () => {
    const room = masterDataRoom();
    const oldest = '2026-11-20T10:00:00.000001Z';
    const items = [
      anItemCandidate('I1', {}, '2026-11-21T10:00:00Z'),
      anItemCandidate('I2', {}, oldest),
      { ...anItemCandidate('I3', {}, '2026-11-01T10:00:00Z'), body: { description: 'No more is known.' } },
    ];
    const { items: counts } = await room.synced({ items: [items.slice(0, 1), items.slice(1)] });
    expect(counts).toMatchObject({ changed: 2, rejectedInAll: 1, oldestChange: oldest });
    const again = await room.synced({ items: [items.slice(0, 2)] });
    expect(again.items).not.toHaveProperty('oldestChange');
    const numbered = await room.synced({ items: [[anItemCandidate('I4', {}, '17')]] });
    expect(numbered.items).not.toHaveProperty('oldestChange');
  });

  it('[E1] every change is told by its event, in the transaction of the record; policies have none', async () => {
    const room = masterDataRoom();
    await room.synced(aWholeSystem);
    expect(room.told()).toEqual([
      'item-changed I1',
      'item-changed I2',
      'supplier-changed S1',
      'location-changed HAM',
      'supplier-terms-changed S1:I1',
      'supplier-terms-changed S1:I2',
      'inventory-moved I1@HAM',
      'inventory-moved I2@HAM',
    ]);
    const moved = room.records.published().find(({ subject }) => subject === 'I2@HAM');
    expect(moved?.data).toEqual({ itemId: 'I2', locationId: 'HAM', onHand: '100', unit: 'EA' });
  });

  it('[M1] what did not change is not written again, however often and however late it is pulled', async () => {
    const room = masterDataRoom();
    await room.synced(aWholeSystem);
    const [commits, told] = [room.commits(), room.told()];
    room.clock.advance(900_000);
    const later = [[aPositionCandidate('I1', 'HAM', { asOf: room.clock.now() })]];
    const counts = await room.synced({ ...aWholeSystem, inventoryPositions: later });
    expect(Object.values(counts)).toEqual([same(2), same(1), same(1), same(2), same(1), same(2)]);
    expect(room.commits()).toBe(commits);
    expect(room.told()).toEqual(told);
  });

  it('[M1] only what changed is written, and told', async () => {
    const room = masterDataRoom();
    await room.synced(aWholeSystem);
    const told = room.told().length;
    const moved = aPositionCandidate('I2', 'HAM', { onHand: '60' });
    const counts = await room.synced({ inventoryPositions: [[aPositionCandidate('I1', 'HAM'), moved]] }, [
      'inventoryPositions',
    ]);
    expect(counts).toEqual({ inventoryPositions: { ...all(2), changed: 1, unchanged: 1 } });
    expect(room.told().slice(told)).toEqual(['inventory-moved I2@HAM']);
    expect((await room.records.get('inventory-position', 'I2@HAM'))?.body.onHand).toBe('60');
  });

  it.each([
    ['9', '10', 'numbers'],
    ['2026-11-20T10:00:00Z', '2026-11-20T10:00:00.5Z', 'instants'],
  ])('[C2] an older version never overwrites a newer one (%s, %s: %s)', async (older, newer) => {
    const room = masterDataRoom();
    const asOf = (version: string) => ({
      items: [[anItemCandidate('I1', { description: `as of ${version}` }, version)]],
    });
    await room.synced(asOf(newer));
    expect((await room.synced(asOf(older))).items).toEqual(same(1));
    expect((await room.records.get('item', 'I1'))?.body.description).toBe(`as of ${newer}`);
  });

  it('[C2] a newer version of the same content is kept, so that an older one is known as such; nothing is told', async () => {
    const room = masterDataRoom();
    await room.synced({ items: [[anItemCandidate('I1', {}, '1')]] });
    await room.synced({ items: [[anItemCandidate('I1', {}, '3')]] });
    expect(room.told()).toEqual(['item-changed I1']);
    await room.synced({ items: [[anItemCandidate('I1', { description: 'late' }, '2')]] });
    expect((await room.records.get('item', 'I1'))?.body.description).toBe('Item I1');
  });

  it('[M1] 1200 positions and policies go in few transactions, each within the limit', async () => {
    const room = masterDataRoom();
    await room.synced(aWholeSystem);
    const commits = room.commits();
    const itemIds = Array.from({ length: 1200 }, (_, n) => `N${n}`);
    const items = itemIds.map((id) => anItemCandidate(id));
    const inventoryPositions = [itemIds.map((id) => aPositionCandidate(id, 'HAM'))];
    const inventoryPolicies = [itemIds.map((id) => aPolicyCandidate(id, 'HAM'))];
    const counts = await room.synced({ items: [items], inventoryPositions, inventoryPolicies });
    expect(counts).toMatchObject({
      items: all(1200),
      inventoryPositions: all(1200),
      inventoryPolicies: all(1200),
    });
    expect(room.commits() - commits).toBe(1200 / 8 + 1200 / 12 + 1200 / 25);
  });

  it('[M1] only the entities that are asked for are pulled, in the order of dependence', async () => {
    const source = aMasterDataSource({});
    const { records, clock } = masterDataRoom();
    const correlationId = 'cor-master-data';
    await syncMasterData({ source, records, clock }, { correlationId, entities: ['locations', 'items'] });
    await syncMasterData({ source, records, clock }, { correlationId });
    expect(source.pulled).toEqual(['items', 'locations', ...entities]);
  });

  it('[M1] when the system stops answering, what came before stays and the problem is passed on', async () => {
    const room = masterDataRoom();
    const gone = problem('system-unavailable', 'The ERP does not answer.');
    expect(await room.sync({ items: [[anItemCandidate('I1')], gone] })).toEqual(fail(gone));
    expect(await room.records.get('item', 'I1')).toBeDefined();
  });

  it('[M1] a store that does not answer stops the synchronisation; the next one does the rest', async () => {
    const { records, clock, synced } = masterDataRoom();
    const down = fail(problem('temporarily-unavailable', 'The records table did not answer.'));
    const commit = vi.fn(async () => down);
    const source = aMasterDataSource({ items: [[anItemCandidate('I1')]] });
    const ports = { source, clock, records: { getMany: records.getMany, commit } };
    expect(await syncMasterData(ports, { correlationId: 'cor-master-data' })).toEqual(down);
    expect(commit).toHaveBeenCalledTimes(1);
    expect((await synced({ items: [[anItemCandidate('I1')]] })).items).toEqual(all(1));
  });

  it('[M1] a record that changes in between is read and decided again', async () => {
    const { records, clock } = masterDataRoom();
    let disturbed = false;
    const disturb = async (commit: Parameters<typeof records.commit>[0]) => {
      const [change] = commit.changes;
      if (!disturbed && change) {
        disturbed = true;
        await records.commit({ ...commit, changes: [change] });
      }
      return records.commit(commit);
    };
    const source = aMasterDataSource({ items: [[anItemCandidate('I1'), anItemCandidate('I2')]] });
    const ports = { source, clock, records: { getMany: records.getMany, commit: disturb } };
    expect(await syncMasterData(ports, { correlationId: 'cor-master-data' })).toMatchObject({ ok: true });
    expect((await records.get('item', 'I1'))?.version).toBe(1);
    expect((await records.get('item', 'I2'))?.version).toBe(1);
  });
});
