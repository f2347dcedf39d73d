import { describe, expect, it } from 'vitest';
import { failing, seeds } from './seeds.ts';
import { brokenSupplierPromises } from './supplier-invariants.ts';
import { runSupplierWorlds, type SupplierSabotage } from './supplier-world.ts';

const usual = seeds(300);
const brokenIn = async (seed: number, sabotage: SupplierSabotage = {}) =>
  brokenSupplierPromises(await runSupplierWorlds(seed, sabotage));

it('[S11] [S13] [W1] however often and in whatever order a supplier is heard, an order comes to the same', {
  timeout: 60_000 + usual.length * 200,
}, async () => {
  expect(await failing(usual, brokenIn)).toEqual([]);
});

/** Each is a fault somebody could make; the simulation is worth as much as it notices. */
const sabotages: Readonly<Record<string, SupplierSabotage>> = {
  'commits that do not mind what changed in between': {
    records: (records) => ({
      ...records,
      commit: async (commit) => {
        const changes = await Promise.all(
          commit.changes.map(async (change) => {
            const stored = await records.get(change.type, change.id);
            return { ...change, expect: stored?.version ?? ('absent' as const) };
          }),
        );
        return records.commit({ ...commit, changes });
      },
    }),
  },
  'documents that are applied again though they are settled': {
    records: (records) => ({
      ...records,
      get: async (type, id) => {
        const stored = await records.get(type, id);
        const isDocument = type === 'partner-document' && stored !== undefined;
        return isDocument ? { ...stored, body: { ...stored.body, state: 'received' } } : stored;
      },
    }),
  },
};

describe('the simulation notices', () => {
  for (const [fault, sabotage] of Object.entries(sabotages)) {
    it(`[O7] ${fault}`, { timeout: 60_000 }, async () => {
      const among = Array.from({ length: 500 }, (_, n) => n + 1);
      expect(await failing(among, (seed) => brokenIn(seed, sabotage), 1)).toHaveLength(1);
    });
  }
});
