import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type OrderingSupplier, schedule, usableFrom } from '#business/replenishment/order-date.ts';
import { dateOf, dayNumber } from '#core/kernel/dates.ts';

const MONDAY = '2026-11-23T08:00:00.000Z';
const supplier: OrderingSupplier = { id: 'S1', version: 1, status: 'active', workingDays: [1, 2, 3, 4, 5] };
const location = {
  version: 1,
  status: 'active' as const,
  receivingDays: [1, 2, 3, 4, 5],
  dockToStockDays: 1,
};

function plan(
  need: string,
  differing: { supplier?: Partial<OrderingSupplier>; location?: Partial<typeof location>; at?: string } = {},
  terms = { leadTimeDays: 5, transitDays: 2 },
) {
  const { datesFor } = schedule(
    { ...supplier, ...differing.supplier },
    { ...location, ...differing.location },
    terms,
    differing.at ?? MONDAY,
    7,
  );
  const { order, arrival, usable, expedite } = datesFor(dayNumber(need));
  return { order: dateOf(order), arrival: dateOf(arrival), usable: dateOf(usable), expedite };
}

describe('order date', () => {
  test('[R12] need date less dock-to-stock, transit and lead time, each on its own calendar', () =>
    // Thu Dec 17 ← 1 receiving day ← Wed 16 ← 2 calendar days ← Mon 14 ← 5 working days ← Mon 7.
    expect(plan('2026-12-17')).toEqual({
      order: '2026-12-07',
      arrival: '2026-12-16',
      usable: '2026-12-17',
      expedite: false,
    }));
  test('[R12] weekends are no working and no receiving days', () =>
    // Mon Dec 14 ← Fri 11 ← Wed 9 ← Wed 2.
    expect(plan('2026-12-14')).toMatchObject({ order: '2026-12-02', arrival: '2026-12-11' }));
  test('[R12] days on which the supplier is closed make it earlier', () =>
    expect(plan('2026-12-17', { supplier: { closedOn: ['2026-12-08', '2026-12-09'] } })).toMatchObject({
      order: '2026-12-03',
    }));
  test('[R12] an order day that fits is taken, back from the day it would have to be', () =>
    expect(plan('2026-12-17', { supplier: { orderDays: [4] } })).toMatchObject({ order: '2026-12-03' }));
  test('[R12] the cut-off of an order day that is today has passed: expedite, never silently today', () => {
    const today = { supplier: { orderCutOff: '10:00' } };
    const need = '2026-12-03';
    expect(plan(need, { ...today, at: '2026-11-23T10:00:00.000Z' })).toMatchObject({
      order: '2026-11-23',
      expedite: false,
    });
    expect(plan(need, { ...today, at: '2026-11-23T10:00:01.000Z' })).toEqual({
      order: '2026-11-23',
      arrival: '2026-12-03',
      usable: '2026-12-04',
      expedite: true,
    });
  });
  test('[R12] a date already past is an expedite: ordered today, with the day it can be there', () =>
    expect(plan('2026-11-30')).toEqual({
      order: '2026-11-23',
      arrival: '2026-12-02',
      usable: '2026-12-03',
      expedite: true,
    }));
  test('[R12] no lead time, no transit, no dock time: ordered on the day of need', () =>
    expect(
      plan('2026-11-23', { location: { dockToStockDays: 0 } }, { leadTimeDays: 0, transitDays: 0 }),
    ).toEqual({ order: '2026-11-23', arrival: '2026-11-23', usable: '2026-11-23', expedite: false }));
  test('[R12] what arrives on a Saturday is received on Monday', () =>
    expect(dateOf(usableFrom(location, dayNumber('2026-11-28')))).toBe('2026-12-01'));
});

const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 });

test('[R12] no later order day would do, and the one found is in time', () => {
  fc.assert(
    fc.property(
      fc.record({ working: days, ordering: days, receiving: days }),
      fc.record({ lead: fc.integer({ min: 0, max: 30 }), transit: fc.integer({ min: 0, max: 9 }) }),
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 0, max: 120 }),
      fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 8 }),
      ({ working, ordering, receiving }, { lead, transit }, dock, ahead, closed) => {
        const today = dayNumber('2026-11-23');
        const from = { ...supplier, workingDays: working, orderDays: ordering };
        const route = {
          supplier: { ...from, closedOn: closed.map((day) => dateOf(today + day)) },
          location: { ...location, receivingDays: receiving, dockToStockDays: dock },
          terms: { leadTimeDays: lead, transitDays: transit },
        };
        const usableWhenOrdered = (day: number) =>
          schedule(route.supplier, route.location, route.terms, `${dateOf(day)}T08:00:00.000Z`, 7).now.usable;
        const need = today + ahead;
        const dates = schedule(route.supplier, route.location, route.terms, MONDAY, 7).datesFor(need);
        if (dates.expedite) {
          expect(dates.order).toBe(today);
          expect(usableWhenOrdered(today)).toBeGreaterThan(need);
        } else {
          expect(usableWhenOrdered(dates.order)).toBeLessThanOrEqual(need);
          expect(usableWhenOrdered(dates.order + 1)).toBeGreaterThan(need);
        }
      },
    ),
    { numRuns: 300 },
  );
});
