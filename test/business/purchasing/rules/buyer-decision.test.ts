import { describe, expect, it } from 'vitest';
import { decisionOf } from '#business/purchasing/rules/buyer-decision.ts';
import type { ExceptionAction, ExceptionKind } from '#core/canonical/exception.ts';
import type { LedgerLine } from '#core/canonical/order-ledger.ts';
import { anOrderLedger } from '#test/builders/an-order-ledger.ts';
import { aLedgerLine, answered, shipped } from './ledger-line.ts';

interface Asked {
  readonly action: ExceptionAction;
  readonly line?: number;
  readonly counter?: { quantity?: string; price?: string; requestedDate?: string };
}

function decided(kind: ExceptionKind, { action, line, counter }: Asked, ...lines: LedgerLine[]) {
  const { promises, ...decision } = decisionOf(anOrderLedger({ lines }), {
    id: 'ex-1',
    kind,
    owner: 'buyer',
    severity: 'medium',
    state: 'resolved',
    title: 'Something differs.',
    about: { purchaseOrderId: 'po-1', ...(line !== undefined && { lineNumber: line }) },
    evidence: [],
    actions: [],
    comments: [],
    reopened: 0,
    openedAt: '2026-11-23T08:00:00.000Z',
    dueAt: '2026-11-24T08:00:00.000Z',
    resolution: {
      action,
      by: 'ada',
      at: '2026-11-23T09:00:00.000Z',
      reason: 'As agreed.',
      ...(counter && { counter }),
    },
  });
  return { ...decision, promises: Object.fromEntries(promises) };
}

const accept = { action: 'accept' } as const;
const ofLine = (line: number) => ({ action: 'accept', line }) as const;
const nothing = { lines: [], promises: {}, posts: false, tells: false };
const posted = (lines: readonly object[], promises: object = {}) => ({
  lines,
  promises,
  posts: true,
  tells: false,
});
const cases = (value: string) => ({ value, unit: 'XCS' }) as const;
const price = (amount: string) => ({ amount, currency: 'EUR', per: { value: '100', unit: 'EA' } }) as const;
const changed = (lineNumber: number, differing: object) => ({
  lineNumber,
  itemId: `I${lineNumber}`,
  action: 'change',
  ...differing,
});
const cancelled = (lineNumber: number) => ({ lineNumber, itemId: `I${lineNumber}`, action: 'cancel' });

describe('to accept what the supplier answered', () => {
  const differing = answered(['quantity', 'price', 'date'], {
    quantity: '8',
    price: price('13'),
    deliveryDate: '2026-12-20',
  });
  it.each<readonly [ExceptionKind, object]>([
    ['short-or-backorder', posted([changed(1, { quantity: cases('8') })], { 1: '2026-12-20' })],
    ['price-difference', posted([changed(1, { price: price('13') })])],
    ['date-slip', { ...nothing, promises: { 1: '2026-12-20' } }],
    [
      'supplier-proposes-change',
      posted([changed(1, { quantity: cases('8'), price: price('13') })], { 1: '2026-12-20' }),
    ],
    [
      'answer-contradicts',
      posted([changed(1, { quantity: cases('8'), price: price('13') })], { 1: '2026-12-20' }),
    ],
    ['line-rejected', nothing],
    ['answer-overdue', nothing],
  ])('[S6] of a line that differs in all, %s takes its own part', (kind, expected) => {
    expect(decided(kind, ofLine(1), aLedgerLine(1, differing), aLedgerLine(2, differing))).toEqual(expected);
  });

  it.each<readonly [string, ExceptionKind, Partial<LedgerLine>]>([
    ['a quantity it did not say', 'short-or-backorder', answered(['quantity'])],
    ['a price it did not say', 'price-difference', answered(['price'], { quantity: '8' })],
    ['a quantity that is no difference', 'short-or-backorder', answered(['price'], { quantity: '8' })],
    ['a price that is no difference', 'price-difference', answered(['quantity'], { price: price('13') })],
    ['an item it did not name', 'substitution', answered(['substituted'], { quantity: '8' })],
    ['nothing', 'short-or-backorder', {}],
    ['no day', 'date-slip', answered(['date'])],
    ['nothing of a substitute', 'substitution', {}],
  ])('[S6] %s changes nothing', (_, kind, differs) => {
    expect(decided(kind, ofLine(1), aLedgerLine(1, differs))).toEqual(nothing);
  });

  it('[S6] a line that was cancelled meanwhile stays cancelled', () => {
    const line = aLedgerLine(1, { ...differing, cancelled: true });
    expect(decided('short-or-backorder', ofLine(1), line)).toEqual(nothing);
  });

  it('[S6] a rejection among contradicting codes takes the line off', () => {
    const line = aLedgerLine(1, answered(['contradicts', 'rejected']));
    expect(decided('answer-contradicts', ofLine(1), line)).toEqual(posted([cancelled(1)]));
  });

  it('[S6] substitutes come on lines of their own, after the last, with what was said of them', () => {
    const offered = { substituteItemId: 'I8', quantity: '9', price: price('11'), deliveryDate: '2026-12-09' };
    const lines = [
      aLedgerLine(1, answered(['substituted'], offered)),
      aLedgerLine(7, answered(['substituted'], { substituteItemId: 'I9' })),
      aLedgerLine(3, answered(['accepted'])),
    ];
    const [first, second] = [
      {
        ...changed(8, {}),
        action: 'add',
        itemId: 'I8',
        quantity: cases('9'),
        price: price('11'),
        requestedDate: '2026-12-09',
      },
      {
        ...changed(9, {}),
        action: 'add',
        itemId: 'I9',
        quantity: cases('10'),
        price: price('12.5'),
        requestedDate: '2026-12-07',
      },
    ] as const;
    expect(decided('substitution', accept, ...lines)).toEqual(
      posted([cancelled(1), first, cancelled(7), second], { 1: '2026-12-09' }),
    );
  });
});

describe('a question about several lines', () => {
  const lines = [
    aLedgerLine(1, answered(['quantity', 'price'], { quantity: '8', price: price('13') })),
    aLedgerLine(2, answered(['price'], { price: price('14') })),
    aLedgerLine(3, answered(['accepted'], { quantity: '9', price: price('15') })),
    aLedgerLine(4, answered(['held'])),
    aLedgerLine(5, answered(['rejected'])),
    aLedgerLine(6),
    aLedgerLine(7, { ...answered(['price'], { price: price('16') }), cancelled: true }),
  ];
  it.each<readonly [ExceptionKind, readonly number[]]>([
    ['price-difference', [1, 2]],
    ['short-or-backorder', [1]],
    ['line-rejected', [5]],
    ['supplier-proposes-change', [1, 2, 4, 5]],
    ['answer-overdue', [4, 6]],
    ['date-slip', []],
  ])('[S6] %s is about lines %j', (kind, numbers) => {
    expect(decided(kind, { action: 'cancel-line' }, ...lines).lines).toEqual(numbers.map(cancelled));
  });

  it('[S6] each takes the part that is asked about', () => {
    const expected = [changed(1, { price: price('13') }), changed(2, { price: price('14') })];
    expect(decided('price-difference', accept, ...lines)).toEqual(posted(expected));
  });

  it('[S12] to cancel them is told unless the supplier rejected every one', () => {
    const cancel = { action: 'cancel-line' } as const;
    const [rejected, other, silent] = [
      aLedgerLine(1, answered(['rejected'])),
      aLedgerLine(2, answered(['price'])),
      aLedgerLine(3),
    ];
    const tells = (...those: LedgerLine[]) =>
      decided('answer-overdue', { ...cancel, line: 3 }, ...those).tells;
    expect(tells(silent)).toBe(true);
    expect(decided('supplier-proposes-change', cancel, rejected).tells).toBe(false);
    expect(decided('supplier-proposes-change', cancel, rejected, other).tells).toBe(true);
  });
});

describe('to accept what was shipped', () => {
  it('[S13] the order becomes all that was shipped, in its unit where that says it exactly', () => {
    const exact = aLedgerLine(1, shipped(['240'], ['120']));
    const inexact = aLedgerLine(2, {
      ...shipped(['481']),
      quantity: cases('9'),
      baseQuantity: { value: '432', unit: 'EA' },
    } as const);
    const unshipped = aLedgerLine(3);
    expect(decided('ship-notice-differs', accept, exact, inexact, unshipped)).toEqual(
      posted([
        changed(1, { quantity: cases('7.5') }),
        changed(2, { quantity: { value: '481', unit: 'EA' } }),
      ]),
    );
  });

  it.each([
    [shipped(['240', '2026-12-09'], ['120', '2026-12-12'], ['120', '2026-12-10']), { 1: '2026-12-12' }],
    [shipped(['240'], ['120', '2026-12-12'], ['120']), { 1: '2026-12-12' }],
    [shipped(['240']), {}],
  ])('[S13] the last day any of it is expected is the promise: %j', (line, promises) => {
    expect(decided('ship-notice-late', accept, aLedgerLine(1, line))).toEqual({ ...nothing, promises });
  });
});

describe('to counter', () => {
  const line = aLedgerLine(1, answered(['price']));
  it.each([
    [{ quantity: '6' }, { quantity: cases('6') }],
    [{ quantity: '0' }, { quantity: cases('0') }],
    [{ price: '12.75' }, { price: price('12.75') }],
    [{ requestedDate: '2026-12-15' }, { requestedDate: '2026-12-15' }],
    [{ quantity: '-1', price: 'cheaper', requestedDate: '2026-12-15' }, { requestedDate: '2026-12-15' }],
  ])('[S12] with %j asks the supplier for it, and posts nothing yet', (counter, differing) => {
    expect(decided('price-difference', { action: 'counter', counter }, line, aLedgerLine(2))).toEqual({
      ...nothing,
      lines: [changed(1, differing)],
      tells: true,
    });
  });

  it.each([{}, undefined, { quantity: '-0.000001' }, { price: '' }])(
    '[S12] with %j asks for nothing',
    (counter) => {
      const asks = { action: 'counter', ...(counter && { counter }) } as const;
      expect(decided('price-difference', asks, line)).toEqual(nothing);
    },
  );
});

it.each<readonly [ExceptionKind, ExceptionAction]>([
  ['price-difference', 'close'],
  ['answer-overdue', 'extend'],
  ['receipt-differs', 'accept'],
  ['invoice-variance', 'cancel-line'],
])('[O3] %s decided by %s changes no order', (kind, action) => {
  const line = aLedgerLine(1, { ...answered(['price'], { price: price('13') }), ...shipped(['240']) });
  expect(decided(kind, { action, line: 1 }, line)).toEqual(nothing);
});
