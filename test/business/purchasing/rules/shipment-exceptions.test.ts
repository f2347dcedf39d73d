import { describe, expect, it } from 'vitest';
import { packsException } from '#business/purchasing/rules/packs-exception.ts';
import { shipmentExceptions, stakeOf } from '#business/purchasing/rules/shipment-exceptions.ts';
import type { LedgerLine } from '#core/canonical/order-ledger.ts';
import type { ExpectedShipment } from '#core/canonical/supplier-flow.ts';
import { micros } from '#core/kernel/decimal.ts';
import { aPartnerAgreement } from '#test/builders/a-partner-agreement.ts';
import { aShippedItem } from '#test/builders/a-ship-notice.ts';
import { anOrderLedger } from '#test/builders/an-order-ledger.ts';
import { aLedgerLine, shipped } from './ledger-line.ts';

const { tolerances } = aPartnerAgreement();
const context = { partnerDocumentId: 'asn-1', number: 'ASN-1', tolerances };
const nothing = { lines: [], strangers: [] };
const shippedLine = (lineNumber: number, ...otherItemIds: string[]) => ({
  lineNumber,
  itemId: `I${lineNumber}`,
  quantity: micros('480'),
  shippedOn: undefined,
  expectedOn: undefined,
  lots: [],
  otherItemIds,
});
const worth = (amount: string) => ({ amount, currency: 'EUR' });
const about = (lineNumber: number) => ({
  supplierId: 'S1',
  partnerId: 'acme',
  purchaseOrderId: 'po-1',
  orderNumber: 'PO-71',
  lineNumber,
  itemId: `I${lineNumber}`,
  partnerDocumentId: 'asn-1',
});

/** What is asked about line 1 of 480, where nothing over and 5 % under may be shipped, two days late. */
const asked = (line: Partial<LedgerLine>, ...otherItemIds: string[]) => {
  const judged = { lines: [shippedLine(1, ...otherItemIds)], strangers: [] };
  const ledger = anOrderLedger({ lines: [aLedgerLine(1, line)] });
  return shipmentExceptions(ledger, judged, [], context).map(({ kind, title, evidence, atStake }) => [
    kind,
    title.replace('Line 1 (I1) of PO-71: ', ''),
    evidence,
    atStake?.amount,
  ]);
};
const quantity = (came: string) => ({ what: 'quantity', expected: '480 pieces', received: `${came} pieces` });
const differs = (what: string, evidence: readonly object[], stake: string) => [
  'ship-notice-differs',
  what,
  evidence,
  stake,
];
const late = (day: string, stake: string, promised = '2026-12-07') => [
  'ship-notice-late',
  'the goods arrive later than promised.',
  [{ what: 'delivery', expected: promised, received: day }],
  stake,
];

describe('what a shipment asks a buyer about a line', () => {
  const [more, less] = ['more is shipped than was ordered.', 'less is shipped than was ordered.'];
  it.each<readonly [string, Partial<LedgerLine>, readonly string[], readonly unknown[]]>([
    ['all of it', shipped(['480']), [], []],
    ['all of it in parts', shipped(['240'], ['240']), [], []],
    ['5 % less', shipped(['456']), [], []],
    ['less than that', shipped(['400']), [], [differs(less, [quantity('400')], '10')]],
    ['more', shipped(['480'], ['80']), [], [differs(more, [quantity('560')], '10')]],
    [
      'another item',
      shipped(['480']),
      ['I9'],
      [differs('another item is shipped.', [{ what: 'item', expected: 'I1', received: 'I9' }], '60')],
    ],
    [
      'less of others',
      shipped(['240']),
      ['I8', 'I9'],
      [
        differs(
          less,
          [
            quantity('240'),
            { what: 'item', expected: 'I1', received: 'I8' },
            { what: 'item', expected: 'I1', received: 'I9' },
          ],
          '30',
        ),
      ],
    ],
    ['two days after the day asked for', shipped(['480', '2026-12-09']), [], []],
    ['three days after', shipped(['480', '2026-12-10']), [], [late('2026-12-10', '60')]],
    [
      'a part of it late',
      shipped(['240', '2026-12-09'], ['160', '2026-12-10'], ['80', '2026-12-12']),
      [],
      [late('2026-12-12', '30')],
    ],
    [
      'a part of it late, first said last',
      shipped(['160', '2026-12-12'], ['320', '2026-12-10']),
      [],
      [late('2026-12-12', '60')],
    ],
    [
      'two days after the promise',
      { ...shipped(['480', '2026-12-14']), lastPromisedDate: '2026-12-12' },
      [],
      [],
    ],
    [
      'later than promised',
      { ...shipped(['480', '2026-12-15']), lastPromisedDate: '2026-12-12' },
      [],
      [late('2026-12-15', '60', '2026-12-12')],
    ],
    ['on a day nobody says', shipped(['480']), [], []],
    [
      'less, and late',
      shipped(['240', '2026-12-10']),
      [],
      [differs(less, [quantity('240')], '30'), late('2026-12-10', '30')],
    ],
  ])('[S13] %s', (_, line, others, expected) => {
    expect(asked(line, ...others)).toEqual(expected);
  });

  it('[S13] lines that it is about, or that the one it replaces was, and that something is shipped of', () => {
    const short = shipped(['240']);
    const lines = [aLedgerLine(1, short), aLedgerLine(2, short), aLedgerLine(3, short), aLedgerLine(4)];
    const drafts = shipmentExceptions(
      anOrderLedger({ lines }),
      { lines: [shippedLine(1), shippedLine(4)], strangers: [] },
      [2],
      context,
    );
    expect(drafts.map((draft) => [draft.cause, draft.about])).toEqual([
      [['po-1', '1'], about(1)],
      [['po-1', '2'], about(2)],
    ]);
  });

  it('[S13] of a ledger without a partner it names none', () => {
    const { partnerId: _none, ...ledger } = anOrderLedger({ lines: [aLedgerLine(1, shipped(['1']))] });
    const [draft] = shipmentExceptions(ledger, nothing, [1], context);
    expect(draft?.about).not.toHaveProperty('partnerId');
  });
});

describe('goods that are on no line of the order', () => {
  const piece = (value: string, unit: 'EA' | undefined, ...values: string[]) => ({
    ...aShippedItem(value),
    shipped: { value, ...(unit && { unit }) },
    item: values.map((one) => ({ scheme: 'buyer-item', value: one })),
    orderNumber: 'PO-71',
  });

  it('[S13] are one question, with what they are', () => {
    const strangers = [piece('7', 'EA', 'Z'.repeat(100), 'Y'), piece('3', undefined)];
    expect(shipmentExceptions(anOrderLedger(), { lines: [], strangers }, [], context)).toEqual([
      {
        kind: 'ship-notice-differs',
        cause: ['po-1', 'asn-1', 'strangers'],
        title: 'Ship notice ASN-1 has goods that PO-71 did not order.',
        about: {
          supplierId: 'S1',
          purchaseOrderId: 'po-1',
          orderNumber: 'PO-71',
          partnerDocumentId: 'asn-1',
        },
        evidence: [
          { what: 'Z'.repeat(80), expected: 'nothing', received: '7 EA' },
          { what: 'item without a number', expected: 'nothing', received: '3' },
        ],
      },
    ]);
  });

  it('[S13] come after what is asked about lines, fifty of them', () => {
    const strangers = Array.from({ length: 60 }, () => piece('1', 'EA', 'Z'));
    const ledger = anOrderLedger({ lines: [aLedgerLine(1, shipped(['1']))] });
    const number = 'N'.repeat(300);
    const drafts = shipmentExceptions(ledger, { lines: [], strangers }, [1], { ...context, number });
    expect(drafts.map(({ evidence }) => evidence.length)).toEqual([1, 50]);
    expect(drafts[1]?.title).toHaveLength(300);
  });

  it('[S13] packs whose numbers were there before are one question, fifty of them', () => {
    const shipment = {
      id: 'asn-1',
      supplierId: 'S1',
      partnerId: 'acme',
      number: 'ASN-1',
      state: 'expected',
      packs: 2,
      lines: [],
      identifiers: [],
      provenance: { system: 'crossdock', receivedAt: '2026-12-04T08:00:00.000Z' },
    } satisfies ExpectedShipment;
    expect(packsException(shipment, ['340123450000000018'])).toEqual({
      kind: 'ship-notice-differs',
      cause: ['asn-1', 'packs'],
      title: 'Ship notice ASN-1 has packs whose serial numbers were there before.',
      about: { supplierId: 'S1', partnerId: 'acme', partnerDocumentId: 'asn-1' },
      evidence: [{ what: 'SSCC', expected: 'unique', received: '340123450000000018' }],
    });
    const many = packsException(
      { ...shipment, number: 'N'.repeat(300) },
      new Array(60).fill('340123450000000018'),
    );
    expect([many.evidence.length, many.title.length]).toEqual([50, 300]);
  });
});

describe('what so many pieces are worth at the price of the order', () => {
  const perCase = { amount: '6', currency: 'EUR', per: { value: '1', unit: 'XCS' } } as const;
  it.each<readonly [string, Partial<LedgerLine>, string]>([
    ['48', {}, '6'],
    ['1', {}, '0.12'],
    ['48', { price: perCase }, '6'],
    ['24', { price: perCase }, '3'],
    ['48', { price: perCase, baseQuantity: { value: '0', unit: 'EA' } }, '288'],
    ['48', { price: { ...perCase, per: { value: '0', unit: 'XCS' } } }, '0'],
  ])('[S13] %s pieces of %j: %s', (base, line, amount) => {
    expect(stakeOf(anOrderLedger(), aLedgerLine(1, line), micros(base))).toEqual(worth(amount));
  });
});
