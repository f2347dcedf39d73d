import { describe, expect, it } from 'vitest';
import { daysOf, everyDay, firstDay, todayOf } from '#console/pages/overview/days.ts';
import { daysOfAll, figureText, shareText, trendOf, trendText } from '#console/pages/overview/figure-text.ts';

const day = (name: string, value: number | undefined, numerator = 0, denominator?: number) => ({
  day: name,
  value,
  numerator,
  ...(denominator !== undefined && { denominator }),
});

describe('figures', () => {
  it('[O2] are read with their unit, and as a dash where nothing was counted', () => {
    expect(figureText('ratio', 0.9984, 'en')).toBe('99.8%');
    expect(figureText('seconds', 5_400)).toBe('1 h 30 min');
    expect(figureText('count', 12_480, 'en')).toBe('12,480');
    expect(figureText('ratio', undefined)).toBe('–');
  });

  it('[O2] a share tells what it was computed from, a count does not', () => {
    expect(shareText({ numerator: 998, denominator: 1000 }, 'ratio')).toMatch(/^998 of 1.?000$/);
    expect(shareText({ numerator: 998 }, 'count')).toBe('');
  });

  it('[O2] a trend compares the last counted day with the days before, weighed by what each counted', () => {
    const days = [
      day('2026-11-18', 0.5, 1, 2),
      day('2026-11-19', 1, 98, 98),
      day('2026-11-20', 0.9, 9, 10),
      day('2026-11-21', undefined),
    ];
    const trend = trendOf(days, 'ratio', 'higher');
    expect(trend).toMatchObject({
      day: '2026-11-20',
      now: 0.9,
      before: 0.99,
      direction: 'down',
      good: false,
    });
    expect(trend && trendText(trend, 'ratio', 'en')).toBe('down from 99% on the days before');
  });

  it('[O2] there is no trend before two days were counted, and a small change is level', () => {
    expect(trendOf([day('2026-11-20', 3)], 'count', 'lower')).toBeUndefined();
    const trend = trendOf([day('2026-11-19', 100), day('2026-11-20', 101)], 'count', 'lower');
    expect(trend).toMatchObject({ direction: 'level', good: true });
    expect(trend && trendText(trend, 'count', 'en')).toBe('as on the days before (100)');
  });

  it('[O2] up is good or bad as the measure says', () => {
    const days = [day('2026-11-19', 100), day('2026-11-20', 150)];
    expect(trendOf(days, 'count', 'lower')?.good).toBe(false);
    expect(trendOf(days, 'count', 'higher')?.good).toBe(true);
  });
});

describe('the days of a whole measure', () => {
  it('[O2] are its own, or of what waits those of everybody together', () => {
    const one = [day('2026-11-20', 0.5, 1, 2)];
    expect(daysOfAll({ dimension: 'all', values: [{ days: one }] })).toBe(one);
    const kept = daysOfAll({
      dimension: 'owner',
      values: [
        { days: [day('2026-11-19', 2, 2)] },
        { days: [day('2026-11-19', 3, 3), day('2026-11-20', 1, 1)] },
      ],
    });
    expect(kept).toEqual([
      { day: '2026-11-19', value: 5, numerator: 5 },
      { day: '2026-11-20', value: 1, numerator: 1 },
    ]);
  });
});

describe('periods', () => {
  it('[O2] an address names one of ours, or gets fourteen days', () => {
    expect([daysOf('30'), daysOf('31'), daysOf(undefined)]).toEqual([30, 14, 14]);
  });

  it('[O2] a period counts today', () => {
    expect(firstDay('2026-11-20', 7)).toBe('2026-11-14');
    expect(todayOf(Date.parse('2026-11-20T23:30:00+02:00'))).toBe('2026-11-20');
  });

  it('[O2] days on which nothing began are there too, at most the newest 31', () => {
    expect(everyDay('2026-11-18', '2026-11-20')).toEqual(['2026-11-18', '2026-11-19', '2026-11-20']);
    expect(everyDay('2026-01-01', '2026-11-20')).toHaveLength(31);
  });
});
