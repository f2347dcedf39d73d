import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { brokenRedrivePromises } from './redrive-invariants.ts';
import { type RedriveSabotage, runRedriveWorld } from './redrive-world.ts';
import { failing, seeds } from './seeds.ts';

const usual = seeds(60);
const brokenIn = async (seed: number, sabotage: RedriveSabotage = {}) =>
  brokenRedrivePromises(await runRedriveWorld(seed, 150, sabotage));

it('[O4] [O7] whatever is killed, cancelled or redriven by others, each dead letter is applied and none strays', {
  timeout: 60_000 + usual.length * 2_000,
}, async () => {
  expect(await failing(usual, brokenIn)).toEqual([]);
});

it('[O4] [O7] ten thousand messages with copies, killed half-way and repeated, leave each applied once', {
  timeout: 300_000,
}, async () => {
  const world = await runRedriveWorld(1, 10_000);
  expect(brokenRedrivePromises(world)).toEqual([]);
  expect(world.kills).toBeGreaterThan(5);
  expect(world.applied).toHaveLength(10_000);
  expect(world.letters.filter(({ returns }) => returns > 0).length).toBeGreaterThan(50);
});

/** Each is a fault somebody could make; the simulation is worth as much as it notices. */
const sabotages: Readonly<Record<string, RedriveSabotage>> = {
  'messages that are deleted before they are sent': {
    queues: (queues) => ({
      ...queues,
      sendBack: async (queue, messages) => {
        await queues.remove(
          queue,
          messages.map(({ message }) => message),
        );
        return queues.sendBack(queue, messages);
      },
    }),
  },
  'a deduplication id that every redrive makes alike': {
    queues: (queues) => ({
      ...queues,
      sendBack: (queue, messages) =>
        queues.sendBack(
          queue,
          messages.map((resent) => ({
            ...resent,
            deduplicationId: createHash('sha256').update(resent.message.body).digest('hex'),
          })),
        ),
    }),
  },
  'a redrive that forgets what was chosen': {
    records: (records) => ({
      ...records,
      get: async (type, id) => {
        const stored = await records.get(type, id);
        if (stored && 'selection' in stored.body) Object.assign(stored.body, { selection: { kind: 'all' } });
        return stored;
      },
    }),
  },
};

describe('the simulation notices', () => {
  for (const [fault, sabotage] of Object.entries(sabotages)) {
    it(`[O7] ${fault}`, { timeout: 120_000 }, async () => {
      const among = Array.from({ length: 40 }, (_, n) => n + 1);
      expect(await failing(among, (seed) => brokenIn(seed, sabotage), 1)).toHaveLength(1);
    });
  }
});
