import { expect, it } from 'vitest';
import { brokenReleasePromises } from './release-invariants.ts';
import { runReleaseWorld } from './release-world.ts';
import { failing, seeds } from './seeds.ts';

const usual = seeds(10_000);

it('[B2] [O7] one release is in force, and state and events agree, whoever concludes and approves when', {
  timeout: 60_000 + usual.length * 50,
}, async () => {
  expect(await failing(usual, async (seed) => brokenReleasePromises(await runReleaseWorld(seed)))).toEqual(
    [],
  );
});
