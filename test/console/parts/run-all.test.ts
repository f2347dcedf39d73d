import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runAll } from '#console/parts/run-all.ts';

describe('[O4] one thing is done for many', () => {
  it('each is done once, outcomes come in the order of the items, never more at a time than allowed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.nat(500), { maxLength: 40 }),
        fc.integer({ min: 1, max: 6 }),
        async (items, atATime) => {
          const ran: number[] = [];
          let running = 0;
          let most = 0;
          const outcomes = await runAll(
            items,
            async (item) => {
              ran.push(item);
              running += 1;
              most = Math.max(most, running);
              await Promise.resolve();
              running -= 1;
              if (item % 7 === 0) throw new Error(`not ${item}`);
            },
            { atATime },
          );
          expect(ran.toSorted()).toEqual(items.toSorted());
          expect(outcomes.map(({ item }) => item)).toEqual(items);
          expect(outcomes.filter(({ error }) => error).map(({ item }) => item)).toEqual(
            items.filter((item) => item % 7 === 0),
          );
          expect(most).toBeLessThanOrEqual(atATime);
        },
      ),
    );
  });

  it('once stopped nothing further is begun, and what was not begun has no outcome', async () => {
    const stop = new AbortController();
    const outcomes = await runAll(
      [1, 2, 3, 4, 5],
      async (item) => {
        if (item === 2) stop.abort();
      },
      { atATime: 1, signal: stop.signal },
    );
    expect(outcomes.map(({ item }) => item)).toEqual([1, 2]);
  });

  it('stopped beforehand it does nothing', async () => {
    expect(await runAll([1, 2], async () => undefined, { signal: AbortSignal.abort() })).toEqual([]);
  });

  it('tells how many are done', async () => {
    const told: number[] = [];
    await runAll(['a', 'b', 'c'], async () => undefined, { onProgress: (done) => told.push(done) });
    expect(told).toEqual([1, 2, 3]);
  });
});
