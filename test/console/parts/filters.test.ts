import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkTo, readFilters, withFilters } from '#console/parts/filters.ts';

const names = ['state', 'partner'] as const;

describe('[O3] filters live in the address', () => {
  it('what is set is read back, and nothing else', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (state, partner) => {
        const search = withFilters(new URLSearchParams('tab=history'), { state, partner });
        const read = readFilters(new URLSearchParams(search.toString()), names);
        expect(read.state ?? '').toBe(state.trim());
        expect(read.partner ?? '').toBe(partner.trim());
        expect(search.get('tab')).toBe('history');
      }),
    );
  });

  it('an empty filter counts as none', () => {
    expect(readFilters(new URLSearchParams('state=&partner=%20'), names)).toEqual({});
  });

  it('unset filters leave the address', () => {
    const search = withFilters(new URLSearchParams('state=open&partner=n'), {
      state: undefined,
      partner: ' ',
    });
    expect(search.toString()).toBe('');
  });

  it('changing the filters leaves the given address as it was', () => {
    const before = new URLSearchParams('state=open');
    withFilters(before, { state: 'resolved' });
    expect(before.toString()).toBe('state=open');
  });

  it('a link carries only the filters that are set', () => {
    expect(linkTo('/exceptions', { queue: 'buyer', kind: undefined })).toBe('/exceptions?queue=buyer');
    expect(linkTo('/exceptions', {})).toBe('/exceptions');
  });
});
