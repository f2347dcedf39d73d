import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dynamoPostings, dynamoSystemLoads } from '#adapters/dynamodb/postings.ts';
import type { PostingStore, SystemLoads } from '#platform/posting/ports.ts';
import { idleLoad } from '#platform/posting/rules/system-load.ts';
import { claim, newPosting, park, settle } from '#platform/posting/rules/transitions.ts';
import { memoryPostings } from '#test/doubles/memory-postings.ts';
import { throwAwayTable } from './throw-away-tables.ts';

interface OpenPostings {
  readonly store: PostingStore;
  readonly loads: SystemLoads;
  readonly close: () => Promise<void>;
}

const at = '2026-11-23T08:00:00.000Z';
const minute = (n: number) => `2026-11-23T08:${String(n).padStart(2, '0')}:00.000Z`;
const aPosting = (documentId: string, createdAt = at) =>
  newPosting(
    { system: 'tryton', operation: 'create-purchase-order', documentId, revision: 1 },
    { correlationId: 'cor-00000001', sequence: 1, at: createdAt },
  );

const because = { code: 'system-unavailable', detail: 'down' } as const;

function postingsContract(name: string, open: () => Promise<OpenPostings>): void {
  describe(`Postings: ${name}`, () => {
    let opened: OpenPostings;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    it('gives back what was written, exactly, and nothing for an unknown effect', async () => {
      const { store } = opened;
      const posting = {
        ...aPosting('po-1'),
        laneId: 'po-7',
        sent: { mayCommitUntil: minute(3) },
        adopted: { nativeId: '7' },
      };
      expect(await store.create(posting)).toBe(true);
      expect(await store.get(posting.effectId)).toEqual(posting);
      expect(await store.get('0'.repeat(64))).toBeUndefined();
    });

    it('[X2] an effect has one posting: the second is not made and changes nothing', async () => {
      const { store } = opened;
      expect(await store.create(aPosting('po-1'))).toBe(true);
      expect(await store.create(aPosting('po-1', minute(5)))).toBe(false);
      expect(await store.get(aPosting('po-1').effectId)).toMatchObject({ createdAt: at, fence: 1 });
    });

    it('[X2] of two writers that read the same, one wins; the late one is told and changes nothing', async () => {
      const { store } = opened;
      const read = aPosting('po-1');
      await store.create(read);
      const results = await Promise.all([
        store.save(claim(read, minute(1))),
        store.save(claim(read, minute(2))),
        store.save(claim(read, minute(3))),
      ]);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      const late = await store.save(settle(read, { nativeId: '1', number: '1', leftDrafts: false }, at));
      expect(late).toMatchObject({ ok: false, problem: { code: 'posting-claimed-elsewhere' } });
      expect(await store.get(read.effectId)).toMatchObject({ fence: 2, state: { name: 'claimed' } });
    });

    it('[X2] a writer goes on with the fence it was given', async () => {
      const { store } = opened;
      const read = aPosting('po-1');
      await store.create(read);
      const claimed = await store.save(claim(read, at));
      expect(claimed).toMatchObject({ ok: true, value: { fence: 2 } });
      if (claimed.ok)
        expect(await store.save(park(claimed.value, minute(9), because))).toMatchObject({ ok: true });
      expect(await store.get(read.effectId)).toMatchObject({ fence: 3, state: { name: 'parked' } });
    });

    it('[X2] a posting that does not exist cannot be saved', async () => {
      expect(await opened.store.save(aPosting('po-1'))).toMatchObject({ ok: false });
    });

    it('[X3] what is due is found longest due first, then oldest first, and nothing else', async () => {
      const { store } = opened;
      const park1 = async (id: string, createdAt: string, due: string) => {
        const posting = aPosting(id, createdAt);
        await store.create(posting);
        await store.save(park(posting, due, because));
      };
      await park1('po-late', minute(0), minute(30));
      await park1('po-second', minute(2), minute(10));
      await park1('po-first', minute(1), minute(10));
      await park1('po-before', minute(3), minute(9));
      await store.create({ ...aPosting('po-quiet'), state: { name: 'needs-person', reason: 'look' } });
      const ids = async (limit: number) =>
        (await store.due(minute(10), limit)).map(({ documentId }) => documentId);
      expect(await ids(10)).toEqual(['po-before', 'po-first', 'po-second']);
      expect(await ids(2)).toEqual(['po-before', 'po-first']);
    });

    it('the postings of a document are found by it', async () => {
      const { store } = opened;
      await store.create(aPosting('po-1'));
      await store.create({ ...aPosting('po-1'), effectId: 'b'.repeat(64), revision: 2 });
      await store.create(aPosting('po-2'));
      const found = await store.byDocument('po-1');
      expect(found.map(({ revision }) => revision).sort()).toEqual([1, 2]);
      expect(await store.byDocument('po-3')).toEqual([]);
    });

    it('[X3] the load of a system is idle at first and is written by one at a time', async () => {
      const { loads } = opened;
      expect(await loads.get('tryton')).toEqual(idleLoad('tryton'));
      const open = { since: 1, until: 2, times: 1, because };
      const writes = [
        loads.save({ ...idleLoad('tryton'), failures: 1 }),
        loads.save({ ...idleLoad('tryton'), failures: 1 }),
      ];
      expect((await Promise.all(writes)).sort()).toEqual([false, true]);
      expect(await loads.save({ ...(await loads.get('tryton')), fullAt: 17.5, open })).toBe(true);
      expect(await loads.get('tryton')).toEqual({
        system: 'tryton',
        fence: 2,
        fullAt: 17.5,
        failures: 1,
        open,
      });
      expect(await loads.get('other')).toEqual(idleLoad('other'));
    });
  });
}

postingsContract('in memory', async () => {
  const store = memoryPostings();
  return { store, loads: store.loads, close: async () => undefined };
});

postingsContract('DynamoDB', async () => {
  const { client, table, remove } = await throwAwayTable([
    { name: 'due', pk: 'dueShard', sk: 'dueAt' },
    { name: 'byDocument', pk: 'documentId', sk: 'effectId' },
  ]);
  const options = { client, table };
  return { store: dynamoPostings(options), loads: dynamoSystemLoads(options), close: remove };
});
