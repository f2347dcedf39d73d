import { describe, expect, it } from 'vitest';
import { ok } from '#core/kernel/result.ts';
import { brokenReplayPromises } from './replay-invariants.ts';
import { type ReplaySabotage, runReplayWorld } from './replay-world.ts';
import { failing, seeds } from './seeds.ts';

const usual = seeds(60);
const brokenIn = async (seed: number, sabotage: ReplaySabotage = {}) =>
  brokenReplayPromises(await runReplayWorld(seed, sabotage));

it('[E4] [O7] whatever is replayed, to whom and how often, everything is as it was', {
  timeout: 60_000 + usual.length * 500,
}, async () => {
  expect(await failing(usual, brokenIn)).toEqual([]);
});

/** Each is a fault somebody could make; the simulation is worth as much as it notices. */
const sabotages: Readonly<Record<string, ReplaySabotage>> = {
  'a worker that counts what it did not send': {
    queues: (queues) => {
      let sent = 0;
      return {
        send: async (queue, event) => {
          sent += 1;
          return sent % 5 === 0 ? ok(undefined) : queues.send(queue, event);
        },
      };
    },
  },
  'events that reach a consumer who was not named': {
    queues: (queues) => ({ send: (_queue, event) => queues.send('acknowledgements', event) }),
  },
  'a consumer that takes what is settled for new': {
    room: (ports) => ({
      ...ports,
      records: {
        ...ports.records,
        get: async (type, id) => {
          const stored = await ports.records.get(type, id);
          const isDocument = type === 'partner-document' && stored !== undefined;
          return isDocument ? { ...stored, body: { ...stored.body, state: 'received' } } : stored;
        },
      },
    }),
  },
};

describe('the simulation notices', () => {
  for (const [fault, sabotage] of Object.entries(sabotages)) {
    it(`[E4] ${fault}`, { timeout: 60_000 }, async () => {
      const among = Array.from({ length: 200 }, (_, n) => n + 1);
      expect(await failing(among, (seed) => brokenIn(seed, sabotage), 1)).toHaveLength(1);
    });
  }
});
