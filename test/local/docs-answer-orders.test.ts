/** The recipe in docs/guides/answer-orders-by-api.md, sent as it stands there, and worked on as in AWS. */
import '#test/builders/function-environment.ts';
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { routes } from '#api/routes.ts';
import { acknowledgementBody } from '#api/submissions/acknowledgement.ts';
import { matchInvoice } from '#business/finance/match-invoice.ts';
import { rematchWaitingInvoices } from '#business/finance/rematch-invoice.ts';
import { syncMasterData } from '#business/master-data/sync-master-data.ts';
import { applyAcknowledgement } from '#business/purchasing/apply-acknowledgement.ts';
import { applyGoodsReceipt } from '#business/purchasing/apply-goods-receipt.ts';
import { applyOffer } from '#business/purchasing/apply-offer.ts';
import { applyShipNotice } from '#business/purchasing/apply-ship-notice.ts';
import { orderOfPartner } from '#core/canonical/order-ledger.ts';
import { type Result, unwrap } from '#core/kernel/result.ts';
import { aGoodsReceipt, aReceivedLine } from '#test/builders/a-goods-receipt.ts';
import { aMasterDataSource } from '#test/builders/a-master-data-source.ts';
import { aSupplierDesk } from '#test/builders/a-supplier-desk.ts';
import { anOrderLedger } from '#test/builders/an-order-ledger.ts';
import { aWholeSystem } from '#test/builders/master-data-room.ts';
import { asking, requestsIn } from './guide-requests.ts';

const path = 'docs/guides/answer-orders-by-api.md';
const guide = readFileSync(path, 'utf8');
const requests = requestsIn(path);
const orderNumber = 'PO-2026-0017';
const correlationId = 'cor-of-the-guide';

/** Order PO-2026-0017 of acme: ten cases of I1, five of I2, at a desk that knows the items. */
async function aDesk() {
  const desk = await aSupplierDesk({ agreedCharges: [{ code: 'freight', atMost: '10' }] });
  const { records, settings, objects } = desk;
  const clock = { now: () => '2026-11-23T08:00:00.000Z' };
  const source = aMasterDataSource(aWholeSystem);
  unwrap(await syncMasterData({ source, records, clock }, { correlationId }));
  const [first] = anOrderLedger().lines;
  if (!first) throw new Error('no line');
  const second = {
    ...first,
    lineNumber: 2,
    itemId: 'I2',
    quantity: { value: '5', unit: 'XCS' as const },
    baseQuantity: { value: '240', unit: 'EA' as const },
    price: { ...first.price, amount: '8' },
  };
  const identifiers = [orderOfPartner('acme', orderNumber)];
  await desk.ordered({ id: 'po-17', orderNumber, locationId: 'HAM', identifiers, lines: [first, second] });
  return { ...desk, ports: { records, settings, objects, clock }, ask: asking(desk.fetch, 'acme-1') };
}

let desk: Awaited<ReturnType<typeof aDesk>>;
beforeEach(async () => {
  desk = await aDesk();
});

const uses = {
  'order-acknowledgement': applyAcknowledgement,
  'ship-notice': applyShipNotice,
  'supplier-invoice': matchInvoice,
  'supplier-catalog': applyOffer,
  'supplier-stock': applyOffer,
} as const;

/** Send a request of the guide and do with the document what its event has done with it. */
async function submitted(request: (typeof requests)[number]): Promise<string> {
  const { status, data } = await desk.ask(request, { orderNumber });
  expect({ status, data }).toMatchObject({ status: 202, data: { state: 'received' } });
  const partnerDocumentId = String(data.id);
  const use = Object.entries(uses).find(([kind]) => kind === data.kind)?.[1];
  if (!use) throw new Error(`nothing is done with ${String(data.kind)}`);
  const applied: Result<unknown> = await use(desk.ports, { partnerDocumentId, correlationId });
  unwrap(applied);
  return partnerDocumentId;
}
const ledger = async () => (await desk.records.get('order-ledger', 'po-17'))?.body;
const below = (heading: string) => requests.filter((request) => request.heading === heading);
const [inWhole, byLine] = below('Answer');
const open = async (owner: string) =>
  (
    await desk.records.list('exception', { list: 'exceptions', scope: `${owner}#open`, limit: 100 })
  ).entries.map(({ body }) => body.kind);

describe('the recipe for answering orders by API', () => {
  it('[S5] an order is answered as a whole, shipped, invoiced and paid when the goods are there', async () => {
    if (!inWhole) throw new Error('no answer in the guide');
    const sent = [await submitted(inWhole)];
    expect(await ledger()).toMatchObject({ answer: { state: 'accepted' } });
    for (const request of [...below('Announce the shipment'), ...below('Send the invoice')]) {
      sent.push(await submitted(request));
    }
    expect(await ledger()).toMatchObject({
      lines: [{ shipped: [{ quantity: '480' }] }, { shipped: [{ quantity: '240' }] }],
    });
    const invoiceId = sent.at(-1) ?? '';
    expect((await desk.records.get('invoice', invoiceId))?.body.state).toBe('waiting_for_receipt');
    const lines = [
      { ...aReceivedLine('480'), purchaseOrderId: 'po-17' },
      { ...aReceivedLine('240'), purchaseOrderId: 'po-17', lineNumber: 2, itemId: 'I2' },
    ];
    const body = aGoodsReceipt({ lines });
    await desk.put({ type: 'goods-receipt', id: body.id, expect: 'absent', body });
    unwrap(await applyGoodsReceipt(desk.ports, { goodsReceiptId: body.id, correlationId }));
    unwrap(await rematchWaitingInvoices(desk.ports, { purchaseOrderId: 'po-17', correlationId }));
    expect((await desk.records.get('invoice', invoiceId))?.body).toMatchObject({
      state: 'matched',
      reasons: [],
    });
    expect([...(await open('buyer')), ...(await open('accounts_payable'))]).toEqual([]);
    for (const request of below('See what became of it')) {
      for (const documentId of sent) {
        expect(await desk.ask(request, { documentId })).toMatchObject({ status: 200 });
      }
    }
    const { data } = await desk.acme.listSupplierDocuments();
    expect(data.entries.map(({ state }) => state)).toEqual(sent.map(() => 'applied'));
  });

  it('[S11] an order is answered line by line; what differs goes to a buyer', async () => {
    if (!byLine) throw new Error('no answer by line in the guide');
    await submitted(byLine);
    expect(await ledger()).toMatchObject({
      answer: { state: 'differs' },
      lines: [{ answer: { outcomes: ['backordered'] } }, { answer: { outcomes: ['price'] } }],
    });
    expect((await open('buyer')).sort()).toEqual(['price-difference', 'short-or-backorder']);
  });

  it('[S5] prices and stock are offers that a steward sees where master data says otherwise', async () => {
    for (const request of below('Offer prices, report stock')) await submitted(request);
    const offers = await desk.records.list('supplier-offer', {
      list: 'offers-by-supplier',
      scope: 'S1',
      limit: 10,
    });
    expect(offers.entries.map(({ body }) => body)).toMatchObject([
      {
        itemId: 'I1',
        available: { quantity: { value: '12000' } },
        price: { amount: '12.9' },
        leadTimeDays: 10,
      },
    ]);
    expect(new Set(await open('steward'))).toEqual(new Set(['offer-differs']));
  });

  it('[S5] every read of it is answered', async () => {
    for (const request of below('See your orders')) {
      expect(await desk.ask(request, { orderNumber })).toMatchObject({ status: 200 });
    }
  });

  it('[G5] it names every write that a supplier without EDI has, and every answer to a line', () => {
    const named = new Set(requests.map(({ operationId }) => operationId));
    const writes = Object.values(routes).filter(
      ({ path, write }) => path.startsWith('/v1/supplier/') && write && !path.includes('/interchange'),
    );
    expect(writes.map(({ operationId }) => operationId).filter((id) => !named.has(id))).toEqual([]);
    const answers = acknowledgementBody.shape.lines.unwrap().element.shape.answer.options;
    const rows = guide.split('\n').filter((line) => line.startsWith('| `'));
    const told = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, a]) => a));
    expect(answers.filter((answer) => !told.includes(answer))).toEqual([]);
  });
});
