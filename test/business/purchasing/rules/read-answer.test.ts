import { describe, expect, it } from 'vitest';
import { type JudgeContext, judgeAnswer } from '#business/purchasing/rules/judge-answer.ts';
import { worthOf } from '#business/purchasing/rules/line-worth.ts';
import { newLedger } from '#business/purchasing/rules/new-ledger.ts';
import { orderedLine, readAnswer } from '#business/purchasing/rules/read-answer.ts';
import type { AcknowledgedLine, OrderAcknowledgement } from '#core/canonical/order-acknowledgement.ts';
import { decimalText, micros } from '#core/kernel/decimal.ts';
import { aPartnerAgreement } from '#test/builders/a-partner-agreement.ts';
import { aPurchaseOrder } from '#test/builders/a-purchase-order.ts';
import {
  aConfirmation,
  anAcknowledgedLine,
  anAcknowledgement,
  aStatedDate,
} from '#test/builders/an-acknowledgement.ts';
import { anOrderLedger } from '#test/builders/an-order-ledger.ts';
import { aLedgerLine } from './ledger-line.ts';

const item = { baseUnit: 'EA', packs: [{ unit: 'XCS', holds: '48' }] } as const;
const itemOf: JudgeContext['itemOf'] = (identifiers) => identifiers[0]?.value;
const pieces = (value: string) => ({ value, unit: 'EA' }) as const;
const pallets = { value: '1', unit: 'XPX' } as const;
const price = (amount: string, per = '100') => ({ amount, per: pieces(per) });
const stated = (differing: Partial<AcknowledgedLine>) =>
  anAcknowledgedLine({ confirmations: [], ...differing });

function read(pieces: readonly AcknowledgedLine[], document: Partial<OrderAcknowledgement> = {}) {
  return readAnswer(aLedgerLine(), pieces, {
    document: anAcknowledgement(document),
    currency: 'EUR',
    item,
    transitDays: 2,
    itemOf,
  });
}
/** The parts of an answer as `quantity @ day = item`, what comes later, and the prices. */
function said(pieces: readonly AcknowledgedLine[], document: Partial<OrderAcknowledgement> = {}) {
  const answer = read(pieces, document);
  if ('conflict' in answer) return answer;
  const { parts, backordered, prices, otherCurrency } = answer;
  return {
    parts: parts.map(({ quantity }) => (quantity === undefined ? '?' : decimalText(quantity))),
    later: decimalText(backordered),
    prices: prices.map(({ amount, per }) => `${decimalText(amount)}/${decimalText(per)}`),
    otherCurrency,
  };
}
const nothing = { parts: [], later: '0', prices: [], otherCurrency: false };

describe('how much an answer to a line says', () => {
  it.each<readonly [string, readonly Partial<AcknowledgedLine>[], Partial<typeof nothing> | object]>([
    [
      'what it confirms',
      [{ confirmations: [aConfirmation('IA', '400'), aConfirmation('IB', '80')] }],
      { parts: ['400', '80'] },
    ],
    [
      'cases as pieces',
      [{ confirmations: [aConfirmation('IA', '1', { quantity: { value: '2', unit: 'XCS' } })] }],
      { parts: ['96'] },
    ],
    [
      'without a unit in that of the order',
      [{ confirmations: [aConfirmation('IA', '1', { quantity: { value: '2' } })] }],
      { parts: ['96'] },
    ],
    ['nothing', [{}], { parts: ['?'] }],
    ['what it says was ordered', [{ ordered: pieces('480') }], { parts: ['480'] }],
    [
      'what was ordered, for one confirmation without a quantity',
      [{ ordered: pieces('480'), confirmations: [aConfirmation('IA')] }],
      { parts: ['480'] },
    ],
    [
      'the confirmed before the ordered',
      [{ ordered: pieces('480'), confirmations: [aConfirmation('IA', '400')] }],
      { parts: ['400'] },
    ],
    [
      'nothing, for several confirmations without a quantity',
      [{ ordered: pieces('480'), confirmations: [aConfirmation('IA'), aConfirmation('IB')] }],
      { parts: ['?', '?'] },
    ],
    [
      'what is left of what comes later',
      [{ ordered: pieces('480'), backordered: pieces('80') }],
      { parts: ['?'], later: '80' },
    ],
    [
      'in two pieces each its own, whatever comes later',
      [{ ordered: pieces('240'), backordered: pieces('80') }, { ordered: pieces('240') }],
      { parts: ['240', '240'], later: '80' },
    ],
    [
      'later in two pieces',
      [{ backordered: pieces('80') }, { backordered: pieces('16') }],
      { parts: ['?', '?'], later: '96' },
    ],
  ])('[S11] %s', (_, lines, expected) => {
    expect(said(lines.map(stated))).toEqual({ ...nothing, ...expected });
  });

  it.each<readonly [string, Partial<AcknowledgedLine>]>([
    ['confirmed', { confirmations: [aConfirmation('IA', '1', { quantity: pallets })] }],
    ['ordered', { ordered: pallets }],
    ['that comes later', { backordered: pallets }],
    ['of the price', { price: { amount: '1', per: pallets } }],
  ])('[S6] a unit %s that the item does not have stops it', (_, line) => {
    expect(said([stated({ confirmations: [aConfirmation('IA', '480')] }), stated(line)])).toEqual({
      conflict: 'XPX',
    });
  });
});

describe('at which price', () => {
  const priced = (...prices: readonly (readonly [string, string?])[]) =>
    prices.map(([amount, per]) => anAcknowledgedLine({ price: price(amount, per) }));

  it('[S11] each that is stated, per base units; one for nothing is none', () => {
    expect(said(priced(['12.5'], ['0.13', '1'], ['9', '0']))).toMatchObject({
      prices: ['12.5/100', '0.13/1'],
      otherCurrency: false,
    });
    expect(
      said([anAcknowledgedLine({ price: { amount: '6', per: { value: '1', unit: 'XCS' } } })]),
    ).toMatchObject({ prices: ['6/48'] });
  });

  it('[S11] prices of another currency compare with nothing; without prices the currency does not matter', () => {
    expect(said(priced(['12.5']), { currency: 'USD' })).toMatchObject({ prices: [], otherCurrency: true });
    expect(said(priced(['12.5']), { currency: 'EUR' })).toMatchObject({
      prices: ['12.5/100'],
      otherCurrency: false,
    });
    expect(said([anAcknowledgedLine()], { currency: 'USD' })).toMatchObject({
      prices: [],
      otherCurrency: false,
    });
    expect(said(priced(['9', '0']), { currency: 'USD' })).toMatchObject({ prices: [], otherCurrency: false });
  });
});

describe('when, and which item', () => {
  const on = (date: string) => [aStatedDate('delivery', date)];
  const part = (line: Partial<AcknowledgedLine>, document: Partial<OrderAcknowledgement> = {}) => {
    const answer = read([anAcknowledgedLine(line)], document);
    return 'conflict' in answer ? answer : answer.parts[0];
  };

  it('[S11] a day is said by the confirmation, else the line, else the document', () => {
    const confirmations = [aConfirmation('IA', '480', { dates: on('2026-12-01') })];
    const document = { dates: on('2026-12-03') };
    expect(part({ confirmations, dates: on('2026-12-02') }, document)).toMatchObject({
      deliveryDate: '2026-12-01',
    });
    expect(part({ dates: on('2026-12-02') }, document)).toMatchObject({ deliveryDate: '2026-12-02' });
    expect(part({}, document)).toMatchObject({ deliveryDate: '2026-12-03' });
    expect(part({ dates: [aStatedDate('shipment', '2026-12-02')] })).toMatchObject({
      deliveryDate: '2026-12-04',
    });
  });

  it('[S11] another item is named by the confirmation, else the line', () => {
    const named = (value: string) => [{ scheme: 'buyer-item', value }];
    const confirmations = [aConfirmation('IS', '480', { item: named('I9') })];
    expect(part({ confirmations, item: named('I8') })).toMatchObject({ substituteItemId: 'I9' });
    expect(part({ item: named('I8') })).toMatchObject({ substituteItemId: 'I8' });
    expect(part({})).toMatchObject({ substituteItemId: undefined });
    expect(part({ item: [] })).toMatchObject({ substituteItemId: undefined });
  });

  it('[S11] a code keeps its meaning in its standard and its text', () => {
    expect(part({})).toMatchObject({ meaning: 'accept', code: 'IA' });
    expect(part({}, { standard: 'edifact' })).toMatchObject({ meaning: 'unknown', code: 'IA' });
    expect(part({ confirmations: [] })).toMatchObject({ meaning: undefined, code: undefined });
  });
});

describe('an answer held against the whole order', () => {
  const context: JudgeContext = {
    itemOf,
    items: new Map([['I1', item]]),
    transitDays: new Map(),
    tolerances: aPartnerAgreement().tolerances,
  };
  const ledger = anOrderLedger({
    lines: [aLedgerLine(1), aLedgerLine(2), aLedgerLine(3, { cancelled: true })],
  });
  const judged = (differing: Partial<OrderAcknowledgement>, known = ledger) => {
    const judgement = judgeAnswer(known, anAcknowledgement(differing), context);
    if ('conflict' in judgement) return judgement;
    const { answered, unanswered, listed, strangers } = judgement;
    return {
      answered: answered.map(({ line, comparison }) => [line.lineNumber, ...comparison.outcomes]),
      unanswered: unanswered.map(({ lineNumber }) => lineNumber),
      listed: [...listed],
      strangers: strangers.length,
    };
  };

  it('[S11] what is listed is answered, the rest by the answer to the whole; cancelled lines are not asked', () => {
    expect(judged({})).toEqual({ answered: [[1, 'accepted']], unanswered: [2], listed: [1], strangers: 0 });
    const rest = { unanswered: [], listed: [1], strangers: 0 };
    expect(judged({ answerCode: 'AE' })).toEqual({
      answered: [
        [1, 'accepted'],
        [2, 'accepted'],
      ],
      ...rest,
    });
    expect(judged({ answerCode: 'AH' })).toEqual({
      answered: [
        [1, 'accepted'],
        [2, 'held'],
      ],
      ...rest,
    });
    expect(judged({ answerCode: 'whatever' })).toMatchObject({ unanswered: [2] });
    const { answerCode: _none, ...uncoded } = anAcknowledgement();
    expect(judgeAnswer(ledger, uncoded, context)).toMatchObject({ unanswered: [{ lineNumber: 2 }] });
  });

  it('[S11] what is said of a cancelled line is no stranger, and answers nothing', () => {
    const lines = [
      anAcknowledgedLine({ lineNumber: '3', item: [] }),
      anAcknowledgedLine({ lineNumber: '9', item: [] }),
    ];
    expect(judged({ lines })).toEqual({ answered: [], unanswered: [1, 2], listed: [3], strangers: 1 });
  });

  it('[S6] a unit that cannot be counted stops it, in the order as in the answer', () => {
    const confirmations = [aConfirmation('IA', '1', { quantity: pallets })];
    expect(judged({ lines: [anAcknowledgedLine({ confirmations })] })).toEqual({
      conflict: 'XPX',
      itemId: 'I1',
    });
    const perCase = { amount: '6', currency: 'EUR', per: { value: '1', unit: 'XCS' } } as const;
    const unknown = anOrderLedger({ lines: [aLedgerLine(2, { price: perCase })] });
    expect(judged({ lines: [] }, unknown)).toEqual({ conflict: 'XCS', itemId: 'I2' });
    expect(orderedLine(aLedgerLine(1, { price: perCase }), item)).toEqual({
      ordered: micros('480'),
      price: { amount: micros('6'), per: micros('48') },
      requestedDate: '2026-12-07',
    });
  });
});

describe('a ledger that is opened', () => {
  const at = '2026-11-23T08:00:00.000Z';
  const promised = { firstPromisedDate: '2026-12-08', lastPromisedDate: '2026-12-09' };
  const opened = (channel: 'edi' | 'none', state: 'confirmed' | 'cancelled' = 'confirmed') => {
    const lines = aPurchaseOrder().lines.map((line) => ({ ...line, ...promised }));
    return newLedger(aPurchaseOrder({ state, lines }), { agreement: aPartnerAgreement(), channel, at });
  };

  it('[S8] has the system’s promises where no partner answers, and none where one will', () => {
    expect(opened('none').lines[0]).toMatchObject(promised);
    expect(opened('edi').lines[0]).not.toHaveProperty('firstPromisedDate');
    expect(opened('edi').lines[0]).not.toHaveProperty('lastPromisedDate');
  });

  it('[S6] of a cancelled order is cancelled, and awaits no answer', () => {
    expect(opened('edi', 'cancelled')).toMatchObject({ cancelled: true, answer: { state: 'none' } });
    expect(opened('edi')).toMatchObject({
      cancelled: false,
      answer: { state: 'awaiting', dueAt: '2026-11-24T08:00:00.000Z' },
    });
  });
});

it('[S6] a price for nothing makes nothing worth anything', () => {
  expect(worthOf(micros('480'), { amount: micros('12.5'), per: 0n }, 'EUR')).toEqual({
    amount: '0',
    currency: 'EUR',
  });
  expect(worthOf(micros('1'), { amount: micros('12.5'), per: micros('100') }, 'EUR')).toEqual({
    amount: '0.12',
    currency: 'EUR',
  });
});
