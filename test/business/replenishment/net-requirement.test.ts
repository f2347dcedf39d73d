import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { netTable, requirementNow } from '#business/replenishment/net-requirement.ts';
import { decimalText, micros } from '#core/kernel/decimal.ts';

interface Story {
  readonly usable: string;
  readonly demand: string;
  readonly receipts?: string;
  readonly safetyStock?: string;
  readonly firstReachable?: number;
}

const series = (text: string) => text.split(' ').map(micros);
const text = (values: readonly bigint[]) => values.map(decimalText).join(' ');

function tableOf({ usable, demand, receipts, safetyStock = '0', firstReachable = 0 }: Story) {
  const weeks = series(demand);
  return netTable({
    usable: micros(usable),
    demand: weeks,
    receipts: receipts === undefined ? weeks.map(() => 0n) : series(receipts),
    safetyStock: micros(safetyStock),
    firstReachable,
  });
}

function shown(story: Story) {
  const { net, planned, projected } = tableOf(story);
  return { net: text(net), planned: text(planned), projected: text(projected) };
}

const now = (story: Story, weeks: number) => {
  const found = requirementNow(tableOf(story), weeks);
  return found && { quantity: decimalText(found.quantity), week: found.week };
};

describe('net requirement', () => {
  test('[R10] stock runs down, then every week needs its demand and once the safety stock', () =>
    expect(shown({ usable: '250', demand: '100 100 100 100', safetyStock: '50' })).toEqual({
      net: '0 0 100 100',
      planned: '0 0 100 100',
      projected: '150 50 50 50',
    }));
  test('[R10] a receipt counts in its week, and what is left of it later', () =>
    expect(shown({ usable: '0', demand: '100 100 100', receipts: '0 250 0' })).toEqual({
      net: '100 0 0',
      planned: '100 0 0',
      projected: '0 150 50',
    }));
  test('[R10] stock below zero at the start is made good first', () =>
    expect(shown({ usable: '-30', demand: '0.5 0', safetyStock: '1' })).toEqual({
      net: '31.5 0',
      planned: '31.5 0',
      projected: '1 1',
    }));
  test('[R12] before the first week an order can reach nothing is planned, what is missing is carried on', () =>
    expect(shown({ usable: '0', demand: '100 100 100', firstReachable: 1 })).toEqual({
      net: '100 200 100',
      planned: '0 200 100',
      projected: '-100 0 0',
    }));
});

describe('what is ordered now', () => {
  const weekly = { usable: '150', demand: '100 100 100 100' };
  test('[R10] the planned receipts of the weeks that must be covered, from the first that is short', () =>
    expect(now(weekly, 3)).toEqual({ quantity: '150', week: 1 }));
  test('[R10] nothing while the weeks to cover are covered', () => expect(now(weekly, 1)).toBeUndefined());
  test('[R12] a shortage that began before an order can come is needed from its beginning', () =>
    expect(now({ usable: '100', demand: '100 100 100', firstReachable: 2 }, 3)).toEqual({
      quantity: '200',
      week: 1,
    }));
  test('[R10] a shortage that an open order ends in time is not bought again', () => {
    const late = { usable: '0', demand: '100 100 100', receipts: '0 300 0', firstReachable: 1 };
    expect(now(late, 3)).toBeUndefined();
    expect(now({ ...late, receipts: '0 250 0' }, 3)).toEqual({ quantity: '50', week: 2 });
  });
});

const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
const stories = fc.integer({ min: 1, max: 26 }).chain((weeks) =>
  fc.record({
    usable: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 13n }),
    demand: fc.array(amount, { minLength: weeks, maxLength: weeks }),
    receipts: fc.array(amount, { minLength: weeks, maxLength: weeks }),
    safetyStock: amount,
    firstReachable: fc.integer({ min: 0, max: weeks - 1 }),
  }),
);
const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n);

test('[R10] net and planned are never negative, and from the first reachable week stock covers the safety stock', () => {
  fc.assert(
    fc.property(stories, (story) => {
      const { net, planned, projected } = netTable(story);
      expect([...net, ...planned].every((value) => value >= 0n)).toBe(true);
      expect(projected.slice(story.firstReachable).every((stock) => stock >= story.safetyStock)).toBe(true);
    }),
  );
});

test('[R10] nothing appears and nothing is lost: start + receipts + planned − demand = end, in every week', () => {
  fc.assert(
    fc.property(stories, (story) => {
      const { planned, projected } = netTable(story);
      for (const [week, end] of projected.entries()) {
        const until = <T>(values: readonly T[]) => values.slice(0, week + 1);
        const moved = sum(until(story.receipts)) + sum(until(planned)) - sum(until(story.demand));
        expect(end).toBe(story.usable + moved);
      }
    }),
  );
});

test('[R10] what is planned is the least that keeps the safety stock: one millionth less would not', () => {
  fc.assert(
    fc.property(stories, (story) => {
      const { planned } = netTable(story);
      const total = sum(planned);
      let worst = 0n;
      let stock = story.usable;
      for (const [week, demand] of story.demand.entries()) {
        stock += (story.receipts[week] ?? 0n) - demand;
        const missing = story.safetyStock - stock;
        if (week >= story.firstReachable && missing > worst) worst = missing;
      }
      expect(total).toBe(worst);
    }),
  );
});
