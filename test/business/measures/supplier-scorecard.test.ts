import { expect, it } from 'vitest';
import { supplierScorecard } from '#business/measures/supplier-scorecard.ts';
import type { OrderLedger } from '#core/canonical/order-ledger.ts';
import { partnerOfSupplier } from '#core/canonical/partner.ts';
import { type SupplierMeasureId, supplierScorecardSchema } from '#core/canonical/scorecard.ts';
import type { AnyChange } from '#core/kernel/records.ts';
import { unwrap } from '#core/kernel/result.ts';
import { aSupplier } from '#test/builders/replenishment-room.ts';
import { aLedger, aLedgerLine, anInvoiceLine, correlationId, financeRoom } from '../finance/finance-room.ts';

async function measuringRoom() {
  const room = financeRoom();
  const partner = {
    id: 'nordbolt',
    name: 'Nordbolt',
    supplierId: 'S1',
    agreementVersion: 1,
    identifiers: [partnerOfSupplier('S1')],
  };
  const changes: AnyChange[] = [
    { type: 'supplier', id: 'S1', expect: 'absent', body: aSupplier() },
    { type: 'partner', id: 'nordbolt', expect: 'absent', body: partner },
  ];
  unwrap(await room.records.commit({ changes, correlationId }));
  return {
    ...room,
    scorecard: (month: string) => supplierScorecard(room, { supplierId: 'S1', month }),
    measure: async (month: string, measure: SupplierMeasureId) => {
      const card = supplierScorecardSchema.parse(
        unwrap(await supplierScorecard(room, { supplierId: 'S1', month })),
      );
      const found = card.measures.find((one) => one.measure === measure);
      if (!found) throw new Error(`no ${measure}`);
      const { value, numerator, denominator, counted, missed } = found;
      return { value, numerator, denominator, counted, missed };
    },
  };
}

const answered = (orderNumber: string, hours: number): OrderLedger =>
  aLedger({
    orderNumber,
    orderDate: '2026-11-23',
    told: { documentId: `pd-out-${orderNumber}`, at: '2026-11-23T08:00:00.000Z', delivery: 'delivered' },
    answer: {
      state: 'accepted',
      answeredAt: new Date(Date.parse('2026-11-23T08:00:00.000Z') + hours * 3_600_000).toISOString(),
    },
  });

it('[S8] acknowledgement time is the median, and in time what came within the hours agreed', async () => {
  const room = await measuringRoom();
  const told = { documentId: 'out', at: '2026-11-23T08:00:00.000Z', delivery: 'sent' } as const;
  await room.order(
    answered('PO1', 2),
    answered('PO2', 6),
    answered('PO3', 30),
    aLedger({ orderNumber: 'PO4', told, answer: { state: 'awaiting' } }),
    aLedger({ orderNumber: 'PO5', told: { ...told, delivery: 'refused' }, answer: { state: 'awaiting' } }),
    aLedger({ orderNumber: 'PO6', told, answer: { state: 'awaiting' }, cancelled: true }),
  );
  expect(await room.measure('2026-11', 'acknowledgement-time')).toEqual({
    value: '6',
    numerator: 3,
    denominator: 4,
    counted: ['po-PO3', 'po-PO2', 'po-PO1'],
    missed: ['po-PO4'],
  });
  expect(await room.measure('2026-11', 'acknowledgement-in-time')).toMatchObject({
    value: '50',
    numerator: 2,
    denominator: 4,
    missed: ['po-PO4', 'po-PO3'],
  });
  expect(await room.measure('2026-12', 'acknowledgement-time')).toMatchObject({ denominator: 0 });
});

it('[O9] on time in full by the first promise, with the requested date beside it', async () => {
  const room = await measuringRoom();
  room.clock.set('2027-01-20T08:00:00.000Z');
  const line = (lineNumber: number, promised: string, receivedOn: string) =>
    aLedgerLine({
      lineNumber,
      requestedDate: '2026-12-07',
      firstPromisedDate: promised,
      lastPromisedDate: receivedOn,
      received: [{ receiptId: `gr-${lineNumber}`, good: '480', damaged: '0', receivedOn }],
    });
  await room.order(
    aLedger({
      lines: [
        line(1, '2026-12-07', '2026-12-08'),
        line(2, '2026-12-14', '2026-12-14'),
        line(3, '2026-12-07', '2026-12-21'),
        line(4, '2027-01-04', '2027-01-04'),
        { ...line(5, '2026-12-07', '2026-12-21'), cancelled: true },
      ],
    }),
  );
  expect(await room.measure('2026-12', 'on-time-in-full')).toEqual({
    value: '66.7',
    numerator: 2,
    denominator: 3,
    counted: ['po-PO100#1', 'po-PO100#2'],
    missed: ['po-PO100#3'],
  });
  expect(await room.measure('2026-12', 'on-time-in-full-requested')).toMatchObject({
    value: '25',
    numerator: 1,
    denominator: 4,
  });
  expect(await room.measure('2027-01', 'on-time-in-full')).toMatchObject({ value: '100', denominator: 1 });
});

it('[S8] invoices: prices, and what was matched without a person', async () => {
  const room = await measuringRoom();
  await room.order(aLedger());
  await room.receive('gr-1', '200');
  const part = (number: string, price = '12.5') => ({
    number,
    lines: [
      anInvoiceLine({
        quantity: { value: '96', unit: 'EA' },
        price: { amount: price, per: { value: '100', unit: 'EA' } },
      }),
    ],
    totals: {},
  });
  expect(await room.invoice('pd-1', part('R-1'))).toBe('matched');
  expect(await room.invoice('pd-2', part('R-1'))).toBe('duplicate');
  for (const n of [3, 4, 5]) expect(await room.invoice(`pd-${n}`, part(`R-${n}`, '20'))).toBe('blocked');
  await room.decide('override', 'pd-4');
  await room.decide('reject', 'pd-5');
  expect(await room.invoice('pd-6', part('R-6'))).toBe('waiting_for_receipt');
  expect(await room.measure('2026-12', 'price-accuracy')).toEqual({
    value: '50',
    numerator: 2,
    denominator: 4,
    counted: ['pd-6#1', 'pd-1#1'],
    missed: ['pd-4#1', 'pd-3#1'],
  });
  expect(await room.measure('2026-12', 'invoice-match-rate')).toEqual({
    value: '33.3',
    numerator: 1,
    denominator: 3,
    counted: ['pd-1'],
    missed: ['pd-4', 'pd-3'],
  });
});

it('[S8] nobody is measured whom we do not know', async () => {
  const room = financeRoom();
  expect(await supplierScorecard(room, { supplierId: 'S9', month: '2026-12' })).toMatchObject({
    problem: { code: 'not-found' },
  });
});
