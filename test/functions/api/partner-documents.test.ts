import '#test/builders/function-environment.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { examples } from '#api/examples.ts';
import { crossReferenceId } from '#business/purchasing/item-codes.ts';
import type { Interchange, PartnerDocument } from '#core/canonical/interchange.ts';
import { canonicalKeyOf } from '#core/canonical/partner-documents.ts';
import { supplierMeasureIds } from '#core/canonical/scorecard.ts';
import { supplierSchema } from '#core/canonical/supplier.ts';
import { unwrap } from '#core/kernel/result.ts';
import { releaseParkedDocuments } from '#edi/exchange/release-parked-documents.ts';
import { aSupplierDesk } from '#test/builders/a-supplier-desk.ts';
import { aDraft, openException } from '#test/builders/an-exception.ts';

const at = '2026-11-23T08:00:00.000Z';
const waitsFor = crossReferenceId('acme', 'item', 'HB-8-40');
const parked: PartnerDocument = {
  id: 'pd-parked',
  direction: 'in',
  channel: 'api',
  kind: 'order-acknowledgement',
  state: 'parked',
  partnerId: 'acme',
  supplierId: 'S1',
  agreementVersion: 1,
  canonicalKey: canonicalKeyOf('pd-parked'),
  ordinal: `${at}#api#000000`,
  findings: [{ code: 'code-unknown', at: 'item', message: 'The item code HB-8-40 leads to no item.' }],
  waitsFor,
  test: false,
  at,
};

let desk: Awaited<ReturnType<typeof aSupplierDesk>>;
let us: ReturnType<(typeof desk)['clientOf']>;

beforeEach(async () => {
  desk = await aSupplierDesk();
  us = desk.clientOf('client-1');
  await desk.put({ type: 'partner-document', id: parked.id, expect: 'absent', body: parked });
});

const knownPartner = () =>
  desk.put({
    type: 'partner',
    id: 'acme',
    expect: 'absent',
    body: {
      id: 'acme',
      name: 'Acme',
      supplierId: 'S1',
      agreementVersion: 1,
      identifiers: [{ scheme: 'partner-of-supplier', value: 'S1' }],
    },
  });
const ourItem = () =>
  desk.put({
    type: 'item',
    id: 'item-104',
    expect: 'absent',
    body: {
      id: 'item-104',
      description: 'Hex bolt',
      status: 'active',
      hierarchy: [],
      baseUnit: 'EA',
      packs: [],
      identifiers: [],
      provenance: { system: 'tryton', receivedAt: at },
    },
  });
const asItem = { partnerId: 'acme', body: { kind: 'item', theirs: 'KART', ours: 'item-104' } } as const;

describe('documents of partners', () => {
  it('[S3] are listed by partner and read with findings, history and what they say, the whole by a link', async () => {
    const said = JSON.stringify({ number: 'A-1', lines: [] });
    desk.objects.putText('documents', 'documents/canonical/pd-parked.json', said);
    const { data: page } = await us.listPartnerDocuments({ partnerId: 'acme' });
    expect(page.entries.map(({ id }) => id)).toEqual(['pd-parked']);
    expect((await us.listPartnerDocuments({ partnerId: 'bolt' })).data.entries).toEqual([]);
    const { data } = await us.getPartnerDocument({ partnerDocumentId: 'pd-parked' });
    expect(data).toMatchObject({ state: 'parked', findings: parked.findings, waitsFor, history: [] });
    expect(data.content?.url).toContain('documents/canonical/pd-parked.json');
    expect(data.content).toMatchObject({ text: said, truncated: false, sizeBytes: said.length });
    expect(data).not.toHaveProperty('canonicalKey');
    await expect(us.getPartnerDocument({ partnerDocumentId: 'pd-9' })).rejects.toThrow(/^not-found/);
  });

  it('[M3] one is set to work again, with event and audit record', async () => {
    const { data } = await us.reprocessPartnerDocument({ partnerDocumentId: 'pd-parked' });
    expect(data).toMatchObject({ state: 'received', findings: [] });
    expect(data).not.toHaveProperty('waitsFor');
    expect(desk.records.published().at(-1)).toMatchObject({ type: 'crossdock.partner-document-received.v1' });
    expect(desk.records.audit().at(-1)).toMatchObject({ action: 'reprocess-partner-document' });
    await expect(us.reprocessPartnerDocument({ partnerDocumentId: 'pd-9' })).rejects.toThrow(/^not-found/);
  });

  it('[M3] saying once what a code is closes the question and releases what waits for it', async () => {
    await knownPartner();
    const draft = aDraft({ kind: 'unknown-code', cause: [waitsFor] });
    const exceptionId = await openException({ records: desk.records, clock: { now: () => at } }, draft);
    await ourItem();
    const asked = { partnerId: 'acme', body: { kind: 'item', theirs: 'HB-8-40', ours: 'item-104' } } as const;
    const put = await us.putCrossReference(asked);
    expect(put).toMatchObject({ etag: '"1"', data: { id: waitsFor, ours: 'item-104' } });
    expect((await us.putCrossReference(asked)).data.version).toBe(1);
    const told = desk.records.published().filter(({ type }) => type.includes('cross-reference-changed'));
    expect(told.map(({ subject }) => subject)).toEqual([waitsFor]);
    expect((await us.getException({ exceptionId })).data).toMatchObject({
      state: 'resolved',
      resolution: { action: 'close', by: 'crossdock' },
    });
    unwrap(await releaseParkedDocuments(desk, { crossReferenceId: waitsFor, correlationId: 'cor-12345678' }));
    expect((await desk.records.get('partner-document', 'pd-parked'))?.body.state).toBe('received');
  });

  it('[M3] a code leads to something of ours, of a partner that is there', async () => {
    await expect(us.putCrossReference(asItem)).rejects.toThrow(/^not-found/);
    await knownPartner();
    await ourItem();
    expect((await us.putCrossReference(asItem)).data).toMatchObject({ ours: 'item-104', version: 1 });
    const nowhere = { partnerId: 'acme', body: { kind: 'item', theirs: 'X', ours: 'item-9' } } as const;
    await expect(us.putCrossReference(nowhere)).rejects.toThrow(/^code-unknown/);
    const wrong = { partnerId: 'acme', body: { ...nowhere.body, factor: '2' } };
    await expect(us.putCrossReference(wrong)).rejects.toThrow(/^validation-failed/);
  });
});

describe('interchanges with partners', () => {
  const outgoing: Interchange = {
    id: 'int-1',
    direction: 'out',
    state: 'sent',
    partnerId: 'acme',
    contentKey: 'documents/interchanges/int-1',
    sha256: 'b'.repeat(64),
    fileName: 'x12-1.edi',
    transport: 'https',
    transactions: 1,
    rejected: 0,
    repeats: 0,
    findings: [],
    isAcknowledgement: false,
    at,
  };

  it('[S9] a partner sees what waits for it, collects it as it is, and it waits no more', async () => {
    await desk.put({ type: 'interchange', id: 'int-1', expect: 'absent', body: outgoing });
    desk.objects.putText('documents', outgoing.contentKey, 'ISA*00~');
    const waiting = async () =>
      (await desk.acme.listSupplierInterchanges({ waiting: 'true' })).data.entries.map(({ id }) => id);
    expect(await waiting()).toEqual(['int-1']);
    const { data } = await desk.acme.collectInterchange({ interchangeId: 'int-1' });
    expect(Buffer.from(data.content ?? '', 'base64').toString()).toBe('ISA*00~');
    expect(data).toMatchObject({
      fileName: 'x12-1.edi',
      sizeBytes: 7,
      url: expect.stringContaining('int-1'),
    });
    expect(await waiting()).toEqual([]);
    expect((await desk.acme.listSupplierInterchanges()).data.entries).toMatchObject([{ collectedAt: at }]);
    await expect(desk.bolt.collectInterchange({ interchangeId: 'int-1' })).rejects.toThrow(/^not-found/);
  });

  it('[A5] who collected an interchange first is in the audit, once', async () => {
    await desk.put({ type: 'interchange', id: 'int-1', expect: 'absent', body: outgoing });
    desk.objects.putText('documents', outgoing.contentKey, 'ISA*00~');
    for (let time = 0; time < 2; time += 1) await desk.acme.collectInterchange({ interchangeId: 'int-1' });
    const collected = desk.records.audit().filter(({ action }) => action === 'collect-interchange');
    expect(collected).toMatchObject([
      { actor: { kind: 'consumer', id: 'acme-1' }, changes: [{ fields: [{ path: '/collectedAt' }] }] },
    ]);
  });

  it('[S3] what came from nobody is listed, and read again only if it is there', async () => {
    const { partnerId: _partner, ...nobodys } = outgoing;
    const body = { ...nobodys, id: 'int-2', direction: 'in', state: 'quarantined' } as const;
    await desk.put({ type: 'interchange', id: 'int-2', expect: 'absent', body });
    const { data } = await us.listInterchanges({ partnerId: 'unknown' });
    expect(data.entries).toMatchObject([{ id: 'int-2', state: 'quarantined' }]);
    expect(data.entries[0]).not.toHaveProperty('contentKey');
    await expect(us.reprocessInterchange({ interchangeId: 'int-9' })).rejects.toThrow(/^not-found/);
    await expect(us.reprocessInterchange({ interchangeId: 'int-2' })).rejects.toThrow(/^file-missing/);
  });
});

describe('what came of it', () => {
  it('[S6] the progress of an order shows every line and every change of it', async () => {
    await desk.put({
      type: 'order-change',
      id: 'oc-1',
      expect: 'absent',
      body: {
        id: 'oc-1',
        purchaseOrderId: 'po-1',
        sequence: 1,
        origin: 'buyer',
        reason: 'less',
        system: 'tryton',
        lines: [{ lineNumber: 1, action: 'cancel', itemId: 'I1' }],
        posting: 'requested',
        telling: 'requested',
        requestedAt: at,
      },
    });
    const { data } = await us.getOrderProgress({ purchaseOrderId: 'po-1' });
    expect(data).toMatchObject({
      orderNumber: 'PO-71',
      lines: [{ lineNumber: 1 }],
      changes: [{ id: 'oc-1' }],
    });
    await expect(us.getOrderProgress({ purchaseOrderId: 'po-9' })).rejects.toThrow(/^not-found/);
  });

  it('[S7] shipments and invoices are listed by supplier, and an invoice is read', async () => {
    expect((await us.listSupplierShipments({ supplierId: 'S1' })).data.entries).toEqual([]);
    expect((await us.listInvoices({ supplierId: 'S1' })).data.entries).toEqual([]);
    await expect(us.getInvoice({ invoiceId: 'pd-9' })).rejects.toThrow(/^not-found/);
  });

  it('[S8] a scorecard has every measure of the month, and a month is one', async () => {
    await expect(us.getSupplierScorecard({ supplierId: 'S9', month: '2026-11' })).rejects.toThrow(
      /^not-found/,
    );
    const { answer } = examples['get-supplier'];
    const { version: _v, updatedAt: _u, correlationId: _c, ...supplier } = answer;
    const body = supplierSchema.parse({ ...supplier, id: 'S1' });
    await desk.put({ type: 'supplier', id: 'S1', expect: 'absent', body });
    const { data } = await us.getSupplierScorecard({ supplierId: 'S1', month: '2026-11' });
    expect(data.measures.map(({ measure }) => measure)).toEqual([...supplierMeasureIds]);
    const wrong = us.getSupplierScorecard({ supplierId: 'S1', month: '2026-13' });
    await expect(wrong).rejects.toThrow(/^validation-failed/);
  });
});
