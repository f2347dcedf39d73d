import { describe, expect, it } from 'vitest';
import {
  aLedger,
  aLedgerLine,
  anInvoice,
  anInvoiceLine,
  correlationId,
  financeRoom,
} from './finance-room.ts';

const published = (room: ReturnType<typeof financeRoom>, name: string) =>
  room.records
    .published()
    .filter(({ type }) => type === `crossdock.${name}.v1`)
    .map(({ data }) => data);

const fail = (): never => {
  throw new Error('there is no such document');
};

describe('an invoice that agrees with order and receipt', () => {
  it('[S7] is matched, counted on its order and told to posting', async () => {
    const room = financeRoom();
    await room.order(aLedger());
    await room.receive('gr-1', '480');
    expect(await room.invoice('pd-1')).toBe('matched');
    expect(await room.invoiceOf('pd-1')).toMatchObject({
      total: '60',
      tax: '0',
      system: 'tryton',
      reasons: [],
      lines: [
        { purchaseOrderId: 'po-PO100', lineNumber: 1, baseQuantity: '480', amount: '60', verdict: 'matched' },
      ],
    });
    const [line] = (await room.ledgerOf()).lines;
    expect(line?.invoiced).toEqual([{ invoiceId: 'pd-1', quantity: '480', amount: '60' }]);
    expect(published(room, 'invoice-matched')).toEqual([
      { invoiceId: 'pd-1', system: 'tryton', purchaseOrderIds: ['po-PO100'] },
    ]);
    const document = await room.records.get('partner-document', 'pd-1');
    expect(document?.body).toMatchObject({ state: 'applied', resultId: 'pd-1', purchaseOrderId: 'po-PO100' });
  });

  it('[S7] changes nothing when it is worked on again', async () => {
    const room = financeRoom();
    await room.order(aLedger());
    await room.receive('gr-1', '480');
    await room.invoice('pd-1');
    const before = room.records.published().length;
    expect(await room.match('pd-1')).toMatchObject({ ok: true, value: { state: 'matched' } });
    expect(room.records.published()).toHaveLength(before);
  });

  it('[S14] in cases at a price per thousand comes to the same', async () => {
    const room = financeRoom();
    await room.order(aLedger());
    await room.receive('gr-1', '480');
    const line = anInvoiceLine({
      quantity: { value: '10', unit: 'XCS' },
      price: { amount: '125', per: { value: '1000', unit: 'EA' }, basis: 'PM' },
    });
    expect(await room.invoice('pd-1', { lines: [line] })).toBe('matched');
  });

  it('[S14] for several orders is matched with each of them', async () => {
    const room = financeRoom();
    const orders = ['PO100', 'PO101', 'PO102'].map((orderNumber) => aLedger({ orderNumber }));
    await room.order(...orders);
    for (const { orderNumber } of orders) await room.receive(`gr-${orderNumber}`, '480', { orderNumber });
    const lines = orders.map(({ orderNumber }) =>
      anInvoiceLine({ order: { number: orderNumber, line: '1' } }),
    );
    const named = orders.map(({ orderNumber }) => ({ number: orderNumber }));
    expect(await room.invoice('pd-1', { orders: named, lines, totals: { invoice: '180' } })).toBe('matched');
    for (const { orderNumber } of orders) {
      expect((await room.ledgerOf(orderNumber)).lines[0]?.invoiced).toHaveLength(1);
    }
  });

  it('[S14] for as many orders as are taken fits into one commit, with everything that follows', async () => {
    const room = financeRoom();
    const orders = Array.from({ length: 17 }, (_, n) => aLedger({ orderNumber: `PO${100 + n}` }));
    await room.order(...orders);
    const named = orders.map(({ orderNumber }) => ({ number: orderNumber }));
    const lines = named.map((order) => anInvoiceLine({ order: { ...order, line: '1' } }));
    await room.deliver('pd-1', anInvoice({ orders: named, lines, totals: { invoice: '1020' } }));
    room.agree({ receiptWithinDays: 1 });
    expect(await room.match('pd-1')).toMatchObject({ value: { state: 'waiting_for_receipt' } });
    room.clock.advance(86_400_000);
    await room.sweep();
    expect((await room.invoiceOf('pd-1')).state).toBe('blocked');
    expect(await room.decide('override')).toBe('matched');
  });

  it('[S14] of more orders than one commit carries is refused with the reason', async () => {
    const room = financeRoom();
    await room.order(aLedger());
    const orders = Array.from({ length: 18 }, (_, n) => ({ number: `PO${100 + n}` }));
    expect(await room.invoice('pd-1', { orders })).toBe('document-rejected');
    const document = await room.records.get('partner-document', 'pd-1');
    expect(document?.body.findings[0]?.message).toBe('It is for 18 orders; 17 are taken.');
  });
});

describe('an invoice ahead of its receipt', () => {
  it('[S7] waits, and is matched when the goods arrive', async () => {
    const room = financeRoom();
    await room.order(aLedger());
    expect(await room.invoice('pd-1')).toBe('waiting_for_receipt');
    expect((await room.ledgerOf()).waitingInvoices).toEqual(['pd-1']);
    await room.receive('gr-1', '240');
    await room.hearReceipt();
    expect((await room.invoiceOf('pd-1')).state).toBe('waiting_for_receipt');
    await room.receive('gr-2', '240');
    await room.hearReceipt();
    expect((await room.invoiceOf('pd-1')).state).toBe('matched');
    const ledger = await room.ledgerOf();
    expect(ledger.waitingInvoices).toEqual([]);
    expect(ledger.lines[0]?.invoiced).toHaveLength(1);
  });

  it('[S7] that cannot be matched once more keeps no other from being blocked in time', async () => {
    const room = financeRoom();
    await room.order(aLedger());
    for (const id of ['pd-1', 'pd-2', 'pd-3']) await room.invoice(id, { number: `R-${id}` });
    await room.objects.delete('documents', 'documents/canonical/pd-1.json');
    room.clock.advance(10 * 86_400_000);
    expect(await room.sweep()).toMatchObject({ ok: false, problem: { code: 'not-found' } });
    const states = await Promise.all(['pd-1', 'pd-2', 'pd-3'].map((id) => room.invoiceOf(id)));
    expect(states.map(({ state }) => state)).toEqual(['waiting_for_receipt', 'blocked', 'blocked']);
  });

  it('[S7] is blocked by its deadline alone, and matched all the same when the goods come late', async () => {
    const room = financeRoom();
    await room.order(aLedger());
    await room.invoice('pd-1');
    room.clock.advance(10 * 86_400_000 - 1);
    expect(await room.sweep()).toEqual({ ok: true, value: { invoices: 0 } });
    room.clock.advance(1);
    expect(await room.sweep()).toEqual({ ok: true, value: { invoices: 1 } });
    expect(await room.invoiceOf('pd-1')).toMatchObject({
      state: 'blocked',
      reasons: [
        'The goods did not arrive in time.',
        'Line 1: 480 EA invoiced in all, 0 received in good order.',
      ],
    });
    const [open] = await room.exceptions();
    expect(open?.body).toMatchObject({
      kind: 'invoice-variance',
      atStake: { amount: '60', currency: 'EUR' },
      evidence: [
        {
          what: 'Line 1: waits_for_receipt',
          expected: 'order PO100 line 1: 10 XCS at 12.5 EUR per 100 EA; received 0 EA',
          received:
            '480 EA at 12.5 EUR per 100 EA, 60 EUR. 480 EA invoiced in all, 0 received in good order.',
        },
        { what: 'The invoice as a whole', received: 'The goods did not arrive in time.' },
      ],
    });
    await room.receive('gr-1', '480');
    await room.hearReceipt();
    expect((await room.invoiceOf('pd-1')).state).toBe('matched');
    expect(await room.exceptions()).toEqual([]);
    expect((await room.exceptions('resolved'))[0]?.body.resolution?.by).toBe('crossdock');
  });

  it('[S7] takes its turn: of two that wait for the same goods the first gets them', async () => {
    const room = financeRoom();
    await room.order(aLedger());
    const half = {
      lines: [anInvoiceLine({ quantity: { value: '240', unit: 'EA' } })],
      totals: { invoice: '30' },
    };
    await room.invoice('pd-1', half);
    await room.invoice('pd-2', { ...half, number: 'R-2' });
    await room.receive('gr-1', '240');
    await room.hearReceipt();
    expect((await room.invoiceOf('pd-1')).state).toBe('matched');
    expect((await room.invoiceOf('pd-2')).state).toBe('waiting_for_receipt');
  });

  it('[S14] does not wait for more than was ordered', async () => {
    const room = financeRoom();
    await room.order(aLedger());
    await room.receive('gr-1', '480');
    await room.invoice('pd-1');
    expect(await room.invoice('pd-2', { number: 'R-2' })).toBe('blocked');
    expect((await room.invoiceOf('pd-2')).lines[0]).toMatchObject({
      verdict: 'quantity',
      because: '960 EA invoiced in all, 480 received in good order, 480 to be expected.',
    });
  });

  it('[S14] damaged goods are not paid: only what was received in good order counts', async () => {
    const room = financeRoom();
    await room.order(
      aLedger({
        lines: [
          aLedgerLine({
            received: [{ receiptId: 'gr-1', good: '432', damaged: '48', receivedOn: '2026-12-08' }],
          }),
        ],
      }),
    );
    expect(await room.invoice('pd-1')).toBe('waiting_for_receipt');
  });
});

describe('a duplicate', () => {
  it('[S7] of number, supplier and amount is caught and never counted', async () => {
    const room = financeRoom();
    await room.order(aLedger());
    await room.receive('gr-1', '960');
    await room.invoice('pd-1');
    expect(await room.invoice('pd-2', { number: ' r-1' })).toBe('duplicate');
    expect((await room.ledgerOf()).lines[0]?.invoiced).toHaveLength(1);
    expect((await room.exceptions())[0]?.body.kind).toBe('invoice-duplicate');
  });

  it('[S7] with another amount is no duplicate', async () => {
    const room = financeRoom();
    await room.order(aLedger());
    await room.receive('gr-1', '480');
    const half = anInvoiceLine({ quantity: { value: '240', unit: 'EA' } });
    expect(await room.invoice('pd-1', { lines: [half], totals: { invoice: '30' } })).toBe('matched');
    const other = anInvoiceLine({ quantity: { value: '144', unit: 'EA' } });
    expect(await room.invoice('pd-2', { lines: [other], totals: { invoice: '18' } })).toBe('matched');
  });

  it('[S7] may come again once the first was rejected', async () => {
    const room = financeRoom();
    await room.order(aLedger());
    await room.receive('gr-1', '480');
    const wrong = anInvoiceLine({ price: { amount: '15', per: { value: '100', unit: 'EA' } } });
    expect(await room.invoice('pd-1', { lines: [wrong] })).toBe('blocked');
    expect(await room.decide('reject')).toBe('rejected');
    expect(await room.invoice('pd-2')).toBe('matched');
  });
});

describe('what accounts payable decides', () => {
  const dear = anInvoiceLine({ price: { amount: '15', per: { value: '100', unit: 'EA' } } });

  it('[S7] an override posts the invoice as it is, and says who decided', async () => {
    const room = financeRoom();
    await room.order(aLedger());
    await room.receive('gr-1', '480');
    expect(await room.invoice('pd-1', { lines: [dear], totals: { invoice: '72' } })).toBe('blocked');
    expect(await room.decide('override')).toBe('matched');
    expect(await room.invoiceOf('pd-1')).toMatchObject({ state: 'matched', overriddenBy: 'ap-desk' });
    expect((await room.ledgerOf()).lines[0]?.invoiced).toEqual([
      { invoiceId: 'pd-1', quantity: '480', amount: '72' },
    ]);
    expect(room.records.audit().map(({ action }) => action)).toContain('override-invoice');
    expect(published(room, 'invoice-matched')).toHaveLength(1);
  });

  it('[S7] what was let pass once does not block what follows', async () => {
    const room = financeRoom();
    await room.order(aLedger());
    await room.receive('gr-1', '480');
    const some = { value: '240', unit: 'EA' } as const;
    await room.invoice('pd-1', { lines: [{ ...dear, quantity: some }], totals: { invoice: '36' } });
    await room.decide('override');
    const rest = anInvoiceLine({ quantity: some });
    expect(await room.invoice('pd-2', { number: 'R-2', lines: [rest], totals: { invoice: '30' } })).toBe(
      'matched',
    );
  });

  it('[S7] what leads to no order line cannot be overridden, and says so', async () => {
    const room = financeRoom();
    await room.order(aLedger());
    await room.invoice('pd-1', { lines: [anInvoiceLine({ order: { number: 'PO100', line: '9' } })] });
    expect(await room.decide('override')).toBe('blocked');
    const [open] = await room.exceptions();
    expect(open?.body.evidence[0]?.received).toBe(
      'Line 1 cannot be paid as it is: There is no line 9 on order PO100.',
    );
    expect(open?.body.reopened).toBe(1);
  });

  it('[S6] [S7] a price that the order agrees to after all lets the invoice pass by itself', async () => {
    const room = financeRoom();
    await room.order(aLedger());
    await room.receive('gr-1', '480');
    expect(await room.invoice('pd-1', { lines: [dear], totals: { invoice: '72' } })).toBe('blocked');
    await room.reprice('15');
    await room.hearReceipt();
    expect((await room.invoiceOf('pd-1')).state).toBe('matched');
    expect((await room.ledgerOf()).waitingInvoices).toEqual([]);
    expect((await room.exceptions('resolved'))[0]?.body.resolution?.by).toBe('crossdock');
  });

  it('[S7] matching again opens the exception again while nothing changed, and closes it when the order agrees', async () => {
    const room = financeRoom();
    await room.order(aLedger());
    await room.receive('gr-1', '480');
    await room.invoice('pd-1', { lines: [dear], totals: { invoice: '72' } });
    expect(await room.decide('reprocess')).toBe('blocked');
    expect(await room.exceptions()).toHaveLength(1);
    await room.reprice('15');
    expect(await room.decide('reprocess')).toBe('matched');
    expect(await room.exceptions()).toEqual([]);
  });
});

describe('what cannot be compared', () => {
  it('[M3] an item number that leads nowhere parks the document until it is told', async () => {
    const room = financeRoom();
    await room.order(aLedger());
    const line = anInvoiceLine({
      order: { number: 'PO100' },
      item: [{ scheme: 'supplier-item', value: 'NB-8' }],
    });
    expect(await room.invoice('pd-1', { lines: [line] })).toBe('parked');
    const document = await room.records.get('partner-document', 'pd-1');
    expect(document?.body).toMatchObject({
      state: 'parked',
      findings: [{ code: 'code-unknown' }],
    });
    expect(await room.records.get('invoice', 'pd-1')).toBeUndefined();
    const told = { id: document?.body.waitsFor ?? '', kind: 'item', theirs: 'NB-8', ours: 'I1' } as const;
    const reference = { ...told, partnerId: 'nordbolt', changedAt: room.clock.now() };
    const released = { ...(document?.body ?? fail()), state: 'received' as const };
    await room.records.commit({
      changes: [
        { type: 'cross-reference', id: told.id, expect: 'absent', body: reference },
        { type: 'partner-document', id: 'pd-1', expect: document?.version ?? 0, body: released },
      ],
      correlationId,
    });
    expect(await room.match('pd-1')).toMatchObject({ value: { state: 'waiting_for_receipt' } });
  });

  it('[S6] an order that is not theirs rejects the document', async () => {
    const room = financeRoom();
    await room.order(aLedger({ identifiers: [] }));
    expect(await room.invoice('pd-1')).toBe('document-rejected');
    const document = await room.records.get('partner-document', 'pd-1');
    expect(document?.body).toMatchObject({ state: 'rejected', findings: [{ code: 'order-unknown' }] });
  });

  it('[S10] a test is not applied', async () => {
    const room = financeRoom();
    await room.order(aLedger());
    await room.deliver('pd-1', anInvoice());
    const stored = await room.records.get('partner-document', 'pd-1');
    if (!stored) throw new Error('no document');
    const body = { ...stored.body, test: true };
    const change = { type: 'partner-document', id: 'pd-1', expect: stored.version, body } as const;
    await room.records.commit({ changes: [change], correlationId: 'cor-finance-room' });
    expect(await room.match('pd-1')).toEqual({ ok: true, value: { state: 'test' } });
    expect(await room.records.get('invoice', 'pd-1')).toBeUndefined();
  });
});
