import { describe, expect, it } from 'vitest';
import type { JudgedLine } from '#business/purchasing/rules/judge-answer.ts';
import { consequencesOf, type Judged } from '#business/purchasing/rules/judgement-consequences.ts';
import type { LineOutcome, OrderChangeRecord } from '#core/canonical/order-ledger.ts';
import { micros } from '#core/kernel/decimal.ts';
import { anAcknowledgedLine, anAcknowledgement } from '#test/builders/an-acknowledgement.ts';
import { anOrderChange } from '#test/builders/an-order-change.ts';
import { anOrderLedger } from '#test/builders/an-order-ledger.ts';
import { aLedgerLine, shipped } from './ledger-line.ts';

type Outcomes = readonly [LineOutcome, ...LineOutcome[]];
const lines = [aLedgerLine(1), aLedgerLine(2), aLedgerLine(3, shipped(['100'], ['50']))];
const answered = (number: number, outcomes: Outcomes): JudgedLine => ({
  line: lines[number - 1] ?? aLedgerLine(number),
  ordered: { ordered: 1n, price: { amount: 1n, per: 1n }, requestedDate: '2026-12-07' },
  comparison: {
    outcomes,
    quantity: micros('480'),
    backordered: 0n,
    price: undefined,
    deliveryDate: undefined,
    substituteItemId: undefined,
    because: [],
  },
});
const stranger = anAcknowledgedLine({ lineNumber: '9' });

interface Case {
  readonly said: Readonly<Record<number, Outcomes>>;
  readonly listed?: readonly number[];
  readonly change?: OrderChangeRecord['lines'];
  readonly answerCode?: string;
}
function consequences(about: Judged['about'], { said, listed = [], change, answerCode = 'AC' }: Case) {
  const result = consequencesOf({
    ledger: { body: anOrderLedger({ lines }) },
    document: { id: 'pd-1' },
    answer: anAcknowledgement({ answerCode }),
    judgement: {
      answered: Object.entries(said).map(([number, outcomes]) => answered(Number(number), outcomes)),
      unanswered: [],
      listed: new Set(listed),
      strangers: [stranger],
    },
    about,
    change: change && anOrderChange({ lines: change }),
  });
  expect(result.strangers).toEqual([stranger]);
  return {
    counts: result.answered.map(({ line, comparison }) => [line.lineNumber, ...comparison.outcomes]),
    refusals: result.refusals,
    settles: result.settlesChange,
  };
}

const quantity = (lineNumber: number) =>
  ({
    lineNumber,
    itemId: `I${lineNumber}`,
    action: 'change',
    quantity: { value: '8', unit: 'XCS' },
  }) as const;
const cancel = (lineNumber: number) => ({ lineNumber, itemId: `I${lineNumber}`, action: 'cancel' }) as const;

describe('an answer to the order', () => {
  it('[S12] counts for every line, and settles no change', () => {
    const said: Case['said'] = { 1: ['accepted'], 2: ['contradicts', 'held'] };
    const expected = {
      counts: [
        [1, 'accepted'],
        [2, 'contradicts', 'held'],
      ],
      refusals: [],
      settles: false,
    };
    expect(consequences('of-order', { said, change: [quantity(1)] })).toEqual(expected);
    expect(consequences('of-change', { said })).toEqual(expected);
  });
});

describe('an answer to a change', () => {
  it.each<readonly [string, Case, readonly unknown[], boolean]>([
    [
      'settles it where every line is answered',
      { said: { 1: ['accepted'], 2: ['price'] }, change: [quantity(1), quantity(2)] },
      [
        [1, 'accepted'],
        [2, 'price'],
      ],
      true,
    ],
    [
      'does not settle it where one is missing',
      { said: { 1: ['accepted'] }, change: [quantity(1), quantity(2)] },
      [[1, 'accepted']],
      false,
    ],
    [
      'does not settle it where one is on hold',
      { said: { 1: ['accepted'], 2: ['quantity', 'held'] }, change: [quantity(1), quantity(2)] },
      [
        [1, 'accepted'],
        [2, 'quantity', 'held'],
      ],
      false,
    ],
    [
      'does not settle it where one is unanswered',
      { said: { 1: ['unanswered'] }, change: [quantity(1)] },
      [[1, 'unanswered']],
      false,
    ],
    [
      'needs no word about a line that goes',
      { said: { 1: ['accepted'] }, change: [quantity(1), cancel(2)] },
      [[1, 'accepted']],
      true,
    ],
    [
      'says nothing of lines neither changed nor listed',
      { said: { 1: ['accepted'], 2: ['price'] }, change: [quantity(1)] },
      [[1, 'accepted']],
      true,
    ],
    [
      'counts for lines that are listed beside',
      { said: { 1: ['accepted'], 2: ['price'] }, listed: [2], change: [quantity(1)] },
      [
        [1, 'accepted'],
        [2, 'price'],
      ],
      true,
    ],
    [
      'rejects a line that was not changed',
      { said: { 1: ['accepted'], 2: ['rejected'] }, listed: [2], change: [quantity(1)] },
      [
        [1, 'accepted'],
        [2, 'rejected'],
      ],
      true,
    ],
  ])('[S12] %s', (_, given, counts, settles) => {
    expect(consequences('of-change', given)).toEqual({ counts, refusals: [], settles });
  });

  const refused = (...numbers: readonly number[]) => [
    {
      kind: 'change-not-possible',
      cause: ['po-1', 'oc-1'],
      title: 'The supplier refuses change 1 of PO-71: with it the order stands as it was.',
      about: {
        supplierId: 'S1',
        partnerId: 'acme',
        purchaseOrderId: 'po-1',
        orderNumber: 'PO-71',
        orderChangeId: 'oc-1',
        partnerDocumentId: 'pd-1',
      },
      evidence: numbers.map((number) => ({
        what: `Line ${number} (I${number})`,
        expected: 'change quantity 8 XCS',
        received: 'refused',
      })),
    },
  ];

  it('[S12] that refuses a line leaves it as it was, and tells the buyer', () => {
    const said: Case['said'] = { 1: ['rejected'], 2: ['accepted'] };
    expect(consequences('of-change', { said, change: [quantity(1), quantity(2)] })).toEqual({
      counts: [[2, 'accepted']],
      refusals: refused(1),
      settles: true,
    });
    const contradicting: Case = { said: { 1: ['contradicts', 'rejected'] }, change: [quantity(1)] };
    expect(consequences('of-change', contradicting)).toEqual({
      counts: [],
      refusals: refused(1),
      settles: true,
    });
  });

  it('[S12] that refuses the whole refuses every line of it, listed or not', () => {
    const given: Case = { said: { 1: ['accepted'] }, change: [quantity(1), quantity(2)], answerCode: 'RD' };
    expect(consequences('of-change', given)).toEqual({ counts: [], refusals: refused(1, 2), settles: true });
  });
});

describe('a wish of the supplier', () => {
  it('[S12] is about the lines it lists, whatever its codes claim', () => {
    const said: Case['said'] = { 1: ['contradicts', 'quantity', 'held'], 2: ['price'] };
    expect(consequences('of-wish', { said, listed: [1] })).toEqual({
      counts: [[1, 'quantity']],
      refusals: [],
      settles: false,
    });
  });

  it('[S12] that wants nothing is none', () => {
    const said: Case['said'] = { 1: ['contradicts', 'held'], 3: ['accepted'] };
    expect(consequences('of-wish', { said, listed: [1, 3] })).toMatchObject({
      counts: [[1, 'accepted']],
      refusals: [],
    });
  });

  it('[S12] comes too late for goods on their way', () => {
    const said: Case['said'] = { 1: ['price'], 3: ['quantity'] };
    expect(consequences('of-wish', { said, listed: [1, 3] })).toEqual({
      counts: [[1, 'price']],
      refusals: [
        {
          kind: 'change-not-possible',
          cause: ['po-1', '3'],
          title: 'PO-71 was changed after its goods were shipped: the supplier is not asked.',
          about: { supplierId: 'S1', partnerId: 'acme', purchaseOrderId: 'po-1', orderNumber: 'PO-71' },
          evidence: [{ what: 'Line 3 (I3)', expected: 'change', received: 'shipped 100 + 50' }],
        },
      ],
      settles: false,
    });
  });
});
