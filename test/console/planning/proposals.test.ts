import { describe, expect, it } from 'vitest';
import { addsUp } from '#console/pages/planning/adds-up.ts';
import { inputFacts } from '#console/pages/planning/input-facts.ts';
import { matchesProposal } from '#console/pages/planning/proposal-filters.ts';
import { seriesPoints } from '#console/pages/planning/series-points.ts';
import { aPlanningInput } from '#test/builders/a-planning-input.ts';

const aProposal = {
  supplierId: 'sup-nordbolt',
  itemId: 'item-104',
  locationId: 'loc-hamburg',
  expedite: false,
};

describe('the list of proposals', () => {
  it('[R5] is not narrowed without a filter', () => {
    expect(matchesProposal({})).toBeUndefined();
  });

  it('[R5] is narrowed by any part of supplier, item and location, and to what must be hurried', () => {
    expect(matchesProposal({ supplier: 'NORD', item: '104', location: 'ham' })?.(aProposal)).toBe(true);
    expect(matchesProposal({ supplier: 'nord', item: '105' })?.(aProposal)).toBe(false);
    expect(matchesProposal({ expedite: 'yes' })?.(aProposal)).toBe(false);
    expect(matchesProposal({ expedite: 'yes' })?.({ ...aProposal, expedite: true })).toBe(true);
  });
});

describe('what a release came to', () => {
  it('[B1] is one equation, and says when it is none', () => {
    expect(addsUp(13_004, [13_000, 4, 0, 0])).toBe(true);
    expect(addsUp(13_004, [13_000, 3, 0, 0])).toBe(false);
  });

  it('[B2] a series is a point a week from its first', () => {
    expect(seriesPoints({ from: '2026-12-28', quantities: ['1.5', '2'] })).toEqual([
      { x: '2026-12-28', y: 1.5 },
      { x: '2027-01-04', y: 2 },
    ]);
  });
});

describe('what was known when a line was planned', () => {
  it('[R4] is told record by record with its version, and what was not known says so', () => {
    const { location: _unknown, ...input } = aPlanningInput();
    const facts = inputFacts(JSON.parse(JSON.stringify(input)));
    expect(facts.map(({ what }) => what)).toEqual([
      'Item',
      'Location',
      'Supplier',
      'Terms',
      'Policy',
      'Stock',
      'Forecast',
    ]);
    expect(facts.find(({ what }) => what === 'Location')).toEqual({ what: 'Location', said: 'Not known' });
    expect(facts.find(({ what }) => what === 'Item')?.version).toBe(input.item?.version);
    expect(facts.find(({ what }) => what === 'Terms')?.said).toMatch(
      /of lead time, .* on the way; at least /,
    );
  });
});
