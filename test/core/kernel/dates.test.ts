import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dateOf,
  dateOfInstant,
  dateSchema,
  dayNumber,
  weekday,
  weekStart,
} from '#core/kernel/dates.ts';

const days = fc.integer({ min: -100_000, max: 100_000 });

describe('dates', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['2026-11-23', 20_780],
  ])('[C2] %s is day %d', (date, day) => {
    expect(dayNumber(date)).toBe(day);
    expect(dateOf(day)).toBe(date);
  });

  it.each([
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '26-01-01',
    '2026-1-1',
    '2026-11-23T00:00:00Z',
    'tomorrow',
    '',
  ])('[C2] %j is no date', (text) => {
    expect(dayNumber(text)).toBeNaN();
    expect(dateSchema.safeParse(text).success).toBe(false);
  });

  it('[C2] a date and its day number are each other, and days are added over years', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -1000, max: 1000 }), (day, more) => {
        expect(dayNumber(dateOf(day))).toBe(day);
        expect(dayNumber(addDays(dateOf(day), more))).toBe(day + more);
      }),
    );
  });

  it('[C2] a week starts on its Monday, also before 1970', () => {
    expect(weekday(dayNumber('2026-11-23'))).toBe(1);
    expect(weekday(dayNumber('2026-11-22'))).toBe(7);
    fc.assert(
      fc.property(days, (day) => {
        const start = weekStart(day);
        expect(weekday(start)).toBe(1);
        expect(day - start).toBe(weekday(day) - 1);
        expect(weekday(day)).toBe(new Date(day * 86_400_000).getUTCDay() || 7);
      }),
    );
  });

  it('[C2] the date of an instant is its date in UTC', () => {
    expect(dateOfInstant('2026-11-23T23:59:59.999Z')).toBe('2026-11-23');
  });
});
