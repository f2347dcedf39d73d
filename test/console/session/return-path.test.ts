import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { returnPath } from '#console/session/return-path.ts';

describe('[G3] after signing in one comes back to the page one asked for, and nowhere else', () => {
  it('with its filters', () => {
    expect(returnPath('/exceptions?queue=buyer')).toBe('/exceptions?queue=buyer');
  });

  it.each([
    ['//evil.example/x'],
    ['/\\evil.example'],
    ['https://evil.example'],
    ['/\t/evil.example'],
    ['javascript:alert(1)'],
    [''],
    ['/signed-in?code=1'],
    [undefined],
    [{ path: '/x' }],
  ])('%j leads to the start', (state) => {
    expect(returnPath(state)).toBe('/');
  });

  it('whatever comes back, the way leads to our own origin', () => {
    const ours = 'https://console.example';
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.webPath()), (state) => {
        expect(new URL(returnPath(state), ours).origin).toBe(ours);
      }),
    );
  });
});
