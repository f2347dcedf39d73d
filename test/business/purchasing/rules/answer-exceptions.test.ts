import { describe, expect, it } from 'vitest';
import { answerExceptions, answerKinds, lineCause } from '#business/purchasing/rules/answer-exceptions.ts';
import type { Comparison } from '#business/purchasing/rules/compare-line.ts';
import type { LineOutcome } from '#core/canonical/order-ledger.ts';
import { micros } from '#core/kernel/decimal.ts';
import { anOrderLedger } from '#test/builders/an-order-ledger.ts';
import { aLedgerLine } from './ledger-line.ts';

const line = aLedgerLine();

/** What is told of line 1, 480 pieces for 60 EUR. */
function told(
  outcomes: readonly [LineOutcome, ...LineOutcome[]],
  differing: Partial<Comparison> = {},
  isProposal = false,
) {
  const comparison: Comparison = {
    outcomes,
    quantity: micros('480'),
    backordered: 0n,
    price: undefined,
    deliveryDate: undefined,
    substituteItemId: undefined,
    because: [],
    ...differing,
  };
  const price = { amount: micros('12.5'), per: micros('100') };
  const ordered = { ordered: micros('480'), price, requestedDate: '2026-12-07' };
  return answerExceptions(anOrderLedger(), [{ line, ordered, comparison }], {
    partnerDocumentId: 'pd-1',
    isProposal,
  });
}
const kinds = (...all: Parameters<typeof told>) => told(...all).map(({ kind }) => kind);
const worth = (amount: string) => ({ amount, currency: 'EUR' });

describe('what an answer asks a buyer', () => {
  it.each<readonly [readonly [LineOutcome, ...LineOutcome[]], readonly string[]]>([
    [['accepted'], []],
    [['held'], []],
    [['unanswered'], []],
    [['rejected'], ['line-rejected']],
    [
      ['substituted', 'price'],
      ['substitution', 'price-difference'],
    ],
    [
      ['quantity', 'backordered', 'date'],
      ['short-or-backorder', 'date-slip'],
    ],
    [['contradicts', 'quantity', 'price'], ['answer-contradicts']],
    [['price', 'held'], ['price-difference']],
  ])('[S6] %j: %j', (outcomes, expected) => {
    expect(kinds(outcomes)).toEqual(expected);
  });

  it('[S12] a wish is one question, and one that wants nothing else is none', () => {
    expect(kinds(['quantity', 'price'], {}, true)).toEqual(['supplier-proposes-change']);
    expect(kinds(['accepted'], {}, true)).toEqual([]);
  });

  it('[S6] says which line of which order it is about, and is found again by a newer answer', () => {
    expect(told(['rejected'])).toEqual([
      {
        kind: 'line-rejected',
        cause: ['po-1', '1'],
        title: 'Line 1 (I1) of PO-71: the supplier rejects it.',
        about: {
          supplierId: 'S1',
          partnerId: 'acme',
          purchaseOrderId: 'po-1',
          orderNumber: 'PO-71',
          lineNumber: 1,
          itemId: 'I1',
          partnerDocumentId: 'pd-1',
        },
        evidence: [{ what: 'line', expected: 'accepted', received: 'rejected' }],
        atStake: worth('60'),
      },
    ]);
    expect(lineCause('po-2', 7)).toEqual(['po-2', '7']);
  });

  it('[S6] of a ledger without a partner it names none', () => {
    const { partnerId: _none, ...ledger } = anOrderLedger();
    const price = { amount: 1n, per: 1n };
    const ordered = { ordered: 1n, price, requestedDate: '2026-12-07' };
    const comparison = {
      outcomes: ['rejected'] as const,
      quantity: 0n,
      backordered: 0n,
      price: undefined,
      deliveryDate: undefined,
      substituteItemId: undefined,
      because: [],
    };
    const [draft] = answerExceptions(ledger, [{ line, ordered, comparison }], {
      partnerDocumentId: 'pd-1',
      isProposal: false,
    });
    expect(draft?.about).not.toHaveProperty('partnerId');
  });

  it('[S6] every kind it can ask is one of a list', () => {
    expect([...answerKinds].sort()).toEqual([
      'answer-contradicts',
      'date-slip',
      'line-rejected',
      'price-difference',
      'short-or-backorder',
      'substitution',
    ]);
  });
});

describe('both sides, and what is at stake', () => {
  it.each<readonly [string, Parameters<typeof told>, string, object, readonly object[]]>([
    [
      'less comes',
      [['quantity'], { quantity: micros('400') }],
      'the supplier confirms another quantity',
      worth('10'),
      [{ what: 'quantity', expected: '480 pieces', received: '400 pieces' }],
    ],
    [
      'more comes',
      [['quantity'], { quantity: micros('560') }],
      'the supplier confirms another quantity',
      worth('10'),
      [{ what: 'quantity', expected: '480 pieces', received: '560 pieces' }],
    ],
    [
      'some comes later',
      [['backordered'], { backordered: micros('160') }],
      'the supplier confirms another quantity',
      worth('20'),
      [
        { what: 'quantity', expected: '480 pieces', received: '320 pieces' },
        { what: 'comes later', received: '160 pieces' },
      ],
    ],
    [
      'less comes, and some of it later',
      [['quantity', 'backordered'], { quantity: micros('400'), backordered: micros('80') }],
      'the supplier confirms another quantity',
      worth('20'),
      [
        { what: 'quantity', expected: '480 pieces', received: '320 pieces' },
        { what: 'comes later', received: '80 pieces' },
      ],
    ],
    [
      'it costs more',
      [['price'], { price: { amount: micros('0.13'), per: micros('1') } }],
      'the supplier confirms another price',
      worth('60'),
      [{ what: 'price', expected: '12.5 EUR for 100 pieces', received: '13 EUR for 100 pieces' }],
    ],
    [
      'it costs other money',
      [['price']],
      'the supplier confirms another price',
      worth('60'),
      [{ what: 'price', expected: '12.5 EUR for 100 pieces', received: 'in another currency' }],
    ],
    [
      'it comes on another day',
      [['date'], { deliveryDate: '2026-12-20' }],
      'the supplier confirms another date',
      worth('60'),
      [{ what: 'delivery', expected: '2026-12-07', received: '2026-12-20' }],
    ],
    [
      'it comes on no day',
      [['date']],
      'the supplier confirms another date',
      worth('60'),
      [{ what: 'delivery', expected: '2026-12-07', received: 'not stated' }],
    ],
    [
      'another item comes',
      [['substituted'], { substituteItemId: 'I9' }],
      'the supplier offers another item',
      worth('60'),
      [{ what: 'item', expected: 'I1', received: 'I9' }],
    ],
    [
      'another item comes, unnamed',
      [['substituted']],
      'the supplier offers another item',
      worth('60'),
      [{ what: 'item', expected: 'I1', received: 'not named' }],
    ],
    [
      'codes contradict: all that differs',
      [
        ['contradicts', 'quantity', 'date'],
        { quantity: micros('400'), deliveryDate: '2026-12-20', because: ['IA accepts, yet differs.'] },
      ],
      'code and data of the answer contradict each other',
      worth('60'),
      [
        { what: 'contradiction', received: 'IA accepts, yet differs.' },
        { what: 'quantity', expected: '480 pieces', received: '400 pieces' },
        { what: 'delivery', expected: '2026-12-07', received: '2026-12-20' },
      ],
    ],
    [
      'codes contradict, at length',
      [['contradicts'], { because: ['x'.repeat(400)] }],
      'code and data of the answer contradict each other',
      worth('60'),
      [{ what: 'contradiction', received: 'x'.repeat(300) }],
    ],
    [
      'a wish: all that differs',
      [['rejected'], {}, true],
      'the supplier proposes to change it',
      worth('60'),
      [{ what: 'line', expected: 'accepted', received: 'rejected' }],
    ],
  ])('[S6] %s', (_, answer, what, atStake, evidence) => {
    expect(told(...answer)).toMatchObject([{ title: `Line 1 (I1) of PO-71: ${what}.`, atStake, evidence }]);
  });
});
