import { describe, expect, it } from 'vitest';
import { refusedChange } from '#business/purchasing/rules/refused-change.ts';
import { strangersException } from '#business/purchasing/rules/strangers-exception.ts';
import { changeInWords, changeNotPossible, onTheirWay } from '#business/purchasing/rules/too-late.ts';
import { anAcknowledgedLine } from '#test/builders/an-acknowledgement.ts';
import { anOrderChange } from '#test/builders/an-order-change.ts';
import { anOrderLedger } from '#test/builders/an-order-ledger.ts';
import { aLedgerLine, shipped } from './ledger-line.ts';

const order = { supplierId: 'S1', partnerId: 'acme', purchaseOrderId: 'po-1', orderNumber: 'PO-71' };
const { partnerId: _none, ...unpartnered } = anOrderLedger();

describe('changes that cannot be made any more', () => {
  const ledger = anOrderLedger({ lines: [aLedgerLine(1), aLedgerLine(2, shipped(['100'], ['50']))] });
  const change = (lineNumber: number) => ({
    lineNumber,
    itemId: `I${lineNumber}`,
    action: 'change' as const,
    requestedDate: '2026-12-15',
  });

  it('[S12] are those of lines on their way', () => {
    const [one, two] = [change(1), change(2)];
    expect(onTheirWay(ledger, [one, two])).toEqual({ tellable: [one], tooLate: [two] });
  });

  it('[S12] are told with what was shipped', () => {
    expect(changeNotPossible(ledger, [change(2), change(7)])).toEqual({
      kind: 'change-not-possible',
      cause: ['po-1', '2', '7'],
      title: 'PO-71 was changed after its goods were shipped: the supplier is not asked.',
      about: order,
      evidence: [
        { what: 'Line 2 (I2)', expected: 'change by 2026-12-15', received: 'shipped 100 + 50' },
        { what: 'Line 7 (I7)', expected: 'change by 2026-12-15', received: 'shipped ' },
      ],
    });
    expect(changeNotPossible({ ...ledger, ...unpartnered }, []).about).toHaveProperty('partnerId');
    expect(changeNotPossible(unpartnered, []).about).not.toHaveProperty('partnerId');
    const many = Array.from({ length: 60 }, (_, n) => change(n + 1));
    expect(changeNotPossible(ledger, many).evidence).toHaveLength(50);
  });

  it('[S12] say what they were', () => {
    const price = { amount: '12.5', currency: 'EUR', per: { value: '100', unit: 'EA' } } as const;
    const quantity = { value: '400', unit: 'EA' } as const;
    expect(changeInWords({ ...change(1), quantity, price })).toBe(
      'change quantity 400 EA price 12.5 EUR per 100 EA by 2026-12-15',
    );
    expect(changeInWords({ lineNumber: 1, itemId: 'I1', action: 'cancel' })).toBe('cancel');
  });

  it('[S12] refused by the supplier, they are told by line', () => {
    const lines = [change(1), change(2)];
    const draft = refusedChange(ledger, anOrderChange({ sequence: 3, lines }), [2], 'pd-1');
    expect(draft).toEqual({
      kind: 'change-not-possible',
      cause: ['po-1', 'oc-1'],
      title: 'The supplier refuses change 3 of PO-71: with it the order stands as it was.',
      about: { ...order, orderChangeId: 'oc-1', partnerDocumentId: 'pd-1' },
      evidence: [{ what: 'Line 2 (I2)', expected: 'change by 2026-12-15', received: 'refused' }],
    });
    expect(refusedChange(unpartnered, anOrderChange(), [1], 'pd-1').about).not.toHaveProperty('partnerId');
    const many = Array.from({ length: 60 }, (_, n) => ({ ...change(n + 1), itemId: 'x'.repeat(90) }));
    const { evidence } = refusedChange(
      ledger,
      anOrderChange({ lines: many }),
      many.map(({ lineNumber }) => lineNumber),
      'pd-1',
    );
    expect([evidence.length, evidence[0]?.what]).toEqual([50, `Line 1 (${'x'.repeat(72)}`]);
  });
});

describe('lines of an answer that were not ordered', () => {
  const { lineNumber: _number, ...unnumbered } = anAcknowledgedLine();

  it('[S11] are one question, with what they are', () => {
    const item = [
      { scheme: 'buyer-item', value: 'Z1' },
      { scheme: 'gtin', value: '04012345000016' },
    ];
    expect(strangersException(anOrderLedger(), [], 'pd-1')).toEqual([]);
    expect(
      strangersException(
        anOrderLedger(),
        [anAcknowledgedLine({ lineNumber: '9', item }), unnumbered],
        'pd-1',
      ),
    ).toEqual([
      {
        kind: 'answer-contradicts',
        cause: ['po-1', 'strangers'],
        title: 'The answer to PO-71 has lines that were not ordered.',
        about: { ...order, partnerDocumentId: 'pd-1' },
        evidence: [
          { what: 'line 9', expected: 'nothing', received: 'Z1 04012345000016' },
          { what: 'line without a number', expected: 'nothing', received: 'I1' },
        ],
      },
    ]);
  });

  it('[S11] are told fifty of them, each as far as it fits, and name no partner where there is none', () => {
    const item = [{ scheme: 'buyer-item', value: 'x'.repeat(400) }];
    const [draft] = strangersException(unpartnered, new Array(60).fill({ ...unnumbered, item }), 'pd-1');
    expect([draft?.evidence.length, draft?.evidence[0]?.received?.length]).toEqual([50, 300]);
    expect(draft?.about).not.toHaveProperty('partnerId');
  });
});
