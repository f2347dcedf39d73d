import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { dayNumber, weekday } from '#core/kernel/dates.ts';
import { distributor, type Size, sizes } from '#local/erp-seed/distributor.ts';
import { comingMonday, forecastFile } from '#local/erp-seed/forecast-file.ts';

const today = '2026-11-21';
const trailer = /^#rows=(\d+),sha256=([0-9a-f]{64})$/;

describe('the seeded distributor', () => {
  it.each(Object.keys(sizes) as Size[])(
    '%s has as many items and sites as its size says, and all four suppliers',
    (size) => {
      const { items, sites, suppliers, stock } = distributor(7, size);
      expect(items).toHaveLength(sizes[size].items);
      expect(new Set(items.map(({ code }) => code)).size).toBe(items.length);
      expect(sites).toHaveLength(sizes[size].locations);
      expect(new Set(items.map(({ supplier }) => supplier))).toEqual(
        new Set(suppliers.map(({ code }) => code)),
      );
      expect(stock).toHaveLength(items.length * sites.length);
    },
  );

  it('is the same for the same seed and another for another', () => {
    expect(distributor(7, 'small')).toEqual(distributor(7, 'small'));
    expect(distributor(8, 'small')).not.toEqual(distributor(7, 'small'));
  });

  it('[B1] its forecast file has 13 weeks from the coming Monday, a true trailer and rows that are wrong on purpose', () => {
    const content = distributor(7, 'small');
    const file = forecastFile(content, { seed: 7, today });
    const lines = file.trimEnd().split('\n');
    const [, rows, sha256] = trailer.exec(lines.at(-1) ?? '') ?? [];
    const body = file.slice(0, file.lastIndexOf('#rows='));
    expect(Number(rows)).toBe(lines.length - 2);
    expect(sha256).toBe(createHash('sha256').update(body).digest('hex'));
    const wrong = lines.filter((line) => /OLD-4711|MOON|1e9|=SUM/.test(line));
    expect(wrong).toHaveLength(4);
    const good = forecastFile(content, { seed: 7, today, onlyGood: true }).trimEnd().split('\n').slice(1, -1);
    const carried = content.stock.filter(
      ({ item }) => content.items.find(({ code }) => code === item)?.status !== 'inactive',
    );
    expect(good).toHaveLength(carried.length * 13);
    for (const row of good) expect(weekday(dayNumber(row.split(',')[2] ?? ''))).toBe(1);
  });

  it('the coming Monday is after today, also on a Monday', () => {
    expect(comingMonday('2026-11-21')).toBe('2026-11-23');
    expect(comingMonday('2026-11-23')).toBe('2026-11-30');
  });
});
