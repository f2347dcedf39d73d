/** The recipe in docs/guides/repair-exceptions.md: its tables beside the rules, its requests at the API. */
import '#test/builders/function-environment.ts';
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { resolutionRuns } from '#adapters/resolution-runs.ts';
import { applyResolution } from '#business/exceptions/apply-resolution.ts';
import { exceptionRules } from '#business/exceptions/kinds.ts';
import { exceptionChange } from '#business/exceptions/open-exception.ts';
import { resolutionStep } from '#business/exceptions/resolution-steps.ts';
import { syncMasterData } from '#business/master-data/sync-master-data.ts';
import { applyAcknowledgement } from '#business/purchasing/apply-acknowledgement.ts';
import { applyShipNotice } from '#business/purchasing/apply-ship-notice.ts';
import { exceptionActionSchema, exceptionKindSchema } from '#core/canonical/exception.ts';
import { partnerOfSupplier } from '#core/canonical/partner.ts';
import { unwrap } from '#core/kernel/result.ts';
import { releaseParkedDocuments } from '#edi/exchange/release-parked-documents.ts';
import { aMasterDataSource } from '#test/builders/a-master-data-source.ts';
import { aSupplierDesk } from '#test/builders/a-supplier-desk.ts';
import { aWholeSystem } from '#test/builders/master-data-room.ts';
import { asking, requestsIn } from './guide-requests.ts';

const path = 'docs/guides/repair-exceptions.md';
const guide = readFileSync(path, 'utf8');
const requests = requestsIn(path);
const correlationId = 'cor-of-the-guide';
const owners = {
  Buyers: 'buyer',
  'EDI coordinators': 'edi_coordinator',
  Stewards: 'steward',
  'Accounts payable': 'accounts_payable',
  Receiving: 'receiving',
  Operations: 'ops',
} as const;

interface Told {
  readonly kind: string;
  readonly owner: string;
  readonly withinHours: number;
  readonly actions: readonly string[];
}

/** The rows of the tables, each with the owner it stands below. */
const told: readonly Told[] = Object.entries(owners).flatMap(([heading, owner]) =>
  [
    ...(guide.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '').matchAll(/^\| `([\w-]+)` \|(.*)\|$/gm),
  ].map(([, kind = '', rest = '']): Told => {
    const [, hours = '', actions = ''] = rest.split(' | ');
    const names = [...actions.matchAll(/`([\w-]+)`/g)].map(([, action = '']) => action);
    return { kind, owner, withinHours: Number(hours), actions: names };
  }),
);

describe('the tables of the recipe', () => {
  it('[O10] they have every kind with its owner, its time and its actions', () => {
    const rules = Object.entries(exceptionRules).map(
      ([kind, { owner, withinHours, actions }]): Told => ({ kind, owner, withinHours, actions }),
    );
    const byKind = (a: Told, b: Told) => (a.kind < b.kind ? -1 : 1);
    expect([...told].sort(byKind)).toEqual(rules.sort(byKind));
  });

  it('[O10] every action that does something is explained to those who have it', () => {
    for (const [heading, owner] of Object.entries(owners)) {
      const text = guide.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
      const prose = text.replaceAll(/^\|.*$/gm, '');
      const offered = exceptionKindSchema.options.flatMap((kind) => {
        const rule = exceptionRules[kind];
        return rule.owner === owner ? rule.actions.map((action) => ({ kind, action })) : [];
      });
      const doing = offered.filter(({ kind, action }) => resolutionStep(kind, action) !== 'none');
      const unsaid = doing
        .filter(({ action }) => !prose.includes(`\`${action}\``))
        .map(({ action }) => action);
      expect([heading, [...new Set(unsaid)]]).toEqual([heading, []]);
    }
    expect(exceptionActionSchema.options.filter((action) => !guide.includes(`\`${action}\``))).toEqual([]);
  });
});

/** A desk where the supplier asks another price for its order, and knows an item by a code we do not know. */
async function aDesk() {
  const desk = await aSupplierDesk();
  const { records, settings, objects } = desk;
  const clock = { now: () => '2026-11-23T08:00:00.000Z' };
  const told = (draft: Parameters<typeof exceptionChange>[1]) => exceptionChange({ records, clock }, draft);
  const exceptionGone = async () => undefined;
  const ports = { records, settings, objects, clock, exceptionChange: told, exceptionGone };
  const source = aMasterDataSource(aWholeSystem);
  unwrap(await syncMasterData({ source, records, clock }, { correlationId }));
  const partner = { id: 'acme', name: 'Acme', supplierId: 'S1', agreementVersion: 1 };
  const body = { ...partner, identifiers: [partnerOfSupplier('S1')] };
  await desk.put({ type: 'partner', id: 'acme', expect: 'absent', body });
  const openOf = async (role: 'buyer' | 'steward') =>
    (await desk.clientOf('client-1').listExceptions({ role })).data.entries;
  return { ...desk, ports, openOf, ask: asking(desk.fetch, 'client-1') };
}

describe('the requests of the recipe', () => {
  let desk: Awaited<ReturnType<typeof aDesk>>;
  beforeEach(async () => {
    desk = await aDesk();
  });
  const below = (heading: string) => requests.filter((request) => request.heading === heading);

  it('[O10] a buyer sees, claims, comments and counters; the supplier is asked, and the order stands', async () => {
    const price = { amount: '13', per: { value: '100', unit: 'EA' as const } };
    const { data } = await desk.acme.acknowledgeSupplierOrder({
      orderNumber: 'PO-71',
      body: { answer: 'changed', lines: [{ lineNumber: 1, answer: 'price', price }] },
    });
    unwrap(await applyAcknowledgement(desk.ports, { partnerDocumentId: data.id, correlationId }));
    const [exception] = await desk.openOf('buyer');
    if (!exception) throw new Error('nothing to decide');
    let etag = '';
    for (const request of below('See, claim, decide')) {
      if (request.operationId === 'reopen-exception') {
        const runs = resolutionRuns(desk.ports, () => desk.postings);
        const input = { exceptionId: exception.id, correlationId };
        expect(unwrap(await applyResolution(desk.ports, runs, input))).toBe('buyer-decision');
      }
      const answer = await desk.ask(request, { exceptionId: exception.id, ...(etag && { etag }) });
      expect({ ...answer, request: request.operationId }).toMatchObject({ status: 200 });
      etag = answer.etag || etag;
    }
    const changes = await desk.records.list('order-change', {
      list: 'changes-by-order',
      scope: 'po-1',
      limit: 9,
    });
    expect(changes.entries.map(({ body }) => body)).toMatchObject([
      { origin: 'buyer', posting: 'none', lines: [{ lineNumber: 1, price: { amount: '12.6' } }] },
    ]);
    expect((await desk.records.get('exception', exception.id))?.body).toMatchObject({
      state: 'open',
      reopened: 1,
      comments: [{ text: 'Called them: steel is dearer since October.' }],
    });
  });

  it('[M3] a steward says what a code is, and the document that waited goes on', async () => {
    const [request] = below('Stewards');
    if (!request?.body) throw new Error('no cross-reference in the guide');
    const { theirs } = JSON.parse(request.body) as { theirs: string };
    const { data } = await desk.acme.announceSupplierShipment({
      body: {
        number: 'LS-1',
        items: [
          { orderNumber: 'PO-71', item: { supplierItem: theirs }, quantity: { value: '480', unit: 'EA' } },
        ],
      },
    });
    const input = { partnerDocumentId: data.id, correlationId };
    unwrap(await applyShipNotice(desk.ports, input));
    expect(await desk.openOf('steward')).toMatchObject([{ kind: 'unknown-code' }]);
    const { status, data: reference } = await desk.ask(request, { partnerId: 'acme' });
    expect(status).toBe(200);
    expect(await desk.openOf('steward')).toEqual([]);
    const crossReferenceId = String(reference.id);
    expect(unwrap(await releaseParkedDocuments(desk.ports, { crossReferenceId, correlationId }))).toEqual({
      released: 1,
    });
    unwrap(await applyShipNotice(desk.ports, input));
    expect((await desk.records.get('partner-document', data.id))?.body.state).toBe('applied');
  });
});
