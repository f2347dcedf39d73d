import { describe, expect, it } from 'vitest';
import {
  receiptCauses,
  receiptExceptions,
  unorderedReceipt,
} from '#business/purchasing/rules/receipt-exceptions.ts';
import { receivedLedger } from '#business/purchasing/rules/received-ledger.ts';
import type { LedgerLine } from '#core/canonical/order-ledger.ts';
import { aGoodsReceipt, aReceivedLine } from '#test/builders/a-goods-receipt.ts';
import { anOrderLedger } from '#test/builders/an-order-ledger.ts';
import { aLedgerLine, received, shipped } from './ledger-line.ts';

const order = { supplierId: 'S1', partnerId: 'acme', purchaseOrderId: 'po-1', orderNumber: 'PO-71' };
const { partnerId: _none, ...unpartnered } = anOrderLedger();

describe('what receiving is asked about a line of 480', () => {
  const asked = (line: Partial<LedgerLine>, announces = true) =>
    receiptExceptions(anOrderLedger({ lines: [aLedgerLine(1, line)] }), [1], announces).map(
      ({ kind, title, evidence, atStake }) => [
        kind,
        title.split(': ')[1] ?? title,
        evidence,
        atStake?.amount,
      ],
    );
  const row = (what: string, expected: string, came: string) => ({
    what,
    expected: `${expected} pieces`,
    received: `${came} pieces`,
  });
  const differs = (what: string, stake: string, ...evidence: object[]) => [
    'receipt-differs',
    what,
    evidence,
    stake,
  ];
  const unannounced = (came: string) => [
    'receipt-unannounced',
    'Goods of PO-71 arrived that were not announced.',
    [{ what: 'line 1 I1', expected: 'a ship notice', received: `${came} pieces` }],
    undefined,
  ];
  const [more, less, damaged] = [
    'more arrived than expected',
    'less arrived than announced',
    'goods arrived damaged',
  ];

  it.each<readonly [string, Partial<LedgerLine>, readonly unknown[]]>([
    ['as announced', { ...shipped(['400']), ...received(['400']) }, []],
    ['as announced in parts', { ...shipped(['300'], ['100']), ...received(['250'], ['150']) }, []],
    [
      'less',
      { ...shipped(['400']), ...received(['320']) },
      [differs(`${less}.`, '10', row('quantity announced', '400', '320'))],
    ],
    [
      'more',
      { ...shipped(['400']), ...received(['480']) },
      [differs(`${more}.`, '10', row('quantity announced', '400', '480'))],
    ],
    [
      'damaged',
      { ...shipped(['400']), ...received(['320', '80']) },
      [differs(`${damaged}.`, '10', row('damaged', '0', '80'))],
    ],
    [
      'less, and damaged',
      { ...shipped(['400']), ...received(['160', '80'], ['0', '80']) },
      [
        differs(
          `${less}, ${damaged}.`,
          '30',
          row('quantity announced', '400', '320'),
          row('damaged', '0', '160'),
        ),
      ],
    ],
    ['nothing yet', shipped(['400']), []],
    [
      'unannounced',
      received(['400', '8']),
      [differs(`${damaged}.`, '1', row('damaged', '0', '8')), unannounced('408')],
    ],
    [
      'unannounced, and more than ordered',
      received(['560']),
      [differs(`${more}.`, '10', row('quantity ordered', '480', '560')), unannounced('560')],
    ],
  ])('[W1] %s', (_, line, expected) => {
    expect(asked(line)).toEqual(expected);
  });

  it.each<readonly [string, Partial<LedgerLine>, readonly unknown[]]>([
    ['less', { ...shipped(['400']), ...received(['320']) }, []],
    ['all', received(['480']), []],
    [
      'more',
      { ...shipped(['400']), ...received(['560']) },
      [differs(`${more}.`, '10', row('quantity ordered', '480', '560'))],
    ],
  ])('[W1] of a supplier that announces nothing: %s', (_, line, expected) => {
    expect(asked(line, false)).toEqual(expected);
  });
});

describe('about which lines and receipts', () => {
  const lines = [
    aLedgerLine(1, received(['500'], ['60'])),
    aLedgerLine(2, { ...shipped(['1']), ...received(['500']) }),
    aLedgerLine(3, received(['500'])),
  ];
  const ledger = anOrderLedger({ lines });

  it('[W1] each line, and each receipt that brought goods nobody announced', () => {
    const drafts = receiptExceptions(ledger, [1, 2], true);
    expect(drafts.map(({ kind, cause, about }) => [kind, cause, about])).toEqual([
      ['receipt-differs', ['po-1', '1'], { ...order, goodsReceiptId: 'gr-2', lineNumber: 1, itemId: 'I1' }],
      ['receipt-differs', ['po-1', '2'], { ...order, goodsReceiptId: 'gr-1', lineNumber: 2, itemId: 'I2' }],
      ['receipt-unannounced', ['po-1', 'gr-1'], { ...order, goodsReceiptId: 'gr-1' }],
      ['receipt-unannounced', ['po-1', 'gr-2'], { ...order, goodsReceiptId: 'gr-2' }],
    ]);
    expect(drafts[0]?.title).toBe('Line 1 (I1) of PO-71: more arrived than expected.');
    expect(drafts.map(({ evidence }) => evidence.map(({ received: came }) => came))).toEqual([
      ['560 pieces'],
      ['500 pieces'],
      ['500 pieces', '500 pieces'],
      ['60 pieces'],
    ]);
  });

  it('[W1] the causes of all it may have asked are known again', () => {
    expect(receiptCauses(ledger, [1, 2])).toEqual([
      ['po-1', '1'],
      ['po-1', '2'],
      ['po-1', 'gr-1'],
      ['po-1', 'gr-2'],
    ]);
    expect(receiptCauses(ledger, [3])).toEqual([
      ['po-1', '3'],
      ['po-1', 'gr-1'],
    ]);
    const turned = anOrderLedger({
      lines: [aLedgerLine(1, { received: (lines[0]?.received ?? []).toReversed() })],
    });
    expect(receiptCauses(turned, [1]).slice(1)).toEqual([
      ['po-1', 'gr-1'],
      ['po-1', 'gr-2'],
    ]);
  });

  it('[W1] of a ledger without a partner it names none', () => {
    const [draft] = receiptExceptions({ ...unpartnered, lines }, [1], true);
    expect(draft?.about).not.toHaveProperty('partnerId');
  });

  it('[W1] fifty lines are told, each as far as it fits', () => {
    const many = Array.from({ length: 60 }, (_, n) =>
      aLedgerLine(n + 1, { ...received(['1']), itemId: 'x'.repeat(90) }),
    );
    const drafts = receiptExceptions(
      anOrderLedger({ lines: many }),
      many.map(({ lineNumber }) => lineNumber),
      true,
    );
    expect(drafts.map(({ evidence }) => evidence.length)).toEqual([50]);
    expect(drafts[0]?.evidence[0]?.what).toBe(`line 1 ${'x'.repeat(73)}`);
  });

  it('[W1] what is for no order at all is told by receipt', () => {
    const { purchaseOrderId: _order, lineNumber: _line, ...unordered } = aReceivedLine('7');
    expect(unorderedReceipt(aGoodsReceipt())).toEqual([]);
    expect(unorderedReceipt(aGoodsReceipt({ lines: [aReceivedLine(), unordered] }))).toEqual([
      {
        kind: 'receipt-unannounced',
        cause: ['gr-1'],
        title: 'Receipt IN-9: goods arrived that nobody ordered.',
        about: { supplierId: 'S1', goodsReceiptId: 'gr-1' },
        evidence: [{ what: 'I1', expected: 'an order', received: '7 pieces' }],
      },
    ]);
    const lines = Array.from({ length: 60 }, () => ({ ...unordered, itemId: 'x'.repeat(90) }));
    const [many] = unorderedReceipt(aGoodsReceipt({ number: 'N'.repeat(300), lines }));
    expect([many?.evidence.length, many?.evidence[0]?.what, many?.title.length]).toEqual([
      50,
      'x'.repeat(80),
      300,
    ]);
  });
});

describe('the receipts of a line', () => {
  const line = (differing: object) => ({ ...aReceivedLine(), ...differing });
  const counted = (lines: LedgerLine[], receipt: Parameters<typeof aGoodsReceipt>[0]) =>
    receivedLedger(anOrderLedger({ lines }), aGoodsReceipt(receipt)).lines.map((one) =>
      one.received.map(({ receiptId, good, damaged, receivedOn }) =>
        [receiptId, good, damaged, receivedOn].join(' '),
      ),
    );

  it('[W1] each receipt once, all its parts together, in the order of arrival', () => {
    const parts = [
      aReceivedLine('5', '2'),
      aReceivedLine('7', '1'),
      line({ lineNumber: 2 }),
      line({ purchaseOrderId: 'po-9' }),
    ];
    const before = [aLedgerLine(1, received(['1'], ['2'])), aLedgerLine(2), aLedgerLine(3)];
    expect(counted(before, { id: 'gr-2', lines: parts, receivedOn: '2026-12-07' })).toEqual([
      ['gr-2 12 3 2026-12-07', 'gr-1 1 0 2026-12-08'],
      ['gr-2 480 0 2026-12-07'],
      [],
    ]);
    expect(counted(before, { id: 'gr-0', receivedOn: '2026-12-08' })[0]).toEqual([
      'gr-0 480 0 2026-12-08',
      'gr-1 1 0 2026-12-08',
      'gr-2 2 0 2026-12-08',
    ]);
    expect(counted(before, { id: 'gr-9', receivedOn: '2026-12-09' })[0]?.at(-1)).toBe(
      'gr-9 480 0 2026-12-09',
    );
  });

  it('[W1] a receipt that no longer brings a line is taken off it', () => {
    expect(counted([aLedgerLine(1, received(['1'], ['2']))], { id: 'gr-1', lines: [] })).toEqual([
      ['gr-2 2 0 2026-12-08'],
    ]);
  });
});
