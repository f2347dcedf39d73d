import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeInOrder } from '#platform/journal/order-of-events.ts';

describe('placeInOrder', () => {
  it('[E3] the next event is applied, an older or repeated one is not', () => {
    expect(placeInOrder(1, 0)).toEqual({ kind: 'next' });
    expect(placeInOrder(5, 5)).toEqual({ kind: 'older' });
    expect(placeInOrder(2, 5)).toEqual({ kind: 'older' });
  });

  it('[E3] a gap is noticed, with what is missing', () => {
    expect(placeInOrder(8, 5)).toEqual({ kind: 'gap', missing: { from: 6, to: 7 } });
  });

  it('[E3] under any order and any repetition what is applied never goes back', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 })), (arrivals) => {
        let applied = 0;
        for (const sequence of arrivals) {
          const place = placeInOrder(sequence, applied);
          expect(place.kind === 'older').toBe(sequence <= applied);
          if (place.kind === 'older') continue;
          if (place.kind === 'gap') expect(place.missing).toEqual({ from: applied + 1, to: sequence - 1 });
          applied = sequence;
        }
        expect(applied).toBe(Math.max(0, ...arrivals));
      }),
    );
  });
});
