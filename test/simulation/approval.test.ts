import { describe, expect, it } from 'vitest';
import { brokenApprovalPromises } from './approval-invariants.ts';
import { type ApprovalSabotage, runApprovalWorld } from './approval-world.ts';
import { failing, seeds } from './seeds.ts';

const usual = seeds(300);
const brokenIn = async (seed: number, sabotage: ApprovalSabotage = {}) =>
  brokenApprovalPromises(await runApprovalWorld(seed, sabotage));

it('[R5] [R6] [O7] each approved proposal is in exactly one order, and no workflow sleeps through its decision', {
  timeout: 60_000 + usual.length * 100,
}, async () => {
  expect(await failing(usual, brokenIn)).toEqual([]);
});

/** Each is a fault somebody could make; the simulation is worth as much as it notices. */
const sabotages: Readonly<Record<string, ApprovalSabotage>> = {
  'a workflow that does not look again after it has kept its token': { ownWake: async () => 'not-waiting' },
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
    it(`[O7] ${fault}`, { timeout: 60_000 }, async () => {
      const among = Array.from({ length: 500 }, (_, n) => n + 1);
      expect(await failing(among, (seed) => brokenIn(seed, sabotage), 1)).toHaveLength(1);
    });
  }
});
