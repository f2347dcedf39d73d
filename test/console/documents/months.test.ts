import { describe, expect, it } from 'vitest';
import { lastMonths, monthText } from '#console/pages/documents/months.ts';

describe('months of a scorecard', () => {
  it('[O9] go back from this one, over the turn of the year, in UTC', () => {
    expect(lastMonths(Date.parse('2027-01-31T23:30:00Z'), 3)).toEqual(['2027-01', '2026-12', '2026-11']);
    expect(lastMonths(Date.parse('2026-03-31T00:00:00Z'), 2)).toEqual(['2026-03', '2026-02']);
  });

  it('[O9] are named in words', () => {
    expect(monthText('2026-11', 'en')).toBe('November 2026');
  });
});
