import { describe, expect, it } from 'vitest';
import { type Comparison, compareLine } from '#business/purchasing/rules/compare-line.ts';
import type { AnswerPart, LineAnswer } from '#business/purchasing/rules/line-answer.ts';
import type { LineMeaning } from '#business/purchasing/rules/line-codes.ts';
import { decimalText, micros } from '#core/kernel/decimal.ts';
import { aPartnerAgreement } from '#test/builders/a-partner-agreement.ts';

const { tolerances } = aPartnerAgreement();
const based = (amount: string, per = '100') => ({ amount: micros(amount), per: micros(per) });
const line = { ordered: micros('480'), price: based('12.5'), requestedDate: '2026-12-07' };

/** One confirmation: what its code means, and how many pieces. */
const part = (
  meaning: LineMeaning | undefined,
  quantity: string | undefined = '480',
  differing: Partial<AnswerPart> = {},
): AnswerPart => ({
  meaning,
  code: meaning?.toUpperCase(),
  quantity: quantity === undefined ? undefined : micros(quantity),
  deliveryDate: undefined,
  substituteItemId: undefined,
  ...differing,
});

const compared = (parts: readonly AnswerPart[], differing: Partial<LineAnswer> = {}): Comparison =>
  compareLine(
    line,
    { whole: 'listed-only', parts, backordered: 0n, prices: [], otherCurrency: false, ...differing },
    tolerances,
  );

describe('what is taken of an answer', () => {
  it('[S11] what comes now and later is its quantity, and later is told apart', () => {
    const { quantity, backordered } = compared([part('accept', '300'), part('backorder', '100')]);
    expect([decimalText(quantity), decimalText(backordered)]).toEqual(['400', '100']);
  });

  it('[S11] what is on hold or rejected does not come: neither its day nor its item counts', () => {
    const apart = { deliveryDate: '2026-12-30', substituteItemId: 'I7' };
    const comes = { deliveryDate: '2026-12-08', substituteItemId: 'I9' };
    for (const meaning of ['reject', 'hold'] as const) {
      const said = compared([part(meaning, '80', apart), part('compare', '400', comes)]);
      expect([said.deliveryDate, said.substituteItemId]).toEqual(['2026-12-08', 'I9']);
    }
  });

  it('[S11] of several days it is the last, of several items always the same', () => {
    const on = (deliveryDate: string, substituteItemId: string) =>
      part('compare', '160', { deliveryDate, substituteItemId });
    const parts = [on('2026-12-08', 'I8'), on('2026-12-09', 'I7'), on('2026-12-07', 'I9')];
    for (const those of [parts, parts.toReversed()]) {
      const { deliveryDate, substituteItemId } = compared(those);
      expect([deliveryDate, substituteItemId]).toEqual(['2026-12-09', 'I7']);
    }
  });

  it.each([
    [['12.5/100', '12.6/100', '12.4/100'], '12.6/100'],
    [['0.13/1', '12.6/100'], '0.13/1'],
    [['13/100', '0.13/1', '130/1000'], '0.13/1'],
    [['1.3/10', '12.6/100'], '1.3/10'],
  ])('[S11] of several prices it is the dearest, of equal ones the one for less: %j', (stated, expected) => {
    const [price, ...prices] = [expected, ...stated].map((text) => {
      const [amount = '0', per = '1'] = text.split('/');
      return based(amount, per);
    });
    for (const those of [prices, prices.toReversed()])
      expect(compared([part('compare')], { prices: those }).price).toEqual(price);
  });
});

describe('a refusal', () => {
  it.each<readonly [string, readonly AnswerPart[], Partial<LineAnswer>, readonly string[]]>([
    ['all of it', [part('reject')], {}, ['rejected']],
    ['beside nothing else', [part('reject', '0'), part('compare', '0')], {}, ['rejected']],
    ['nothing, and not refused', [part('compare', '0')], {}, ['quantity']],
    ['beside some on hold', [part('reject', '400'), part('hold', '80')], {}, ['held']],
    [
      'beside some that comes later',
      [part('reject', '400'), part('backorder', '80')],
      {},
      ['quantity', 'backordered'],
    ],
    [
      'beside as much on hold as comes',
      [part('reject', '320'), part('compare', '80'), part('hold', '80')],
      {},
      ['quantity', 'held'],
    ],
    [
      'beside as much now as later',
      [part('reject', '320'), part('compare', '80'), part('backorder', '80')],
      {},
      ['quantity', 'backordered'],
    ],
    ['beside some that comes', [part('reject', '400'), part('compare', '80')], {}, ['quantity']],
  ])('[S11] of %s', (_, parts, differing, outcomes) => {
    expect(compared(parts, differing).outcomes).toEqual(outcomes);
  });
});

describe('a code that its data contradicts, in words', () => {
  const later = { deliveryDate: '2026-12-20' };
  const other = { substituteItemId: 'I9' };
  const dearer = { prices: [based('15')] };
  it.each<readonly [string, readonly AnswerPart[], Partial<LineAnswer>, readonly string[]]>([
    [
      'accepts, and all differs',
      [part('accept', '400', { ...later, ...other })],
      dearer,
      ['ACCEPT accepts the line as it is, yet differs (quantity, substituted, price, date).'],
    ],
    [
      'accepts a part, and its day differs',
      [part('accept', '200', later), part('compare', '100')],
      {},
      ['ACCEPT accepts the line as it is, yet differs (date).'],
    ],
    ['accepts a part as it is', [part('accept', '200'), part('compare', '100')], {}, []],
    ['changes the quantity', [part('quantity', '400')], {}, []],
    [
      'changes the quantity to the same',
      [part('quantity')],
      {},
      ['QUANTITY changes the quantity, yet the quantity is as ordered.'],
    ],
    ['changes the quantity in two parts', [part('quantity', '240'), part('quantity', '240')], {}, []],
    ['ships a part', [part('partial', '400')], {}, []],
    ['ships the whole as a part', [part('partial')], {}, ['PARTIAL ships a part, yet confirms the whole.']],
    ['ships more as a part', [part('partial', '500')], {}, ['PARTIAL ships a part, yet confirms the whole.']],
    ['ships it all in parts', [part('partial', '240'), part('compare', '240')], {}, []],
    [
      'backorders nothing',
      [part('compare'), part('backorder', '0')],
      {},
      ['BACKORDER backorders, yet backorders nothing.'],
    ],
    ['changes the price', [part('price')], { prices: [based('12.5'), based('12.6')] }, []],
    ['changes the currency', [part('price')], { otherCurrency: true }, []],
    [
      'changes the price to the same',
      [part('price')],
      { prices: [based('0.125', '1')] },
      ['PRICE changes the price, yet states no other.'],
    ],
    ['changes the price to none', [part('price')], {}, ['PRICE changes the price, yet states no other.']],
    ['changes the date', [part('date', '480', { deliveryDate: '2026-12-08' })], {}, []],
    [
      'changes the date to the same',
      [part('date', '480', { deliveryDate: '2026-12-07' })],
      {},
      ['DATE changes the date, yet states no other.'],
    ],
    ['changes the date to none', [part('date')], {}, ['DATE changes the date, yet states no other.']],
    ['substitutes', [part('substitution', '480', other)], {}, []],
    [
      'substitutes nothing',
      [part('substitution')],
      {},
      ['SUBSTITUTION substitutes, yet names no other item.'],
    ],
    [
      'rejects, and some comes later',
      [part('reject')],
      { backordered: micros('80') },
      ['REJECT rejects the line, yet says that some of it comes later.'],
    ],
    ['is unknown', [part('unknown')], {}, ['UNKNOWN is a code that no list has.']],
    [
      'accepts in an order refused as a whole',
      [part('accept')],
      { whole: 'reject' },
      ['ACCEPT is for a line of an order refused as a whole.'],
    ],
    ['compares in an order refused as a whole', [part('compare')], { whole: 'reject' }, []],
    ['is unknown in an order refused as a whole', [part('unknown')], { whole: 'reject' }, []],
    [
      'rejects in an order accepted as a whole',
      [part('reject')],
      { whole: 'accept' },
      ['REJECT rejects a line of an order accepted as a whole.'],
    ],
    [
      'holds in an order accepted as a whole',
      [part('hold')],
      { whole: 'accept' },
      ['HOLD holds a line of an order accepted as a whole.'],
    ],
    [
      'no code, and the order accepted as a whole',
      [part(undefined, '400')],
      { whole: 'accept' },
      ['The answer accepts the line as it is, yet differs (quantity).'],
    ],
    [
      'several, each once and always in the same order',
      [part('substitution', '160'), part('date', '160'), part('substitution', '160')],
      {},
      ['DATE changes the date, yet states no other.', 'SUBSTITUTION substitutes, yet names no other item.'],
    ],
  ])('[S11] %s', (_, parts, differing, because) => {
    const said = compared(parts, differing);
    expect(said.because).toEqual(because);
    expect(said.outcomes.includes('contradicts')).toBe(because.length > 0);
  });
});
