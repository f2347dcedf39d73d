import { describe, expect, it } from 'vitest';
import { brokenExceptionPromises } from './exception-invariants.ts';
import { type ExceptionSabotage, runExceptionWorld } from './exception-world.ts';
import { failing, seeds } from './seeds.ts';

const usual = seeds(100);
const brokenIn = async (seed: number, sabotage: ExceptionSabotage = {}) =>
  brokenExceptionPromises(await runExceptionWorld(seed, sabotage));

it('[O10] [O7] a cause is one exception, a decision is carried out or open again, and nothing said is lost', {
  timeout: 60_000 + usual.length * 200,
}, async () => {
  expect(await failing(usual, brokenIn)).toEqual([]);
});

/** Each is a fault somebody could make; the simulation is worth as much as it notices. */
const sabotages: Readonly<Record<string, ExceptionSabotage>> = {
  'decisions that nobody carries out': { deaf: true },
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
      const among = Array.from({ length: 300 }, (_, n) => n + 1);
      expect(await failing(among, (seed) => brokenIn(seed, sabotage), 1)).toHaveLength(1);
    });
  }
});
