import '#test/builders/function-environment.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type CanonicalKind,
  canonicalKeyOf,
  readPartnerDocument,
} from '#core/canonical/partner-documents.ts';
import { sha256 } from '#core/kernel/identifiers.ts';
import { unwrap } from '#core/kernel/result.ts';
import { aSupplierDesk } from '#test/builders/a-supplier-desk.ts';
import { anOrderLedger } from '#test/builders/an-order-ledger.ts';

let desk: Awaited<ReturnType<typeof aSupplierDesk>>;
beforeEach(async () => {
  desk = await aSupplierDesk();
});

/** What a submitted document says, as whoever applies it reads it. */
async function kept<K extends CanonicalKind>(id: string, kind: K) {
  const stored = await desk.records.get('partner-document', id);
  if (!stored) throw new Error(`no document ${id}`);
  return unwrap(await readPartnerDocument(desk.objects, stored.body, kind));
}

describe('a supplier without EDI', () => {
  it('[S5] lists its orders and reads one, with what is known of the items', async () => {
    await desk.ordered({ id: 'po-3', orderNumber: 'PO-73', orderDate: '2026-11-24', identifiers: [] });
    const { data } = await desk.acme.listSupplierOrders();
    expect(data.entries.map(({ orderNumber }) => orderNumber)).toEqual(['PO-73', 'PO-71']);
    expect(data.entries[0]).not.toHaveProperty('waitingInvoices');
    const order = await desk.acme.getSupplierOrder({ orderNumber: 'PO-71' });
    expect(order).toMatchObject({
      etag: '"1"',
      data: {
        answer: { state: 'awaiting', dueAt: '2026-11-24T08:00:00.000Z' },
        lines: [{ lineNumber: 1, quantity: { value: '10', unit: 'XCS' }, shipped: '0', gtins: [] }],
      },
    });
    expect(order.data).not.toHaveProperty('system');
  });

  it('[S5] sees what was shipped, arrived and invoiced so far, in sums', async () => {
    const [line] = anOrderLedger().lines;
    if (!line) throw new Error('no line');
    const received = [
      { receiptId: 'gr-1', good: '240', damaged: '0', receivedOn: '2026-12-07' },
      { receiptId: 'gr-2', good: '239.5', damaged: '0.5', receivedOn: '2026-12-08' },
    ];
    await desk.ordered({
      id: 'po-4',
      orderNumber: 'PO-74',
      identifiers: anOrderLedger({ orderNumber: 'PO-74' }).identifiers,
      lines: [{ ...line, received }],
    });
    const { data } = await desk.acme.getSupplierOrder({ orderNumber: 'PO-74' });
    expect(data.lines[0]).toMatchObject({
      receivedGood: '479.5',
      receivedDamaged: '0.5',
      shipped: '0',
      open: '0.5',
    });
  });

  it('[S5] answers an order line by line; the answer is kept like any other, with event and audit record', async () => {
    const { data } = await desk.acme.acknowledgeSupplierOrder({
      orderNumber: 'PO-71',
      body: {
        number: 'AB-1',
        answer: 'changed',
        lines: [
          { lineNumber: 1, answer: 'partial', quantity: { value: '6' }, deliveryDate: '2026-12-07' },
          { lineNumber: 1, answer: 'backordered', quantity: { value: '4' }, shipmentDate: '2026-12-14' },
        ],
      },
    });
    expect(data).toMatchObject({ state: 'received', kind: 'order-acknowledgement', orderNumber: 'PO-71' });
    expect(await kept(data.id, 'order-acknowledgement')).toMatchObject({
      standard: 'crossdock',
      answerCode: 'changed',
      order: { number: 'PO-71' },
      lines: [
        {
          lineNumber: '1',
          confirmations: [
            { code: 'partial', quantity: { value: '6' }, dates: [{ event: 'delivery', date: '2026-12-07' }] },
            { code: 'backordered', dates: [{ event: 'shipment', date: '2026-12-14' }] },
          ],
        },
      ],
    });
    expect(desk.records.published().at(-1)).toMatchObject({
      type: 'crossdock.partner-document-received.v1',
      data: { partnerDocumentId: data.id, partnerId: 'acme', kind: 'order-acknowledgement' },
    });
    expect(desk.records.audit().at(-1)).toMatchObject({
      action: 'submit-order-acknowledgement',
      actor: { id: 'acme-1' },
    });
    expect((await desk.records.get('partner-document', data.id))?.body).toMatchObject({
      purchaseOrderId: 'po-1',
      channel: 'api',
      test: false,
      ordinal: '2026-11-23T08:00:00.000Z#api#000000',
    });
  });

  it('[S5] announces a shipment with packs and lots, of several orders', async () => {
    const item = (orderNumber: string) => ({
      orderNumber,
      lineNumber: 1,
      quantity: { value: '480', unit: 'EA' as const },
      lots: [{ number: 'L1', expiresOn: '2027-12-31' }],
    });
    const { identifiers } = anOrderLedger({ orderNumber: 'PO-73' });
    await desk.ordered({ id: 'po-3', orderNumber: 'PO-73', identifiers });
    const packs = [{ sscc: '340123450000000018', items: [item('PO-71'), item('PO-73')] }];
    const { data } = await desk.acme.announceSupplierShipment({
      body: { number: 'LS-1', shippedOn: '2026-12-05', packs },
    });
    const notice = await kept(data.id, 'ship-notice');
    expect(notice.orders).toEqual([{ number: 'PO-71' }, { number: 'PO-73' }]);
    expect(notice).toMatchObject({
      purpose: { meaning: 'original' },
      dates: [{ event: 'shipped', date: '2026-12-05' }],
      packs: [{ ssccs: ['340123450000000018'], items: [{ order: { number: 'PO-71', line: '1' } }, {}] }],
    });
  });

  it('[S7] sends an invoice with charges and tax', async () => {
    const { data } = await desk.acme.submitSupplierInvoice({
      body: {
        number: 'R-1',
        issuedOn: '2026-12-09',
        lines: [
          {
            orderNumber: 'PO-71',
            lineNumber: 1,
            quantity: { value: '480', unit: 'EA' },
            price: { amount: '12.5', per: { value: '100', unit: 'EA' } },
          },
        ],
        charges: [{ kind: 'charge', code: 'freight', amount: '8' }],
        taxes: [{ type: 'VAT', percent: '19', amount: '12.92' }],
        total: '80.92',
      },
    });
    expect(data).toMatchObject({ kind: 'supplier-invoice', number: 'R-1' });
    expect(await kept(data.id, 'supplier-invoice')).toMatchObject({
      kind: 'invoice',
      lines: [{ order: { number: 'PO-71', line: '1' }, price: { amount: '12.5', per: { value: '100' } } }],
      allowancesAndCharges: [{ kind: 'charge', code: 'freight', amount: '8' }],
      totals: { invoice: '80.92' },
    });
  });

  it('[S5] offers a catalog and reports stock', async () => {
    const item = { supplierItem: 'HB-8-40' };
    const offered = await desk.acme.offerSupplierCatalog({
      body: { currency: 'EUR', items: [{ item, leadTimeDays: 10, discontinued: true }] },
    });
    const reported = await desk.acme.reportSupplierStock({
      body: { asOf: '2026-11-23', items: [{ item, available: { value: '120', unit: 'EA' } }] },
    });
    const catalog = JSON.parse(desk.objects.text('documents', canonicalKeyOf(offered.data.id)));
    expect(catalog.lines).toMatchObject([
      { status: { meaning: 'deleted' }, leadTimes: [{ value: '10', unit: 'day' }] },
    ]);
    const stock = JSON.parse(desk.objects.text('documents', canonicalKeyOf(reported.data.id)));
    expect(stock.lines).toMatchObject([
      { item: [{ scheme: 'supplier-item', value: 'HB-8-40' }], quantities: [{ state: 'available' }] },
    ]);
  });

  it('[A5] the same answer sent again under its key is one document; under a new key it is another', async () => {
    const asked = {
      orderNumber: 'PO-71',
      body: { answer: 'accepted' as const },
      idempotencyKey: 'answer-0001',
    };
    const first = await desk.acme.acknowledgeSupplierOrder(asked);
    const again = await desk.acme.acknowledgeSupplierOrder(asked);
    expect([again.data.id, again.replayed]).toEqual([first.data.id, true]);
    const other = await desk.acme.acknowledgeSupplierOrder({ ...asked, idempotencyKey: 'answer-0002' });
    expect(other.data.id).not.toBe(first.data.id);
  });

  it('[S2] what the agreement does not have is refused, and nothing is kept', async () => {
    desk = await aSupplierDesk({ documents: { send: [], receive: ['ship-notice'] } });
    const asked = desk.acme.acknowledgeSupplierOrder({ orderNumber: 'PO-71', body: { answer: 'accepted' } });
    await expect(asked).rejects.toThrow(/^document-not-agreed/);
    expect(desk.objects.keys('documents')).toEqual([]);
  });

  it('[S10] while it is onboarding, what it sends is marked as a test', async () => {
    desk = await aSupplierDesk({ status: 'onboarding' });
    const { data } = await desk.acme.acknowledgeSupplierOrder({
      orderNumber: 'PO-71',
      body: { answer: 'accepted' },
    });
    expect(data.test).toBe(true);
  });

  it.each([
    ['a whole answer with lines', { answer: 'accepted', lines: [{ lineNumber: 1, answer: 'accepted' }] }],
    ['a changed answer without lines', { answer: 'changed' }],
    [
      'a substitution that names no item',
      { answer: 'changed', lines: [{ lineNumber: 1, answer: 'substituted' }] },
    ],
    [
      'a negative quantity',
      { answer: 'changed', lines: [{ lineNumber: 1, answer: 'quantity', quantity: { value: '-1' } }] },
    ],
  ] as const)('[A5] %s is refused', async (_what, body) => {
    const asked = desk.acme.acknowledgeSupplierOrder({ orderNumber: 'PO-71', body: body as never });
    await expect(asked).rejects.toThrow(/^validation-failed/);
  });
});

describe('EDI over HTTPS', () => {
  const latin = Uint8Array.from(Buffer.from("UNB+UNOC:3+Müller'", 'latin1'));

  it('[S9] what is posted lies in the mailbox, byte by byte, with its correlation', async () => {
    const { data, correlationId } = await desk.acme.postInterchange({ body: latin });
    const [key = ''] = desk.objects.keys('landing', 'partners/acme/in/');
    expect(key).toMatch(/^partners\/acme\/in\/up-[0-9a-f]+\.edi$/);
    const parts: Uint8Array[] = [];
    for await (const part of (await desk.objects.read('landing', key)) ?? []) parts.push(part);
    expect(Buffer.concat(parts)).toEqual(Buffer.from(latin));
    expect(await desk.objects.metadata('landing', key)).toEqual({ 'correlation-id': correlationId });
    expect(data).toMatchObject({ documentId: `doc-${sha256(latin)}`, sizeBytes: latin.length });
    expect(desk.records.audit()).toMatchObject([{ action: 'post-interchange', actor: { id: 'acme-1' } }]);
  });

  it('[S9] the same post under its key is one drop', async () => {
    const asked = { body: latin, idempotencyKey: 'post-0001' };
    await desk.acme.postInterchange(asked);
    expect((await desk.acme.postInterchange(asked)).replayed).toBe(true);
    expect(desk.objects.keys('landing')).toHaveLength(1);
    await expect(desk.acme.postInterchange({ ...asked, body: 'ISA*00' })).rejects.toThrow(
      /^idempotency-key-reused/,
    );
  });

  it('[S9] a partner without EDI posts none', async () => {
    const agreement = (await desk.settings.get('partner', 'acme'))?.value;
    if (!agreement) throw new Error('no agreement');
    const { edi: _edi, ...without } = agreement;
    desk.settings.put('partner', without, 'acme');
    await expect(desk.acme.postInterchange({ body: latin })).rejects.toThrow(/^document-not-agreed/);
    await expect(desk.acme.createInterchangeUpload({ body: { fileName: 'a.edi' } })).rejects.toThrow(
      /^document-not-agreed/,
    );
    expect(desk.objects.keys('landing')).toEqual([]);
  });

  it('[A5] JSON is no interchange, and more than a function takes goes through an upload', async () => {
    const post = (contentType: string, body: string) =>
      desk.fetch('https://api.example/v1/supplier/interchanges', {
        method: 'POST',
        headers: {
          Authorization: 'Bearer acme-1',
          'Content-Type': contentType,
          'Idempotency-Key': 'post-0002',
        },
        body,
      });
    expect((await post('application/json', '{}')).status).toBe(415);
    expect((await post('application/edifact', '')).status).toBe(400);
    expect((await post('application/edifact', 'x'.repeat(4_000_001))).status).toBe(413);
    const { data } = await desk.acme.createInterchangeUpload({ body: { fileName: 'week-48.edi' } });
    expect(data.fields.key).toBe(`partners/acme/in/${data.uploadId}-week-48.edi`);
  });
});
