import { describe, expect, it } from 'vitest';
import { brokenPromises } from './posting-invariants.ts';
import { runPostingWorld, type Sabotage } from './posting-world.ts';
import { howToReplay, seeds } from './seeds.ts';

async function failures(among: readonly number[], sabotage: Sabotage = {}, enough = 5) {
  const found: string[] = [];
  for (const seed of among) {
    const broken = await brokenPromises(await runPostingWorld(seed, sabotage));
    if (broken.length > 0) found.push(`seed ${seed}: ${broken.join('; ')} (${howToReplay(seed)})`);
    if (found.length >= enough) break;
  }
  return found;
}

describe('posting under crashes, lost answers, duplicates and reordering', () => {
  it('[X2] [O7] each effect has at most one confirmed order, exactly one in the end, and no draft stays', async () => {
    expect(await failures(seeds(5000))).toEqual([]);
  });
});
