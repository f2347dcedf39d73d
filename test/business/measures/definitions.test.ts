import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { measureDefinitions } from '#business/measures/definitions.ts';
import { percentile } from '#business/measures/figure.ts';
import { freshnessOf } from '#business/measures/freshness.ts';
import { cutOffDays } from '#business/measures/rules/forecast-cut-off.ts';
import { bucketBounds, bucketOf } from '#core/canonical/figures.ts';
import { measuresTable } from '#test/builders/measures-table.ts';

describe('measures', () => {
  it('[O9] docs/measures.md says of every measure what its definition says', () => {
    expect(readFileSync('docs/measures.md', 'utf8')).toContain(measuresTable());
  });

  it('[O9] each is defined once, under a name of its own, with a denominator where it is a share', () => {
    const ids = measureDefinitions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, statistic, unit, denominator, counted, dimensions } of measureDefinitions) {
      expect(id).toMatch(/^[a-z][a-z-]{1,59}$|p50$|p95$/);
      const isShare = statistic === 'ratio' || statistic === 'cut-offs';
      expect(denominator !== undefined, id).toBe(isShare);
      expect(unit, id).toBe(isShare ? 'ratio' : statistic.startsWith('p') ? 'seconds' : 'count');
      if (typeof counted === 'object') expect(Object.keys(counted), id).toEqual([...dimensions]);
    }
  });

  it('[O9] a percentile lies within the bucket that has it, and grows with the share', () => {
    const buckets = bucketBounds.map((bound) => (bound === 60 ? 10 : bound === 600 ? 10 : 0));
    expect(percentile(buckets, 0.5)).toBe(60);
    expect(percentile(buckets, 0.25)).toBe(45);
    expect(percentile(buckets, 0.95)).toBe(570);
    expect(percentile([], 0.5)).toBe(bucketBounds.at(-1));
    for (const bound of bucketBounds) {
      expect(bucketBounds[bucketOf(bound)]).toBe(bound);
      expect(bucketOf(bound + 1)).toBe(bucketOf(bound) + 1);
    }
  });

  it.each([
    [undefined, 'stale'],
    ['2026-11-20T11:30:00.000Z', 'fresh'],
    ['2026-11-20T11:29:59.000Z', 'lagging'],
    ['2026-11-20T10:30:00.000Z', 'lagging'],
    ['2026-11-20T10:29:59.000Z', 'stale'],
    ['2026-11-20T12:00:09.000Z', 'fresh'],
  ] as const)(
    '[O2] a source pulled well at %s, every quarter of an hour, is %s at noon',
    (succeededAt, freshness) => {
      const status = { everySeconds: 900, ...(succeededAt && { succeededAt }) };
      expect(freshnessOf(status, '2026-11-20T12:00:00.000Z').freshness).toBe(freshness);
    },
  );

  it('[O9] cut-offs are due once their time is over where they were agreed', () => {
    const due = { weekday: 1, time: '12:00', zone: 'America/New_York', since: '2026-11-01' };
    const period = { from: '2026-11-01', to: '2026-11-30' };
    const before = cutOffDays({ ...period, now: '2026-11-16T16:59:00.000Z' }, due);
    const after = cutOffDays({ ...period, now: '2026-11-16T17:00:00.000Z' }, due);
    expect(before).toEqual(['2026-11-02', '2026-11-09']);
    expect(after).toEqual(['2026-11-02', '2026-11-09', '2026-11-16']);
    const agreedLater = { ...due, since: '2026-11-09' };
    expect(cutOffDays({ ...period, now: '2026-11-16T17:00:00.000Z' }, agreedLater)).toEqual(after.slice(1));
  });
});
