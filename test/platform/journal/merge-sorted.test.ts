import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeSorted } from '#platform/journal/merge-sorted.ts';

describe('mergeSorted', () => {
  it('any number of sorted sources become one sorted sequence that holds all of them', async () => {
    const sources = fc.array(fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 12 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(sources, async (unsorted) => {
        const sorted = unsorted.map((source) => source.toSorted((a, b) => a - b));
        const asynchronous = sorted.map(async function* (source) {
          yield* source;
        });
        const merged = await Array.fromAsync(mergeSorted(asynchronous, (a, b) => a - b));
        expect(merged).toEqual(unsorted.flat().sort((a, b) => a - b));
      }),
    );
  });

  it('reads no further than it is read', async () => {
    let pulled = 0;
    const endless = async function* () {
      for (;;) yield pulled++;
    };
    for await (const value of mergeSorted([endless()], (a, b) => a - b)) if (value === 3) break;
    expect(pulled).toBe(4);
  });
});
