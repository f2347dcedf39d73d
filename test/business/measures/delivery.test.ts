import { expect, it } from 'vitest';
import { deliveryOf } from '#business/measures/rules/delivery.ts';
import { aPartnerAgreement } from '#test/builders/a-partner-agreement.ts';
import { aLedgerLine } from '../finance/finance-room.ts';

/** 5 days early, 2 late; 5 % under, nothing over. */
const { tolerances } = aPartnerAgreement();
const due = '2026-12-10';
const later = '2027-01-31';

type Receipt = readonly [good: string, on: string];
const delivered = (receipts: readonly Receipt[], today = later, answer?: string) =>
  deliveryOf(
    aLedgerLine({
      received: receipts.map(([good, receivedOn], n) => ({
        receiptId: `gr-${n}`,
        good,
        damaged: '0',
        receivedOn,
      })),
      ...(answer !== undefined && {
        answer: { documentId: 'pd-1', outcomes: ['quantity'], quantity: answer },
      }),
    }),
    due,
    tolerances,
    today,
  );

it.each<[string, readonly Receipt[], { onTimeInFull: boolean; onTime: boolean; inFull: boolean }]>([
  ['on the day', [['480', due]], { onTimeInFull: true, onTime: true, inFull: true }],
  [
    'at the ends of the tolerance',
    [
      ['240', '2026-12-05'],
      ['240', '2026-12-12'],
    ],
    { onTimeInFull: true, onTime: true, inFull: true },
  ],
  ['a day too late', [['480', '2026-12-13']], { onTimeInFull: false, onTime: false, inFull: true }],
  ['a day too early', [['480', '2026-12-04']], { onTimeInFull: false, onTime: false, inFull: true }],
  ['5 % short', [['456', due]], { onTimeInFull: true, onTime: true, inFull: true }],
  ['shorter', [['455', due]], { onTimeInFull: false, onTime: true, inFull: false }],
  ['too much', [['481', due]], { onTimeInFull: false, onTime: true, inFull: false }],
  [
    'the rest too late',
    [
      ['400', due],
      ['80', '2026-12-13'],
    ],
    { onTimeInFull: false, onTime: false, inFull: true },
  ],
  [
    'too much only later',
    [
      ['480', due],
      ['10', '2026-12-20'],
    ],
    { onTimeInFull: true, onTime: false, inFull: false },
  ],
  ['never', [], { onTimeInFull: false, onTime: false, inFull: false }],
  ['all damaged', [['0', due]], { onTimeInFull: false, onTime: false, inFull: false }],
])('[O9] %s', (_name, receipts, expected) => {
  expect(delivered(receipts)).toEqual(expected);
});

it('[O9] nobody can say before the tolerance is over, except of what is fulfilled', () => {
  expect(delivered([['100', due]], '2026-12-12')).toBeUndefined();
  expect(delivered([['100', due]], '2026-12-13')).toMatchObject({ onTimeInFull: false });
  expect(delivered([['480', due]], '2026-12-10')).toMatchObject({ onTimeInFull: true });
});

it('[S8] against what the supplier confirmed, in its own unit', () => {
  expect(delivered([['336', due]], later, '7')).toMatchObject({ inFull: false, asConfirmed: true });
  expect(delivered([['480', due]], later, '7')).toMatchObject({ inFull: true, asConfirmed: false });
});
