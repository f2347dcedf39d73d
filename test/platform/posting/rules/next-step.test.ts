import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextStep } from '#platform/posting/rules/next-step.ts';
import type { SystemDocument } from '#platform/posting/system-of-record.ts';
import { simulatedCapabilities } from '#test/doubles/simulated-system.ts';

const now = '2026-11-23T08:00:00.000Z';
const before = '2026-11-23T07:59:59.000Z';
const afterwards = '2026-11-23T08:00:01.000Z';
const posting = { system: 'tryton', reference: 'CD-1' };
const draft = (nativeId: string, createdAt = now): SystemDocument => ({
  nativeId,
  state: 'draft',
  createdAt,
});
const capabilities = simulatedCapabilities;
const withoutDrafts = { ...capabilities, hasDrafts: false };

describe('the next step of an attempt', () => {
  it('[X2] the first attempt creates', () => {
    expect(nextStep(posting, undefined, capabilities, now)).toEqual({ kind: 'create' });
  });

  it('[X2] a confirmed order settles, whatever else is there', () => {
    const confirmed = { ...draft('2'), state: 'confirmed' } as const;
    expect(nextStep(posting, [draft('1'), confirmed], capabilities, now)).toEqual({
      kind: 'settle',
      document: confirmed,
      leftDrafts: true,
    });
  });

  it('[X2] the oldest draft is confirmed and the others go', () => {
    const found = [draft('3', afterwards), draft('2', before), draft('1', before)];
    expect(nextStep(posting, found, capabilities, now)).toMatchObject({
      kind: 'confirm',
      document: { nativeId: '1' },
      others: [{ nativeId: '2' }, { nativeId: '3' }],
    });
  });

  it('[X2] whatever the order of the answer, every attempt chooses the same draft', () => {
    const drafts = fc.uniqueArray(fc.tuple(fc.nat(9), fc.constantFrom(before, now)), {
      selector: ([id]) => id,
      minLength: 1,
    });
    fc.assert(
      fc.property(drafts, fc.nat(), (made, turn) => {
        const found = made.map(([id, at]) => draft(String(id), at));
        const turned = [...found.slice(turn % found.length), ...found.slice(0, turn % found.length)];
        const chosen = (orders: readonly SystemDocument[]) => {
          const step = nextStep(posting, orders, capabilities, now);
          return step.kind === 'confirm' ? step.document.nativeId : step.kind;
        };
        expect(chosen(turned)).toBe(chosen(found));
      }),
    );
  });

  it('[X2] an adopted draft stays the one, though an older one has appeared', () => {
    const adopted = { ...posting, adopted: { nativeId: '2' } };
    expect(nextStep(adopted, [draft('1', before), draft('2')], capabilities, now)).toMatchObject({
      kind: 'confirm',
      document: { nativeId: '2' },
      others: [{ nativeId: '1' }],
    });
  });

  it('[X2] an adopted order that someone cancelled in the system is a refusal, not a new order', () => {
    const adopted = { ...posting, adopted: { nativeId: '2' } };
    const cancelled = { ...draft('2'), state: 'cancelled' } as const;
    expect(nextStep(adopted, [cancelled], capabilities, now)).toMatchObject({ kind: 'refused' });
  });

  it('[X2] two confirmed orders are a matter for a person', () => {
    const found = ['1', '2'].map((id) => ({ ...draft(id), state: 'confirmed' }) as const);
    expect(nextStep(posting, found, capabilities, now)).toMatchObject({ kind: 'person' });
  });

  it('[X2] what may still come through is waited for; then it is repeated where that is safe', () => {
    const unanswered = { ...posting, sent: { mayCommitUntil: afterwards } };
    expect(nextStep(unanswered, [], capabilities, now)).toEqual({ kind: 'wait', until: afterwards });
    const expired = { ...posting, sent: { mayCommitUntil: before } };
    expect(nextStep(expired, [], capabilities, now)).toEqual({ kind: 'create' });
    expect(nextStep(expired, [], withoutDrafts, now)).toMatchObject({ kind: 'person' });
  });
});
