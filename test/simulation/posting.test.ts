import { describe, expect, it } from 'vitest';
import { ok } from '#core/kernel/result.ts';
import type { DocumentPort, SystemOfRecord } from '#platform/posting/system-of-record.ts';
import { brokenPromises } from './posting-invariants.ts';
import type { Sabotage } from './posting-stage.ts';
import { runPostingWorld } from './posting-world.ts';
import { failing, seeds } from './seeds.ts';

const brokenIn = async (seed: number, sabotage: Sabotage = {}) =>
  brokenPromises(await runPostingWorld(seed, sabotage));

const usual = seeds(10_000);

describe('posting under crashes, lost answers, duplicates and reordering', () => {
  it('[X2] [O7] each effect has at most one confirmed document, exactly one in the end, and no draft stays', {
    timeout: 60_000 + usual.length * 20,
  }, async () => {
    expect(await failing(usual, brokenIn)).toEqual([]);
  });

  it('[O7] the same seed gives the same run', async () => {
    const historyOf = async (seed: number) => {
      const { records, system, postings } = await runPostingWorld(seed);
      const documents = [system.orders(), system.amended(), system.invoices()];
      return { events: records.published(), documents, postings: postings.all() };
    };
    for (const seed of [3, 14, 77]) expect(await historyOf(seed)).toEqual(await historyOf(seed));
  });
});

const onEveryPort =
  (break_: <D>(port: DocumentPort<D>) => DocumentPort<D>) =>
  (system: SystemOfRecord): SystemOfRecord => ({
    ...system,
    purchaseOrders: { ...break_(system.purchaseOrders), read: system.purchaseOrders.read },
    amendments: break_(system.amendments),
    supplierInvoices: break_(system.supplierInvoices),
  });

/** Each is a fault somebody could make; the simulation is worth as much as it notices. */
const sabotages: Readonly<Record<string, Sabotage>> = {
  'writes without their condition on the fence': {
    store: (store) => ({
      ...store,
      save: async (posting) => {
        const stored = await store.get(posting.effectId);
        return store.save({ ...posting, fence: stored?.fence ?? posting.fence });
      },
    }),
  },
  'a look-up that finds nothing': {
    system: onEveryPort((port) => ({ ...port, findByReference: async () => ok([]) })),
  },
  'drafts that are not discarded': {
    system: onEveryPort((port) => ({ ...port, discardDraft: async () => ok(undefined) })),
  },
  'a lost answer taken for a refused connection': {
    system: onEveryPort((port) => ({
      ...port,
      createDraft: async (document, reference) => {
        const created = await port.createDraft(document, reference);
        if (created.ok || created.problem.code !== 'outcome-unknown') return created;
        return { ok: false, problem: { ...created.problem, code: 'system-unavailable' } };
      },
    })),
  },
  'changes of an order that do not know of each other': {
    records: (records) => ({ ...records, list: async () => ({ entries: [] }) }),
  },
  'postings that nobody finds when they are due': {
    store: (store) => ({ ...store, due: async () => [] }),
  },
  'a create of a posting that overwrites the one there is': {
    store: (store) => ({
      ...store,
      create: async (posting) => {
        const stored = await store.get(posting.effectId);
        if (!stored) return store.create(posting);
        await store.save({ ...posting, fence: stored.fence });
        return true;
      },
    }),
  },
};

describe('the simulation notices', () => {
  for (const [fault, sabotage] of Object.entries(sabotages)) {
    it(`[O7] ${fault}`, async () => {
      const among = Array.from({ length: 2000 }, (_, n) => n + 1);
      expect(await failing(among, (seed) => brokenIn(seed, sabotage), 1)).toHaveLength(1);
    });
  }
});
