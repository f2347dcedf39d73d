import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callsOf } from '#adapters/eventbridge/bus.ts';

describe('PutEvents calls', () => {
  it('hold every entry in order, at most ten and at most 256 KB a call', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 200 * 1024 }), { maxLength: 40 });
    fc.assert(
      fc.property(sizes, (given) => {
        const entries = given.map((size, n) => ({
          Source: 's',
          DetailType: 't',
          Detail: `${n}:`.padEnd(size, 'x'),
        }));
        const calls = callsOf(entries);
        expect(calls.flat()).toEqual(entries);
        for (const call of calls) {
          const bytes = call.reduce((sum, { Detail = '' }) => sum + Buffer.byteLength(Detail) + 16, 0);
          expect(call.length).toBeGreaterThan(0);
          expect(call.length).toBeLessThanOrEqual(10);
          expect(bytes).toBeLessThanOrEqual(256 * 1024);
        }
      }),
      { numRuns: 30 },
    );
  });
});
