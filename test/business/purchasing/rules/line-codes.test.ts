import { describe, expect, it } from 'vitest';
import { answerCodesOf } from '#business/purchasing/rules/answer-codes.ts';
import { type JudgeContext, judgeAnswer } from '#business/purchasing/rules/judge-answer.ts';
import { lineCodesOf, type Standard } from '#business/purchasing/rules/line-codes.ts';
import type { AcknowledgedLine, OrderAcknowledgement } from '#core/canonical/order-acknowledgement.ts';
import { aLedger } from '#test/builders/a-ledger.ts';
import { aPartnerAgreement } from '#test/builders/a-partner-agreement.ts';
import {
  aConfirmation,
  anAcknowledgedLine,
  anAcknowledgement,
  aStatedDate,
} from '#test/builders/an-acknowledgement.ts';

const context: JudgeContext = {
  itemOf: (identifiers) => identifiers[0]?.value,
  items: new Map([['I1', { baseUnit: 'EA', packs: [{ unit: 'XCS', holds: '48' }] }]]),
  transitDays: new Map(),
  tolerances: aPartnerAgreement().tolerances,
};

function outcomes(differing: Partial<OrderAcknowledgement>): readonly string[] {
  const judged = judgeAnswer(aLedger(), anAcknowledgement(differing), context);
  if ('conflict' in judged) throw new Error(`conflict ${judged.conflict}`);
  return judged.answered[0]?.comparison.outcomes ?? ['unanswered'];
}

const data = {
  agreeing: {},
  quantity: { quantity: '400' },
  price: { price: '15' },
  date: { date: '2026-12-20' },
  item: { item: 'I9' },
} as const;
type Data = keyof typeof data;
const kinds: readonly Data[] = ['agreeing', 'quantity', 'price', 'date', 'item'];

function lineWith(code: string, what: Data): AcknowledgedLine {
  const given: { quantity?: string; price?: string; date?: string; item?: string } = data[what];
  const { quantity = '480', price = '12.5', date = '2026-12-07', item } = given;
  const confirmation = aConfirmation(code, quantity, {
    dates: [aStatedDate('delivery', date)],
    item: item === undefined ? [] : [{ scheme: 'supplier-item', value: item }],
  });
  return anAcknowledgedLine({
    price: { amount: price, per: { value: '100', unit: 'EA' } },
    confirmations: [confirmation],
  });
}

/** What each code must come to: with data as ordered, then with one thing that differs beyond tolerance. */
type Row = Readonly<Record<Data, string>>;
const all = (outcome: string): Row => ({
  agreeing: outcome,
  quantity: outcome,
  price: outcome,
  date: outcome,
  item: outcome,
});
const accepts: Row = { ...all('contradicts'), agreeing: 'accepted' };
const compares: Row = {
  agreeing: 'accepted',
  quantity: 'quantity',
  price: 'price',
  date: 'date',
  item: 'substituted',
};
const backorders: Row = { ...all('backordered'), quantity: 'quantity', item: 'substituted' };
const only = (what: Data, outcome: string): Row => ({ ...all('contradicts'), [what]: outcome });
const rejects = all('rejected');
const holds = all('held');

const table: Readonly<Record<Standard, Readonly<Record<string, Row>>>> = {
  x12: {
    IA: accepts,
    AA: accepts,
    AC: accepts,
    AR: accepts,
    IQ: only('quantity', 'quantity'),
    BP: only('quantity', 'backordered'),
    IB: backorders,
    IP: only('price', 'price'),
    DR: only('date', 'date'),
    IS: only('item', 'substituted'),
    IC: compares,
    ID: rejects,
    IR: rejects,
    R1: rejects,
    R2: rejects,
    R3: rejects,
    R4: rejects,
    R5: rejects,
    R6: rejects,
    R7: rejects,
    R8: rejects,
    IE: holds,
    IF: holds,
    IH: holds,
    IW: holds,
    SP: holds,
  },
  edifact: {
    '2': rejects,
    '3': compares,
    '4': accepts,
    '5': accepts,
    '6': compares,
    '7': rejects,
    '8': compares,
    '9': compares,
    '10': rejects,
    '11': accepts,
    '12': compares,
  },
  crossdock: {
    accepted: accepts,
    changed: compares,
    quantity: only('quantity', 'quantity'),
    partial: only('quantity', 'backordered'),
    backordered: backorders,
    price: only('price', 'price'),
    date: only('date', 'date'),
    substituted: only('item', 'substituted'),
    rejected: rejects,
    held: holds,
  },
};

const standards: readonly Standard[] = ['x12', 'edifact', 'crossdock'];

describe.each(standards)('codes of %s', (standard) => {
  it('[S11] the table of this test has every code', () => {
    expect([...lineCodesOf(standard).keys()].sort()).toEqual(Object.keys(table[standard]).sort());
  });

  const cases = Object.entries(table[standard]).flatMap(([code, row]) =>
    kinds.map((what) => ({ code, what, outcome: row[what] })),
  );
  it.each(cases)('[S11] $code with $what data is $outcome', ({ code, what, outcome }) => {
    const listed = { standard, answerCode: 'none', lines: [lineWith(code, what)] };
    expect(outcomes(listed)[0]).toBe(outcome);
  });

  it('[S11] a code that no list has contradicts, whatever its data', () => {
    expect(outcomes({ standard, lines: [lineWith('??', 'agreeing')] })[0]).toBe('contradicts');
  });
});

describe('the answer to the whole order', () => {
  const unlisted: Readonly<Record<Standard, Readonly<Record<string, string>>>> = {
    x12: {
      AD: 'accepted',
      AK: 'accepted',
      AT: 'accepted',
      AE: 'accepted',
      AC: 'unanswered',
      AH: 'held',
      RD: 'rejected',
      RF: 'rejected',
      RJ: 'rejected',
      RO: 'unanswered',
    },
    edifact: {
      '4': 'accepted',
      '12': 'held',
      '23': 'held',
      '27': 'rejected',
      '28': 'accepted',
      '29': 'accepted',
      '30': 'accepted',
      '34': 'accepted',
      '44': 'accepted',
      '45': 'accepted',
      AP: 'accepted',
      AI: 'accepted',
      AC: 'unanswered',
      CA: 'unanswered',
      RE: 'rejected',
    },
    crossdock: {
      accepted: 'accepted',
      changed: 'accepted',
      partial: 'unanswered',
      held: 'held',
      rejected: 'rejected',
    },
  };
  const cases = standards.flatMap((standard) =>
    Object.entries(unlisted[standard]).map(([answerCode, outcome]) => ({ standard, answerCode, outcome })),
  );

  it.each(standards)('[S11] the table of this test has every answer of %s', (standard) => {
    expect([...answerCodesOf(standard).keys()].sort()).toEqual(Object.keys(unlisted[standard]).sort());
  });

  it.each(cases)('[S11] a line that $standard $answerCode does not list is $outcome', (one) => {
    expect(outcomes({ ...one, lines: [] })[0]).toBe(one.outcome);
  });

  it('[S11] a line without code that is not as ordered contradicts an answer that accepts all', () => {
    const lines = [anAcknowledgedLine({ confirmations: [aConfirmation(undefined, '400')] })];
    expect(outcomes({ answerCode: 'AD', lines })).toEqual(['contradicts', 'quantity']);
    expect(outcomes({ answerCode: 'AE', lines })).toEqual(['quantity']);
  });

  it('[S11] an accepted line of a refused order, and a rejected one of an accepted order, contradict', () => {
    const listed = (code: string) => [anAcknowledgedLine({ confirmations: [aConfirmation(code, '480')] })];
    expect(outcomes({ answerCode: 'RD', lines: listed('IA') })).toEqual(['contradicts', 'rejected']);
    expect(outcomes({ answerCode: 'RD', lines: listed('IR') })).toEqual(['rejected']);
    expect(outcomes({ answerCode: 'AD', lines: listed('IR') })).toEqual(['contradicts', 'rejected']);
    expect(outcomes({ answerCode: 'AD', lines: listed('IH') })).toEqual(['contradicts', 'held']);
  });
});

describe('several confirmations to a line', () => {
  const parts = (...confirmations: ReturnType<typeof aConfirmation>[]) =>
    outcomes({ lines: [anAcknowledgedLine({ confirmations })] });

  it.each([
    [
      'that add up to what was ordered',
      [aConfirmation('IA', '200'), aConfirmation('IA', '280')],
      ['accepted'],
    ],
    ['that leave a remainder', [aConfirmation('IA', '200'), aConfirmation('IA', '80')], ['quantity']],
    ['that add up to more', [aConfirmation('IA', '300'), aConfirmation('IA', '280')], ['quantity']],
    ['now and the rest later', [aConfirmation('IA', '400'), aConfirmation('IB', '80')], ['backordered']],
    [
      'now and the rest later, unsaid how much',
      [aConfirmation('IA', '400'), aConfirmation('IB')],
      ['backordered'],
    ],
    [
      'now, later and never',
      [aConfirmation('IA', '300'), aConfirmation('IB', '80'), aConfirmation('IR', '100')],
      ['quantity', 'backordered'],
    ],
    ['in part rejected', [aConfirmation('IA', '380'), aConfirmation('IR', '100')], ['quantity']],
    ['in part on hold', [aConfirmation('IA', '380'), aConfirmation('IH', '100')], ['held']],
    ['all rejected', [aConfirmation('IR', '380'), aConfirmation('R4', '100')], ['rejected']],
    ['rejected and on hold', [aConfirmation('IR', '380'), aConfirmation('IH', '100')], ['held']],
  ] as const)('[S11] %s', (_, confirmations, expected) => {
    expect(parts(...confirmations)).toEqual(expected);
    expect(parts(...[...confirmations].reverse())).toEqual(expected);
  });

  it('[S11] the latest part that is late makes the line late; what comes later by agreement does not', () => {
    const on = (code: string, quantity: string, date: string) =>
      aConfirmation(code, quantity, { dates: [aStatedDate('delivery', date)] });
    expect(parts(on('IC', '240', '2026-12-07'), on('IC', '240', '2026-12-20'))).toEqual(['date']);
    expect(parts(on('IA', '400', '2026-12-07'), on('IB', '80', '2026-12-20'))).toEqual(['backordered']);
  });
});

describe('what a line states without a confirmation', () => {
  it('[S11] a PO1 without ACK is compared by what it says was ordered', () => {
    const stated = (ordered: string) =>
      outcomes({
        lines: [anAcknowledgedLine({ confirmations: [], ordered: { value: ordered, unit: 'EA' } })],
      });
    expect(stated('480')).toEqual(['accepted']);
    expect(stated('400')).toEqual(['quantity']);
  });

  it('[S11] an ORDRSP that says how much comes later (QTY 83) backorders it', () => {
    const backordered = { value: '80', unit: 'EA' as const };
    const lines = [anAcknowledgedLine({ confirmations: [aConfirmation('6', '400')], backordered })];
    expect(outcomes({ standard: 'edifact', answerCode: '4', lines })).toEqual(['backordered']);
  });

  it.each([
    ['the line (1229)', '7', '4'],
    ['the whole order (1225)', undefined, '27'],
    ['the whole order (4343)', undefined, 'RE'],
  ])('[S11] what an ORDRSP backorders beside refusing %s contradicts it', (_, code, answerCode) => {
    const backordered = { value: '480', unit: 'EA' as const };
    const confirmation = { ...(code && { code }), quantity: { value: '0', unit: 'EA' as const } };
    const lines = [
      anAcknowledgedLine({ confirmations: [{ ...confirmation, dates: [], item: [] }], backordered }),
    ];
    expect(outcomes({ standard: 'edifact', answerCode, lines })).toEqual(['contradicts', 'rejected']);
  });

  it('[S11] prices in another currency differ, whatever their amount', () => {
    const price = { amount: '12.5', per: { value: '100', unit: 'EA' as const } };
    const lines = [anAcknowledgedLine({ price, confirmations: [aConfirmation('IC', '480')] })];
    expect(outcomes({ currency: 'USD', lines })).toEqual(['price']);
    expect(outcomes({ currency: 'EUR', lines })).toEqual(['accepted']);
  });
});
