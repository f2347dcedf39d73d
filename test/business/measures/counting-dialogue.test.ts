import { describe, expect, it } from 'vitest';
import { aLedger } from '#test/builders/a-ledger.ts';
import { aMatchedInvoice } from '#test/builders/a-matched-invoice.ts';
import { aReadModelRoom } from '#test/builders/a-read-model-room.ts';
import { anOrderChange } from '#test/builders/an-order-change.ts';
import { changeTo, commit, counted, HOUR, order } from '#test/builders/counted-changes.ts';

describe('what is counted of orders, answers and sources', () => {
  it('[O9] acknowledgement match: lines accepted as they came, of the lines that document answered', async () => {
    const room = aReadModelRoom();
    const [line] = aLedger().lines;
    if (!line) throw new Error('a ledger without lines');
    const answered = (lineNumber: number, outcome: 'accepted' | 'price', documentId = 'pd-9') => ({
      ...line,
      lineNumber,
      answer: { documentId, outcomes: [outcome] },
    });
    const lines = [
      answered(1, 'accepted'),
      answered(2, 'price'),
      answered(3, 'accepted', 'pd-8'),
      { ...line, lineNumber: 4 },
    ];
    await commit(
      room,
      changeTo('order-ledger', aLedger({}, { lines }), {
        name: 'order-acknowledged',
        data: { purchaseOrderId: 'po-1', partnerDocumentId: 'pd-9', state: 'differs' },
      }),
    );
    await room.deliverAll();
    expect(await counted(room, 'acknowledged-lines')).toEqual([1, 2]);
  });

  it('[O9] acknowledgement timeliness: each order once, by its first answer or by being overdue', async () => {
    const room = aReadModelRoom();
    const acknowledged = (id: string) =>
      ({
        name: 'order-acknowledged',
        data: { purchaseOrderId: id, partnerDocumentId: 'pd-9', state: 'accepted' },
      }) as const;
    const overdue = (id: string) =>
      ({ name: 'order-answer-overdue', data: { purchaseOrderId: id, dueAt: room.clock.now() } }) as const;
    const late = aLedger({ id: 'po-late', number: 'PO-1' });
    const inTime = aLedger({ id: 'po-in-time', number: 'PO-2' });
    await commit(
      room,
      changeTo('order-ledger', inTime, acknowledged('po-in-time'), acknowledged('po-in-time')),
    );
    await commit(room, changeTo('order-ledger', late, overdue('po-late')));
    await commit(room, changeTo('order-ledger', late, acknowledged('po-late')));
    await room.deliverAll();
    expect(await counted(room, 'acknowledged-in-time')).toEqual([1, 2]);
  });

  it('[O9] postings: confirmed of confirmed and refused, by system and lane, each verdict once', async () => {
    const room = aReadModelRoom();
    for (const state of ['requested', 'refused', 'requested'] as const) await order(room, state);
    room.clock.advance(90_000);
    await order(room, 'confirmed');
    const told = (posting: string) =>
      ({
        name: 'order-change-settled',
        data: { orderChangeId: 'oc-1', purchaseOrderId: 'po-1', posting, telling: 'none' },
      }) as const;
    await commit(
      room,
      changeTo(
        'order-change',
        anOrderChange({ posting: 'posted' }),
        { name: 'order-change-requested', data: { ...told('requested').data, system: 'tryton' } },
        told('requested'),
        told('posted'),
        told('posted'),
      ),
    );
    await commit(
      room,
      changeTo('invoice', aMatchedInvoice({ state: 'refused' }), {
        name: 'invoice-settled',
        data: { invoiceId: 'pd-1', state: 'refused' },
      }),
    );
    await room.deliverAll();
    expect(await counted(room, 'postings')).toEqual([2, 4]);
    expect(await counted(room, 'postings', 'lane', 'create-purchase-order')).toEqual([1, 2]);
    expect(await counted(room, 'postings', 'lane', 'amend-purchase-order')).toEqual([1, 1]);
    expect(await counted(room, 'postings', 'system', 'tryton')).toEqual([2, 4]);
    expect(await counted(room, 'posting-delay', 'lane', 'create-purchase-order')).toEqual([90, 1]);
  });

  it('[O9] invoice match: each invoice once, by what was said of it first', async () => {
    const room = aReadModelRoom();
    const matched = (id: string) =>
      ({ name: 'invoice-matched', data: { invoiceId: id, system: 'tryton' } }) as const;
    const settled = (id: string, state: string) =>
      ({ name: 'invoice-settled', data: { invoiceId: id, state } }) as const;
    for (const [id, events] of [
      [
        'pd-good',
        [
          settled('pd-good', 'waiting_for_receipt'),
          matched('pd-good'),
          settled('pd-good', 'refused'),
          matched('pd-good'),
        ],
      ],
      ['pd-bad', [settled('pd-bad', 'blocked'), matched('pd-bad'), settled('pd-bad', 'posted')]],
      ['pd-twice', [settled('pd-twice', 'duplicate')]],
    ] as const) {
      await commit(room, changeTo('invoice', aMatchedInvoice({ id }), ...events));
    }
    await room.deliverAll();
    expect(await counted(room, 'matched-invoices')).toEqual([1, 2]);
  });

  it('[O9] how far behind a source we are is counted of the pulls that brought something', async () => {
    const room = aReadModelRoom();
    const pull = async (lagSeconds: number | undefined, succeeded = true) => {
      room.clock.advance(HOUR);
      const at = room.clock.now();
      await commit(
        room,
        changeTo(
          'source-status',
          {
            id: 'tryton:master-data',
            system: 'tryton',
            what: 'master-data',
            triedAt: at,
            changed: lagSeconds === undefined ? 0 : 1,
            everySeconds: 900,
            ...(lagSeconds !== undefined && { lagSeconds }),
          },
          {
            name: 'source-synced',
            data: {
              sourceId: 'tryton:master-data',
              system: 'tryton',
              what: 'master-data',
              succeeded,
              changed: 0,
            },
          },
        ),
      );
      await room.deliverAll();
    };
    await pull(120);
    await pull(undefined);
    await pull(60, false);
    expect(await counted(room, 'source-pulls', 'source', 'tryton:master-data')).toEqual([2, 3]);
    expect(await counted(room, 'sync-lag')).toEqual([120, 1]);
  });

  it('[O2] figures are counted by region where the location is known', async () => {
    const room = aReadModelRoom();
    await commit(
      room,
      changeTo('location', {
        id: 'HAM',
        name: 'Hamburg',
        kind: 'warehouse',
        status: 'active',
        region: 'north',
        company: 'C1',
        receivingDays: [1, 2, 3],
        dockToStockDays: 0,
        identifiers: [],
        provenance: { system: 'tryton', receivedAt: room.clock.now() },
      }),
    );
    for (const state of ['requested', 'confirmed'] as const) await order(room, state);
    await room.deliverAll();
    expect(await counted(room, 'postings', 'region', 'north')).toEqual([1, 1]);
  });
});
