import { describe, expect, it } from 'vitest';
import { cutOffDayOf, cutOffDays } from '#business/measures/rules/forecast-cut-off.ts';
import { dueSoonAfter } from '#local/story/configure.ts';

describe('the cut-off that the story agrees on', () => {
  it.each(['2026-11-21T11:48:36.000Z', '2026-11-22T23:58:59.000Z', '2026-11-22T23:57:30.000Z'])(
    '[O2] dropped at %s, a forecast in force half a minute later serves it, and three minutes later it is over',
    (dropped) => {
      const later = (seconds: number) => new Date(Date.parse(dropped) + seconds * 1000).toISOString();
      const due = dueSoonAfter(dropped);
      const period = { from: '2026-11-10', to: '2026-11-23' };
      expect(cutOffDayOf(later(30), due)).toBe(due.since);
      expect(cutOffDays({ ...period, now: later(30) }, due)).toEqual([]);
      expect(cutOffDays({ ...period, now: later(180) }, due)).toEqual([due.since]);
    },
  );
});
