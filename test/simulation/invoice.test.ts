import { describe, expect, it } from 'vitest';
import { brokenInvoicePromises } from './invoice-invariants.ts';
import { type InvoiceSabotage, runInvoiceWorld } from './invoice-world.ts';
import { failing, seeds } from './seeds.ts';

const usual = seeds(300);
const brokenIn = async (seed: number, sabotage: InvoiceSabotage = {}) =>
  brokenInvoicePromises(await runInvoiceWorld(seed, sabotage));

it('[S7] [S14] each invoice is matched once however often and early it comes, and nothing is invoiced beyond what was received', {
  timeout: 60_000 + usual.length * 100,
}, async () => {
  expect(await failing(usual, brokenIn)).toEqual([]);
});

/** Each is a fault somebody could make; the simulation is worth as much as it notices. */
const sabotages: Readonly<Record<string, InvoiceSabotage>> = {
  'nobody tells waiting invoices that goods came': { deaf: true },
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
};

describe('the simulation notices', () => {
  for (const [fault, sabotage] of Object.entries(sabotages)) {
    it(`[S7] ${fault}`, { timeout: 60_000 }, async () => {
      const among = Array.from({ length: 200 }, (_, n) => n + 1);
      expect(await failing(among, (seed) => brokenIn(seed, sabotage), 1)).toHaveLength(1);
    });
  }
});
