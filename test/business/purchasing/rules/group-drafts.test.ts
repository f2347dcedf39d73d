import { describe, expect, it } from 'vitest';
import { groupDrafts } from '#business/purchasing/rules/group-drafts.ts';
import type { ExceptionDraft } from '#core/canonical/exception.ts';

const draft = (lineNumber: number, differing: Partial<ExceptionDraft> = {}): ExceptionDraft => ({
  kind: 'price-difference',
  cause: ['po-1', String(lineNumber)],
  title: `Line ${lineNumber}.`,
  about: { purchaseOrderId: 'po-1', lineNumber, itemId: `I${lineNumber}` },
  evidence: [{ what: 'price', expected: '12', received: '13' }],
  atStake: { amount: '1.5', currency: 'EUR' },
  ...differing,
});
const drafts = (count: number, differing: Partial<ExceptionDraft> = {}) =>
  Array.from({ length: count }, (_, n) => draft(n + 1, differing));
const grouped = (all: readonly ExceptionDraft[]) => groupDrafts(all, ['po-1', 'all'], 'PO-71');

describe('exceptions of one document', () => {
  it('[S11] eight are asked one by one', () => {
    expect(grouped(drafts(8))).toEqual(drafts(8));
  });

  it('[S11] nine are one question a kind, with every line as its evidence and the sum at stake', () => {
    const late = draft(9, { kind: 'short-or-backorder', evidence: [{ what: 'quantity', received: '5' }] });
    expect(grouped([...drafts(8), late])).toEqual([
      {
        kind: 'price-difference',
        cause: ['po-1', 'all'],
        title: '8 lines of PO-71: price difference.',
        about: { purchaseOrderId: 'po-1' },
        evidence: drafts(8).map((_, n) => ({
          what: `line ${n + 1} I${n + 1} price`,
          expected: '12',
          received: '13',
        })),
        atStake: { amount: '12', currency: 'EUR' },
      },
      {
        kind: 'short-or-backorder',
        cause: ['po-1', 'all'],
        title: '1 lines of PO-71: short or backorder.',
        about: { purchaseOrderId: 'po-1' },
        evidence: [{ what: 'line 9 I9 quantity', received: '5' }],
        atStake: { amount: '1.5', currency: 'EUR' },
      },
    ]);
  });

  it('[S11] what is worth nothing that could be said adds nothing', () => {
    const { atStake: _none, ...worthless } = draft(1);
    const nine = Array.from({ length: 9 }, () => worthless);
    expect(grouped(nine)[0]).not.toHaveProperty('atStake');
    expect(grouped([...drafts(8), worthless])[0]?.atStake?.amount).toBe('12');
  });

  it('[S11] fifty rows are kept, each as far as it fits', () => {
    const row = { what: 'x'.repeat(80), received: '1' };
    const { evidence } = grouped(drafts(60, { evidence: [row] }))[0] ?? { evidence: [] };
    expect(evidence).toHaveLength(50);
    expect(evidence[0]?.what).toBe(`line 1 I1 ${'x'.repeat(70)}`);
  });

  it('[S11] what is about no line names none', () => {
    const nine = drafts(9, { about: { purchaseOrderId: 'po-1' } });
    expect(grouped(nine)[0]?.evidence[0]?.what).toBe('line   price');
  });
});
