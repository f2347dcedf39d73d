import { describe, expect, it } from 'vitest';
import {
  type AnswerPart,
  amountsOf,
  type LineAnswer,
  meaningOf,
} from '#business/purchasing/rules/line-answer.ts';
import type { LineMeaning } from '#business/purchasing/rules/line-codes.ts';
import { decimalText, micros } from '#core/kernel/decimal.ts';

const ordered = {
  ordered: micros('480'),
  price: { amount: micros('12.5'), per: micros('100') },
  requestedDate: '2026-12-07',
};

type Said = readonly [meaning: LineMeaning | undefined, quantity?: string];
const partOf = ([meaning, quantity]: Said): AnswerPart => ({
  meaning,
  code: undefined,
  quantity: quantity === undefined ? undefined : micros(quantity),
  deliveryDate: undefined,
  substituteItemId: undefined,
});
const answerOf = (said: readonly Said[], differing: Partial<LineAnswer>): LineAnswer => ({
  whole: 'listed-only',
  parts: said.map(partOf),
  backordered: 0n,
  prices: [],
  otherCurrency: false,
  ...differing,
});

describe('what a confirmation means', () => {
  it.each<readonly [LineMeaning | undefined, LineAnswer['whole'], LineMeaning]>([
    ['accept', 'reject', 'reject'],
    [undefined, 'reject', 'reject'],
    ['price', 'accept', 'price'],
    [undefined, 'accept', 'accept'],
    [undefined, 'hold', 'hold'],
    ['accept', 'hold', 'accept'],
    [undefined, 'listed-only', 'compare'],
    [undefined, 'accept-unlisted', 'compare'],
  ])('[S11] %s in an answer that says %s: %s', (meaning, whole, expected) => {
    const said = [[meaning, '480'] as const];
    expect(meaningOf(partOf([meaning, '480']), answerOf(said, { whole }))).toBe(expected);
  });
});

describe('how much of 480 is confirmed, comes later, is on hold, is rejected', () => {
  const later = (value: string) => ({ backordered: micros(value) });
  it.each<readonly [string, readonly Said[], Partial<LineAnswer>, readonly string[]]>([
    ['all is confirmed', [['accept', '480']], {}, ['480', '0', '0', '0']],
    [
      'each kind by itself',
      [
        ['accept', '100'],
        ['backorder', '90'],
        ['hold', '80'],
        ['reject', '70'],
      ],
      {},
      ['100', '90', '80', '70'],
    ],
    [
      'of one kind together',
      [
        ['accept', '100'],
        ['price', '90'],
      ],
      {},
      ['190', '0', '0', '0'],
    ],
    ['no quantity is all of it', [['accept']], {}, ['480', '0', '0', '0']],
    [
      'no quantity is what the others leave',
      [['accept'], ['backorder', '90'], ['hold', '80'], ['reject', '70']],
      {},
      ['240', '90', '80', '70'],
    ],
    ['nothing is left', [['accept'], ['reject', '500']], {}, ['0', '0', '0', '500']],
    ['of two without quantity the gravest gets it', [['accept'], ['reject']], {}, ['0', '0', '0', '480']],
    ['on hold is graver than later', [['backorder'], ['hold']], {}, ['0', '0', '480', '0']],
    ['later is graver than now', [['accept'], ['backorder']], {}, ['0', '480', '0', '0']],
    ['a part, and so the rest comes later', [['partial', '400']], {}, ['400', '80', '0', '0']],
    [
      'a part beside a hold and a rejection',
      [
        ['partial', '300'],
        ['hold', '80'],
        ['reject', '70'],
      ],
      {},
      ['300', '30', '80', '70'],
    ],
    [
      'a part, and more than the rest comes later',
      [['partial', '400']],
      later('100'),
      ['400', '100', '0', '0'],
    ],
    ['a part that is more than all', [['partial', '500']], {}, ['500', '0', '0', '0']],
    ['later, said beside it', [['compare', '400']], later('80'), ['400', '80', '0', '0']],
    ['later, said beside no quantity', [['compare']], later('80'), ['400', '80', '0', '0']],
    ['later, and nothing else said', [], later('80'), ['0', '80', '0', '0']],
    [
      'later beside a refusal of all is nothing to count on',
      [['reject', '400']],
      later('80'),
      ['0', '0', '0', '400'],
    ],
    [
      'later beside a refusal of a part',
      [
        ['reject', '100'],
        ['compare', '300'],
      ],
      later('80'),
      ['300', '80', '0', '100'],
    ],
  ])('[S11] %s', (_, said, differing, expected) => {
    const { confirmed, backordered, held, rejected } = amountsOf(ordered, answerOf(said, differing));
    expect([confirmed, backordered, held, rejected].map(decimalText)).toEqual(expected);
  });
});
