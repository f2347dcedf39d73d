import { describe, expect, it } from 'vitest';
import { answeredLedger, priceInWords, promisedFor } from '#business/purchasing/rules/answered-ledger.ts';
import type { Comparison } from '#business/purchasing/rules/compare-line.ts';
import type { JudgedLine } from '#business/purchasing/rules/judge-answer.ts';
import type { LedgerLine, LineOutcome, OrderLedger } from '#core/canonical/order-ledger.ts';
import { micros } from '#core/kernel/decimal.ts';
import { anOrderLedger } from '#test/builders/an-order-ledger.ts';
import { aLedgerLine, answered } from './ledger-line.ts';

const based = (amount: string, per: string) => ({ amount: micros(amount), per: micros(per) });

/** All of the line under these outcomes. */
const judged = (
  line: LedgerLine,
  outcomes: readonly [LineOutcome, ...LineOutcome[]],
  differing: Partial<Comparison> = {},
): JudgedLine => ({
  line,
  ordered: { ordered: micros('480'), price: based('12.5', '100'), requestedDate: line.requestedDate },
  comparison: {
    outcomes,
    quantity: micros('480'),
    backordered: 0n,
    price: undefined,
    deliveryDate: undefined,
    substituteItemId: undefined,
    because: [],
    ...differing,
  },
});

const document = { documentId: 'pd-9', ordinal: '9', at: '2026-11-23T09:00:00.000Z', dueAt: undefined };

describe('the answer to an order as a whole', () => {
  type Said = readonly [LineOutcome, ...LineOutcome[]] | 'nothing' | 'cancelled';
  const stateOf = (said: readonly Said[], differing: Partial<OrderLedger> = {}) => {
    const lines = said.map((one, n) => aLedgerLine(n + 1, { cancelled: one === 'cancelled' }));
    const all = lines.flatMap((line, n) => {
      const one = said[n];
      return one === undefined || typeof one === 'string' ? [] : [judged(line, one)];
    });
    return answeredLedger(anOrderLedger({ lines, ...differing }), all, document).answer.state;
  };

  it.each<readonly [readonly Said[], string]>([
    [[['accepted'], ['accepted']], 'accepted'],
    [[['accepted'], 'cancelled'], 'accepted'],
    [[['accepted'], ['price']], 'differs'],
    [[['accepted'], ['rejected']], 'differs'],
    [[['rejected'], ['rejected']], 'rejected'],
    [[['rejected'], 'cancelled'], 'rejected'],
    [[['accepted'], 'nothing'], 'awaiting'],
    [[['accepted'], ['held']], 'held'],
    [[['quantity', 'held'], ['accepted']], 'held'],
    [[['held'], 'nothing'], 'awaiting'],
    [[['contradicts', 'rejected']], 'differs'],
  ])('[S6] of lines %j is %s', (said, state) => {
    expect(stateOf(said)).toBe(state);
  });

  it('[S12] is awaited as long as a change is unanswered, whatever was said of the lines', () => {
    expect(stateOf([['accepted']], { change: { sequence: 1, unanswered: 'oc-1' } })).toBe('awaiting');
  });

  const clock = { dueAt: '2026-11-24T08:00:00.000Z', overdueSince: '2026-11-24T08:01:00.000Z' };
  const running = (outcome: LineOutcome | 'nothing', dueAt?: string, before: object = clock) => {
    const [line, other] = [aLedgerLine(1), aLedgerLine(2)];
    const ledger = anOrderLedger({ lines: [line, other], answer: { state: 'awaiting', ...before } });
    const all = [judged(line, ['accepted']), ...(outcome === 'nothing' ? [] : [judged(other, [outcome])])];
    return answeredLedger(ledger, all, { ...document, dueAt }).answer;
  };
  const said = { documentId: 'pd-9', ordinal: '9', answeredAt: '2026-11-23T09:00:00.000Z' };

  it('[S4] its clock runs on while a line is unanswered or held, and stops with the last answer', () => {
    expect(running('nothing')).toEqual({ state: 'awaiting', ...said, ...clock });
    expect(running('held')).toEqual({ state: 'held', ...said, ...clock });
    expect(running('accepted')).toEqual({ state: 'accepted', ...said });
    expect(running('date')).toEqual({ state: 'differs', ...said });
  });

  it('[S4] a clock that never ran starts with what is left open', () => {
    const dueAt = '2026-11-25T08:00:00.000Z';
    expect(running('nothing', dueAt, {})).toEqual({ state: 'awaiting', ...said, dueAt });
    expect(running('nothing', dueAt)).toEqual({ state: 'awaiting', ...said, ...clock });
    expect(running('accepted', dueAt, {})).toEqual({ state: 'accepted', ...said });
    expect(running('held', undefined, {})).toEqual({ state: 'held', ...said });
  });
});

describe('what is kept of an answer to a line', () => {
  const lineAfter = (line: LedgerLine, one: JudgedLine) =>
    answeredLedger(anOrderLedger({ lines: [line] }), [one], document).lines[0];

  it('[S6] its quantity in the unit of the order, its price, day and item', () => {
    const line = aLedgerLine();
    const differing = {
      quantity: micros('360'),
      price: based('13', '100'),
      deliveryDate: '2026-12-20',
      substituteItemId: 'I9',
    };
    expect(lineAfter(line, judged(line, ['substituted', 'date'], differing))?.answer).toEqual({
      documentId: 'pd-9',
      outcomes: ['substituted', 'date'],
      quantity: '7.5',
      price: { amount: '13', currency: 'EUR', per: { value: '100', unit: 'EA' } },
      deliveryDate: '2026-12-20',
      substituteItemId: 'I9',
    });
  });

  it('[S6] a line of nothing is answered in pieces', () => {
    const line = aLedgerLine(1, { baseQuantity: { value: '0', unit: 'EA' } });
    expect(lineAfter(line, judged(line, ['quantity']))?.answer?.quantity).toBe('480');
  });

  it('[S8] what is accepted is promised for its day, else for the day asked for; the first promise stays', () => {
    const line = aLedgerLine();
    const [first, last] = ['firstPromisedDate', 'lastPromisedDate'];
    const on = { deliveryDate: '2026-12-09' };
    expect(lineAfter(line, judged(line, ['accepted'], on))).toMatchObject({
      [first]: '2026-12-09',
      [last]: '2026-12-09',
    });
    expect(lineAfter(line, judged(line, ['accepted']))).toMatchObject({
      [first]: '2026-12-07',
      [last]: '2026-12-07',
    });
    const promised = aLedgerLine(1, { firstPromisedDate: '2026-12-05', lastPromisedDate: '2026-12-05' });
    expect(lineAfter(promised, judged(promised, ['accepted'], on))).toMatchObject({
      [first]: '2026-12-05',
      [last]: '2026-12-09',
    });
    expect(promisedFor(promised, '2026-12-11')).toEqual({ [first]: '2026-12-05', [last]: '2026-12-11' });
  });

  it('[S8] what is not accepted promises nothing', () => {
    const line = aLedgerLine();
    expect(
      lineAfter(line, judged(line, ['date'], { deliveryDate: '2026-12-20' }))?.lastPromisedDate,
    ).toBeUndefined();
  });

  it('[S6] a cancelled line, and one that was not spoken of, stay as they were', () => {
    const cancelled = aLedgerLine(1, { ...answered(['rejected']), cancelled: true });
    expect(lineAfter(cancelled, judged(cancelled, ['accepted']))).toEqual(cancelled);
    const other = aLedgerLine(2);
    expect(lineAfter(aLedgerLine(1), judged(other, ['accepted']))).toEqual(aLedgerLine(1));
  });
});

describe('a price per base units, in words', () => {
  const perCase = { amount: '6', currency: 'EUR', per: { value: '1', unit: 'XCS' } } as const;
  const words = (amount: string, per: string, line: Partial<LedgerLine> = {}) => {
    const price = priceInWords(based(amount, per), aLedgerLine(1, line), 'EUR');
    return `${price.amount} ${price.currency} per ${price.per.value} ${price.per.unit}`;
  };

  it.each<readonly [string, string, Partial<LedgerLine>, string]>([
    ['0.13', '1', {}, '13 EUR per 100 EA'],
    ['13', '100', {}, '13 EUR per 100 EA'],
    ['1', '3', {}, '1 EUR per 3 EA'],
    ['0.13', '1', { price: perCase }, '6.24 EUR per 1 XCS'],
    ['13', '100', { price: perCase }, '6.24 EUR per 1 XCS'],
    ['1', '7', { price: perCase }, '1 EUR per 7 EA'],
    ['13', '100', { price: perCase, quantity: { value: '0', unit: 'XCS' } }, '13 EUR per 100 EA'],
    ['13', '100', { price: perCase, baseQuantity: { value: '0', unit: 'EA' } }, '13 EUR per 100 EA'],
  ])('[S6] %s per %s pieces on the basis of %j: %s', (amount, per, line, expected) => {
    expect(words(amount, per, line)).toBe(expected);
  });
});
