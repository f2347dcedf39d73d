import { describe, expect, it } from 'vitest';
import { flattenNotice, type ShippedPiece } from '#business/purchasing/rules/flatten-notice.ts';
import { judgeShipment, shippedOnOf } from '#business/purchasing/rules/judge-shipment.ts';
import type { ShipNotice } from '#core/canonical/ship-notice.ts';
import { decimalText } from '#core/kernel/decimal.ts';
import { aPack, aShipNotice, aShippedItem } from '#test/builders/a-ship-notice.ts';
import { aStatedDate } from '#test/builders/an-acknowledgement.ts';
import { anOrderLedger } from '#test/builders/an-order-ledger.ts';
import { aLedgerLine } from './ledger-line.ts';

const ledger = anOrderLedger({ lines: [aLedgerLine(1), aLedgerLine(2), aLedgerLine(3)] });
const context = {
  itemOf: (identifiers: readonly { readonly value: string }[]) => identifiers[0]?.value,
  items: new Map([['I1', { baseUnit: 'EA', packs: [{ unit: 'XCS', holds: '48' }] } as const]]),
  transitDays: new Map([['I1', 2]]),
};
const piece = (line: string, quantity = '480', differing: Partial<ShippedPiece> = {}): ShippedPiece => ({
  ...aShippedItem(quantity, { lineNumber: line, order: { number: 'PO-71', line }, item: [] }),
  orderNumber: 'PO-71',
  ...differing,
});
function judged(pieces: readonly ShippedPiece[], notice: Partial<ShipNotice> = {}) {
  const shipment = judgeShipment(ledger, pieces, aShipNotice(notice), context);
  if ('conflict' in shipment) return shipment;
  return shipment.lines.map((line) => ({ ...line, quantity: decimalText(line.quantity) }));
}
const item = (value: string) => [{ scheme: 'buyer-item', value }];

describe('what a notice ships of an order', () => {
  it('[S13] every line it speaks of, once, with all its pieces in base units', () => {
    const cases = piece('1', '2', { shipped: { value: '2', unit: 'XCS' } });
    const unsaid = piece('1', '1', { shipped: { value: '1' } });
    expect(judged([piece('3', '7'), cases, piece('1', '4'), unsaid])).toEqual([
      {
        lineNumber: 1,
        itemId: 'I1',
        quantity: '148',
        shippedOn: '2026-12-04',
        expectedOn: '2026-12-06',
        lots: [],
        otherItemIds: [],
      },
      {
        lineNumber: 3,
        itemId: 'I3',
        quantity: '7',
        shippedOn: '2026-12-04',
        expectedOn: '2026-12-04',
        lots: [],
        otherItemIds: [],
      },
    ]);
  });

  it('[S13] a unit that the item does not have stops it', () => {
    const pallets = (line: string) => piece(line, '1', { shipped: { value: '1', unit: 'XPX' } });
    expect(judged([pallets('1')])).toEqual({ conflict: 'XPX', itemId: 'I1' });
    // Nobody knows what a case of an unknown item holds.
    expect(judged([piece('2', '1', { shipped: { value: '1', unit: 'XCS' } })])).toEqual({
      conflict: 'XCS',
      itemId: 'I2',
    });
  });

  it('[S13] other items under a line are told once each; the ordered one and unknown ones are not', () => {
    const under = ['I9', 'I1', 'I8', 'I9'].map((value) => piece('1', '1', { item: item(value) }));
    const [line] = [judged([...under, piece('1')])].flat();
    expect(line).toMatchObject({ otherItemIds: ['I8', 'I9'], quantity: '484' });
  });

  it('[S13] each lot once, by its number, until it expires or is best before', () => {
    const lots = [
      { number: 'L1', expiresOn: '2027-01-01', bestBefore: '2026-12-31' },
      { number: 'L2', bestBefore: '2026-12-31' },
      { number: 'L3' },
      { expiresOn: '2027-02-02' },
      { number: 'L1', expiresOn: '2027-01-01' },
    ];
    const [line] = [
      judged([piece('1', '1', { lots: lots.slice(0, 2) }), piece('1', '1', { lots: lots.slice(2) })]),
    ].flat();
    expect(line).toMatchObject({
      lots: [
        { number: 'L1', expiresOn: '2027-01-01' },
        { number: 'L2', expiresOn: '2026-12-31' },
        { number: 'L3' },
      ],
    });
    const many = Array.from({ length: 60 }, (_, n) => ({ number: `L${n}` }));
    const [full] = [judged([piece('1', '1', { lots: many })])].flat();
    expect(full).toMatchObject({ lots: many.slice(0, 50) });
  });
});

describe('when it left and arrives', () => {
  const on = aStatedDate;
  it.each<readonly [string, Partial<ShipNotice>, string | undefined, string | undefined]>([
    ['shipped, and days of transit', { dates: [on('shipped', '2026-12-04')] }, '2026-12-04', '2026-12-06'],
    ['to be shipped', { dates: [on('shipment', '2026-12-03')] }, '2026-12-03', '2026-12-05'],
    [
      'the last of several',
      { dates: [on('shipped', '2026-12-05'), on('shipment', '2026-12-03')] },
      '2026-12-05',
      '2026-12-07',
    ],
    [
      'a delivery date as it is',
      { dates: [on('delivery', '2026-12-20'), on('shipped', '2026-12-04')] },
      '2026-12-04',
      '2026-12-20',
    ],
    ['the day of the notice', { dates: [], issuedOn: '2026-12-02' }, '2026-12-02', '2026-12-04'],
    [
      'shipped before the day of the notice',
      { dates: [on('shipped', '2026-12-01')], issuedOn: '2026-12-02' },
      '2026-12-01',
      '2026-12-03',
    ],
    ['asked for is not shipped', { dates: [on('requested_shipment', '2026-12-01')] }, undefined, undefined],
    ['nobody says', { dates: [] }, undefined, undefined],
  ])('[S13] %s', (_, notice, shippedOn, expectedOn) => {
    expect(shippedOnOf(aShipNotice(notice))).toBe(shippedOn);
    expect(judged([piece('1')], notice)).toMatchObject([{ shippedOn, expectedOn }]);
  });
});

describe('the tree of a notice as a list', () => {
  const inside = (number: string | undefined, value: string) => {
    const { order: _order, ...unnamed } = aShippedItem(value);
    return number === undefined ? unnamed : aShippedItem(value, { order: { number } });
  };
  const flat = (notice: Partial<ShipNotice>) => {
    const { pieces, ssccs, packs } = flattenNotice(aShipNotice(notice));
    const named = pieces.map(({ shipped, orderNumber }) => `${shipped.value} for ${orderNumber ?? 'none'}`);
    return { named: named.sort(), ssccs: [...ssccs].sort(), packs };
  };

  it('[S13] every pack and every item at every depth, each item for the order it names', () => {
    const cartons = [aPack('C1', [inside('PO-71', '1')]), aPack('C2', [inside('PO-72', '2')])];
    const packs = [aPack('P1', [inside('PO-72', '3')], cartons), aPack('P2', [])];
    expect(flat({ packs, items: [inside('PO-71', '4')] })).toEqual({
      named: ['1 for PO-71', '2 for PO-72', '3 for PO-72', '4 for PO-71'],
      ssccs: ['C1', 'C2', 'P1', 'P2'],
      packs: 4,
    });
  });

  it.each([
    ['the only order of the notice', [{ number: 'PO-71' }], ['5 for PO-71']],
    ['the only order, named twice', [{ number: 'PO-71' }, { number: 'PO-71' }], ['5 for PO-71']],
    ['none of several', [{ number: 'PO-71' }, { number: 'PO-72' }], ['5 for none']],
    ['none where none is named', [], ['5 for none']],
  ])('[S13] an item that names no order is for %s', (_, orders, named) => {
    expect(flat({ orders, items: [inside(undefined, '5')] }).named).toEqual(named);
  });
});
