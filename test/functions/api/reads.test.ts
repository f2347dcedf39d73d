import '#test/builders/function-environment.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { examples } from '#api/examples.ts';
import { runIdOf } from '#business/replenishment/model.ts';
import { crossdockClient } from '#contracts/client.ts';
import { documentSchema } from '#core/canonical/document.ts';
import { forecastReleaseSchema } from '#core/canonical/forecast.ts';
import { locationSchema } from '#core/canonical/location.ts';
import { supplierSchema } from '#core/canonical/supplier.ts';
import type { AnyChange } from '#core/kernel/records.ts';
import { unwrap } from '#core/kernel/result.ts';
import { aPurchaseOrder } from '#test/builders/a-purchase-order.ts';
import { anApiRoom } from '#test/builders/an-api-room.ts';
import { aProposal } from '#test/builders/waiting-proposals.ts';

let room: ReturnType<typeof anApiRoom>;
const client = () =>
  crossdockClient({
    baseUrl: 'https://api.example',
    token: async () => 'client-1',
    apiKey: 'key-of-client-1',
    fetch: room.fetch,
  });
const commit = async (...changes: AnyChange[]) =>
  unwrap(await room.records.commit({ changes, correlationId: 'cor-12345678' }));

/** The record behind an example, without what an answer says beside it. */
const recordOf = <T extends object>({
  version: _v,
  updatedAt: _u,
  correlationId: _c,
  ...body
}: T & Record<'version' | 'updatedAt' | 'correlationId', unknown>) => body;

const sha256 = 'b'.repeat(64);
const aDocument = documentSchema.parse({
  id: `doc-${sha256}`,
  kind: 'forecast-file',
  state: 'received',
  fileName: 'week-48.csv',
  sizeBytes: 12,
  sha256,
  contentKey: `documents/${sha256}`,
  arrivals: 1,
  receivedAt: '2026-11-23T08:00:00.000Z',
  receivedFrom: 'landing-bucket',
});
const aRelease = forecastReleaseSchema.parse({
  ...recordOf(examples['get-forecast-release'].answer),
  manifest: { key: 'releases/fr/manifest.json', sha256, rows: 13_000 },
  quarantine: { key: 'releases/fr/quarantine.ndjson', sha256, rows: 4 },
});

beforeEach(() => {
  room = anApiRoom();
});

describe('reading master data', () => {
  it('[A1] suppliers and locations are read one by one and as lists', async () => {
    const supplier = supplierSchema.parse(recordOf(examples['get-supplier'].answer));
    const location = locationSchema.parse(recordOf(examples['get-location'].answer));
    await commit(
      { type: 'supplier', id: supplier.id, expect: 'absent', body: supplier },
      { type: 'location', id: location.id, expect: 'absent', body: location },
    );
    expect((await client().getSupplier({ supplierId: supplier.id })).data).toMatchObject(supplier);
    expect((await client().getLocation({ locationId: location.id })).data).toMatchObject(location);
    expect((await client().listSuppliers()).data.entries).toHaveLength(1);
    expect((await client().listLocations()).data.entries).toHaveLength(1);
    expect((await client().listItems()).data.entries).toEqual([]);
  });
});

describe('reading releases and documents', () => {
  it('[B2] a release is answered without where its chunks lie', async () => {
    await commit({ type: 'forecast-release', id: aRelease.id, expect: 'absent', body: aRelease });
    const { data } = await client().getForecastRelease({ releaseId: aRelease.id });
    expect(data).toMatchObject({ state: 'held', counts: { received: 13_004, quarantined: 4 } });
    expect(JSON.stringify(data)).not.toMatch(/manifest|quarantine\.ndjson/);
    expect((await client().listForecastReleases()).data.entries.map(({ id }) => id)).toEqual([aRelease.id]);
  });

  it('[B1] quarantined rows: the first in the answer, all by a link that ends soon; without any it is not found', async () => {
    const { quarantine: _none, ...clean } = { ...aRelease, id: 'fr-clean' };
    await commit(
      { type: 'forecast-release', id: aRelease.id, expect: 'absent', body: aRelease },
      { type: 'forecast-release', id: clean.id, expect: 'absent', body: clean },
    );
    const row = { code: 'item-unknown', reason: 'Item x is not known.', row: 'x,loc-1,2026-11-23,4' };
    const lines = Array.from({ length: 60 }, (_, i) => `${JSON.stringify({ line: i + 3, ...row })}\n`);
    room.objects.putText('work', 'releases/fr/quarantine.ndjson', lines.join(''));
    const { data } = await client().downloadQuarantinedRows({ releaseId: aRelease.id });
    expect(data.first).toHaveLength(50);
    expect(data.first[0]).toEqual({ line: 3, ...row });
    expect(data).toMatchObject({ rows: 4, expiresAt: '2026-11-23T08:05:00.000Z' });
    expect(data.url).toContain('quarantine');
    await expect(client().downloadQuarantinedRows({ releaseId: clean.id })).rejects.toThrow(/^not-found/);
  });

  it('[O1] a document tells its history in order, with the correlation it came in under', async () => {
    const events = (state: string) => [
      {
        name: 'document-received',
        data: { documentId: aDocument.id, kind: state, fileName: 'week-48.csv', sizeBytes: 12 },
      } as const,
    ];
    await commit({
      type: 'document',
      id: aDocument.id,
      expect: 'absent',
      body: aDocument,
      events: events('first'),
    });
    await commit({
      type: 'document',
      id: aDocument.id,
      expect: 1,
      body: { ...aDocument, arrivals: 2 },
      events: events('second'),
    });
    const { data, etag } = await client().getDocument({ documentId: aDocument.id });
    expect(data.history.map(({ sequence, event }) => [sequence, event])).toEqual([
      [1, 'document-received'],
      [2, 'document-received'],
    ]);
    expect([etag, data.correlationId]).toEqual(['"2"', 'cor-12345678']);
    expect(JSON.stringify(data)).not.toContain('contentKey');
    expect((await client().listDocuments()).data.entries).toHaveLength(1);
  });
});

describe('reading proposals', () => {
  it('[R4] a proposal comes with the record of how it came about, and without where that lies', async () => {
    const record = examples['get-proposal'].answer.decisionRecord;
    const line = JSON.stringify(record);
    room.objects.putText('work', 'runs/run-1/decisions/0.ndjson', `{"other":1}\n${line}\n`);
    const decisionRecord = { key: 'runs/run-1/decisions/0.ndjson', offset: 12, length: line.length + 1 };
    const body = aProposal('pr-1', 'ag-1', {
      decisionRecord: { ...decisionRecord, length: Buffer.byteLength(line) },
    });
    await commit({ type: 'proposal', id: 'pr-1', expect: 'absent', body });
    const { data } = await client().getProposal({ proposalId: 'pr-1' });
    expect(data.decisionRecord).toEqual(record);
    expect(JSON.stringify(data)).not.toContain('decisions/0.ndjson');
  });

  it('[R5] what waits is one list, what a release or run proposed another; several or none is refused', async () => {
    await commit(
      { type: 'proposal', id: 'pr-1', expect: 'absent', body: aProposal('pr-1', 'ag-1') },
      {
        type: 'proposal',
        id: 'pr-2',
        expect: 'absent',
        body: aProposal('pr-2', 'ag-1', { state: 'approved' }),
      },
    );
    const idsOf = async (query: Parameters<ReturnType<typeof client>['listProposals']>[0]) =>
      (await client().listProposals(query)).data.entries.map(({ id }) => id);
    expect(await idsOf({ state: 'waiting' })).toEqual(['pr-1']);
    expect(await idsOf({ runId: 'run-of-ag-1' })).toEqual(['pr-1', 'pr-2']);
    const ofRelease = aProposal('pr-3', 'ag-2', { runId: runIdOf('fr-1') });
    await commit({ type: 'proposal', id: 'pr-3', expect: 'absent', body: ofRelease });
    expect(await idsOf({ releaseId: 'fr-1' })).toEqual(['pr-3']);
    await expect(client().listProposals({})).rejects.toThrow(/^validation-failed/);
    await expect(client().listProposals({ state: 'waiting', runId: 'run-1' })).rejects.toThrow(
      /^validation-failed/,
    );
  });
});

describe('reading purchase orders', () => {
  it('[X2] an order of ours says how far it is on its way into the system of record', async () => {
    const order = aPurchaseOrder();
    await commit({ type: 'purchase-order', id: order.id, expect: 'absent', body: order });
    expect((await client().getPurchaseOrder({ purchaseOrderId: order.id })).data.posting).toBeUndefined();
    await room.postings.create({
      effectId: 'a'.repeat(64),
      system: 'tryton',
      operation: 'create-purchase-order',
      documentId: order.id,
      revision: 1,
      reference: 'CD-aaaaaaaaaaaaaaaaaaaa',
      correlationId: 'cor-12345678',
      createdAt: '2026-11-23T08:00:00.000Z',
      requestSequence: 1,
      fence: 1,
      attempts: 2,
      state: {
        name: 'parked',
        dueAt: '2026-11-23T08:10:00.000Z',
        because: { code: 'system-unavailable', detail: 'The ERP does not answer.' },
      },
    });
    expect((await client().getPurchaseOrder({ purchaseOrderId: order.id })).data.posting).toEqual({
      state: 'parked',
      system: 'tryton',
      reference: 'CD-aaaaaaaaaaaaaaaaaaaa',
      attempts: 2,
      reason: 'The ERP does not answer.',
      dueAt: '2026-11-23T08:10:00.000Z',
    });
    expect((await client().listPurchaseOrders()).data.entries).toHaveLength(1);
  });
});

describe('what anybody may read', () => {
  it('[A5] health and the contract', async () => {
    expect((await client().getHealth()).data).toEqual({ status: 'ok', environment: 'unit-test' });
    expect((await client().getOpenapi()).data).toHaveProperty(['paths', '/v1/items']);
  });
});
