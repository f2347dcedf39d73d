import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freshnessOf as judgedByTheOverview } from '#business/measures/freshness.ts';
import {
  freshnessOf,
  lanesOf,
  laneType,
  type Posting,
  standingOf,
  worstFreshness,
} from '#console/pages/systems/standing.ts';
import { untilOf } from '#console/pages/systems/until.ts';
import type { SourceStatus, System } from '#contracts/client.ts';

const now = Date.parse('2026-11-21T10:00:00.000Z');
const ago = (seconds: number): string => new Date(now - seconds * 1000).toISOString();

const aSystem = (change: Partial<System> = {}): System => ({
  id: 'tryton',
  kind: 'tryton',
  endpoint: 'https://erp.example.com',
  database: 'erp',
  callsPerSecond: 50,
  company: '1',
  version: 1,
  breaker: { state: 'closed' },
  sources: [],
  ...change,
});
const aSource = (change: Partial<SourceStatus> = {}): SourceStatus => ({
  id: 'tryton:master-data',
  system: 'tryton',
  what: 'master-data',
  triedAt: ago(10),
  succeededAt: ago(10),
  changed: 0,
  everySeconds: 100,
  ...change,
});
const aPosting = (change: Partial<Posting> = {}): Posting => ({
  effectId: 'e-1',
  operation: 'create-purchase-order',
  documentId: 'po-1',
  laneId: 'po-1',
  state: 'pending',
  attempts: 0,
  createdAt: ago(100),
  ...change,
});

describe('[X3] how a system stands', () => {
  const maintenance = { since: ago(60), by: 'ops', reason: 'Update.' };

  it('[X3] is paused while its maintenance lasts, whatever its breaker says', () => {
    expect(standingOf(aSystem(), now).text).toBe('In use');
    expect(standingOf(aSystem({ maintenance }), now).text).toBe('Paused');
    expect(standingOf(aSystem({ maintenance, breaker: { state: 'open' } }), now).text).toBe('Paused');
    expect(standingOf(aSystem({ maintenance: { ...maintenance, until: ago(1) } }), now).text).toBe('In use');
    expect(standingOf(aSystem({ breaker: { state: 'open' } }), now).text).toBe('Does not answer');
  });

  it('[O2] judges freshness as the overview does', () => {
    const words = { fresh: 'Fresh', lagging: 'Lagging', stale: 'Stale' } as const;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5000 }),
        fc.integer({ min: 1, max: 900 }),
        (age, everySeconds) => {
          const source = aSource({ succeededAt: ago(age), everySeconds });
          const { freshness } = judgedByTheOverview(source, new Date(now).toISOString());
          expect(freshnessOf(source, now).text).toBe(words[freshness]);
        },
      ),
    );
    const { succeededAt: _never, ...never } = aSource();
    expect(freshnessOf(never, now).text).toBe('Never pulled');
  });

  it('[O2] the worst source speaks for the system', () => {
    const stale = aSource({ succeededAt: ago(5000) });
    expect(worstFreshness([aSource(), aSource({ succeededAt: ago(300) }), stale], now)?.text).toBe('Stale');
    expect(worstFreshness([aSource(), aSource({ succeededAt: ago(300) })], now)?.text).toBe('Lagging');
    expect(worstFreshness([], now)).toBeUndefined();
  });
});

describe('[X3] lanes', () => {
  it('[X3] what belongs to one order stays together and in its order; who waits longest comes first', () => {
    const postings = [
      aPosting({ effectId: 'c', laneId: 'po-2', createdAt: ago(50) }),
      aPosting({ effectId: 'b', operation: 'amend-purchase-order', createdAt: ago(40) }),
      aPosting({ effectId: 'a', createdAt: ago(90) }),
    ];
    expect(
      lanesOf(postings).map((lane) => [lane.laneId, lane.postings.map(({ effectId }) => effectId)]),
    ).toEqual([
      ['po-1', ['a', 'b']],
      ['po-2', ['c']],
    ]);
  });

  it('[X3] a lane leads to its order, or to the invoice that stands alone', () => {
    expect(laneType(aPosting())).toBe('purchase-order');
    expect(
      laneType(aPosting({ operation: 'post-supplier-invoice', documentId: 'in-1', laneId: 'in-1' })),
    ).toBe('invoice');
    expect(laneType(aPosting({ operation: 'post-supplier-invoice', documentId: 'in-1' }))).toBe(
      'purchase-order',
    );
  });
});

describe('[X3] until when a pause lasts', () => {
  it('[X3] is open when nothing is given, and never in the past', () => {
    expect(untilOf('', '', now)).toEqual({ kind: 'open' });
    expect(untilOf('2026-11-30', '14:30', now)).toEqual({
      kind: 'at',
      at: new Date('2026-11-30T14:30:00').toISOString(),
    });
    expect(untilOf('2026-11-30', '', now)).toEqual({
      kind: 'at',
      at: new Date('2026-11-30T23:59:59').toISOString(),
    });
    expect(untilOf('2026-11-01', '', now)).toEqual({ kind: 'wrong', why: 'That is over already.' });
    expect(untilOf('', '14:30', now).kind).toBe('wrong');
    expect(untilOf('2026-11-3', '14:3', now).kind).toBe('wrong');
  });
});
