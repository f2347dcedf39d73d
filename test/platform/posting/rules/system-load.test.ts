import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admit, idleLoad, observe, type SystemLoad } from '#platform/posting/rules/system-load.ts';

const down = { code: 'system-unavailable', detail: 'down' } as const;
const locked = { code: 'system-credentials', detail: 'locked' } as const;

describe('the rate of a system', () => {
  it('[X3] in no span of time are more calls let through than the rate and one second of burst', () => {
    const arrivals = fc.array(fc.tuple(fc.nat(3000), fc.integer({ min: 1, max: 4 })), { maxLength: 80 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), arrivals, (rate, attempts) => {
        let load = idleLoad('tryton');
        let now = 0;
        const turns: { readonly at: number; readonly calls: number }[] = [];
        for (const [gap, calls] of attempts) {
          now += gap;
          const admission = admit(load, now, rate, calls);
          if (admission.kind === 'closed') continue;
          load = admission.load;
          turns.push({ at: now + admission.waitMs, calls });
        }
        for (const [first, from] of turns.entries()) {
          let made = 0;
          for (const { at, calls } of turns.slice(first)) {
            made += calls;
            const most = Math.max(rate, from.calls, calls) + ((at - from.at) / 1000) * rate;
            // A wait is whole milliseconds.
            expect(made).toBeLessThanOrEqual(most + rate / 1000 + 1e-6);
          }
        }
      }),
    );
  });

  it('[X3] an attempt whose turn is too far away is parked until then', () => {
    const busy: SystemLoad = { ...idleLoad('tryton'), fullAt: 60_000 };
    expect(admit(busy, 0, 10, 2)).toMatchObject({
      kind: 'closed',
      until: 59_200,
      because: { code: 'system-throttled' },
    });
  });

  it('[X3] a system that asks for fewer calls is left alone for as long as it says', () => {
    const load = observe(idleLoad('tryton'), 1000, 0, {
      code: 'system-throttled',
      detail: 'slow down',
      retryAfterSeconds: 40,
    });
    expect(admit(load, 2000, 10, 2)).toMatchObject({ kind: 'closed' });
    expect(admit(load, 41_000, 10, 2)).toMatchObject({ kind: 'admitted' });
  });
});

describe('the breaker of a system', () => {
  const failing = (times: number, load = idleLoad('tryton')): SystemLoad =>
    Array.from({ length: times }).reduce<SystemLoad>((state) => observe(state, 0, 0, down), load);

  it('[X3] it opens after five failures in a row, and a success in between starts anew', () => {
    expect(admit(failing(4), 1, 10, 2).kind).toBe('admitted');
    expect(admit(failing(5), 1, 10, 2)).toMatchObject({ kind: 'closed', until: 30_000, because: down });
    expect(failing(4, observe(failing(4), 0, 0, undefined)).open).toBeUndefined();
  });

  it('[X3] a refused order says that the system is well', () => {
    const refused = { code: 'system-refused', detail: 'no' } as const;
    expect(observe(failing(4), 0, 0, refused)).toMatchObject({ failures: 0 });
  });

  it('[X3] after the pause one attempt goes through, and others wait for how it ends', () => {
    const probe = admit(failing(5), 30_000, 10, 2);
    if (probe.kind !== 'admitted') throw new Error('no probe');
    expect(admit(probe.load, 30_001, 10, 2)).toMatchObject({ kind: 'closed', until: 60_000 });
    const healthy = observe(probe.load, 31_000, 30_000, undefined);
    expect(admit(healthy, 31_001, 10, 2).kind).toBe('admitted');
    const sick = observe(probe.load, 31_000, 30_000, down);
    expect(sick.open).toMatchObject({ until: 91_000, times: 2 });
  });

  it('[X3] a probe that is never heard of again is followed by another', () => {
    const probe = admit(failing(5), 30_000, 10, 2);
    if (probe.kind !== 'admitted') throw new Error('no probe');
    expect(admit(probe.load, 60_000, 10, 2).kind).toBe('admitted');
  });

  it('[X3] what began before it opened makes the pause no longer', () => {
    const open = observe({ ...idleLoad('tryton'), failures: 4 }, 10_000, 9000, down);
    expect(observe(open, 11_000, 9500, down)).toBe(open);
  });

  it('[X3] pauses grow to five minutes and no further', () => {
    let load = failing(5);
    let now = 0;
    for (let times = 0; times < 10; times += 1) {
      now = load.open?.until ?? now;
      load = observe(load, now, now, down);
    }
    expect((load.open?.until ?? 0) - now).toBe(300_000);
  });

  it('[X3] a locked account is left alone for a quarter of an hour, however often it is met', () => {
    let load = observe(idleLoad('tryton'), 0, 0, locked);
    expect(load.open?.until).toBe(900_000);
    load = observe(load, 900_000, 900_000, locked);
    expect(load.open?.until).toBe(1_800_000);
  });
});
