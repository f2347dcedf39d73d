import '#test/builders/function-environment.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { examples } from '#api/examples.ts';
import { isForSuppliers, type Route } from '#api/route.ts';
import { type OperationId, routes } from '#api/routes.ts';
import type { Interchange, PartnerDocument } from '#core/canonical/interchange.ts';
import { aSupplierDesk } from '#test/builders/a-supplier-desk.ts';
import { aConsumer } from '#test/builders/an-api.ts';

const table = Object.entries(routes) as unknown as readonly (readonly [OperationId, Route])[];
const ofSuppliers = table.filter(([, route]) => isForSuppliers(route));
const scoped = table.filter(([, { scope }]) => scope !== 'public');

/** What acme has, by the parameter that names it. A new parameter needs an entry: without one its route fails here. */
const ofAcme: Readonly<Record<string, string>> = {
  orderNumber: 'PO-71',
  documentId: 'pd-of-acme',
  interchangeId: 'int-of-acme',
};
const traces = /PO-71|of-acme|acme/;

const document: PartnerDocument = {
  id: 'pd-of-acme',
  direction: 'in',
  channel: 'api',
  kind: 'ship-notice',
  state: 'received',
  partnerId: 'acme',
  supplierId: 'S1',
  agreementVersion: 1,
  number: 'LS-of-acme',
  ordinal: '2026-11-23T08:00:00.000Z#api#000000',
  findings: [],
  test: false,
  at: '2026-11-23T08:00:00.000Z',
};
const interchange: Interchange = {
  id: 'int-of-acme',
  direction: 'out',
  state: 'sent',
  partnerId: 'acme',
  contentKey: 'documents/interchanges/int-of-acme',
  sha256: 'a'.repeat(64),
  fileName: 'x12-of-acme.edi',
  transport: 'https',
  transactions: 1,
  rejected: 0,
  repeats: 0,
  findings: [],
  isAcknowledgement: false,
  at: '2026-11-23T08:00:00.000Z',
  sentAt: '2026-11-23T08:00:00.000Z',
};

let desk: Awaited<ReturnType<typeof aSupplierDesk>>;
beforeEach(async () => {
  desk = await aSupplierDesk();
  await desk.put(
    { type: 'partner-document', id: document.id, expect: 'absent', body: document },
    { type: 'interchange', id: interchange.id, expect: 'absent', body: interchange },
  );
  desk.objects.putText('documents', interchange.contentKey, 'ISA*of-acme~');
});

/** Ask what the example of a route asks, about what acme has, as some consumer. */
function ask([id, route]: readonly [OperationId, Route], clientId: string): Promise<Response> {
  const path = route.path.replace(/\{(\w+)\}/g, (_all, name: string) =>
    encodeURIComponent(ofAcme[name] ?? (isForSuppliers(route) ? `no entry for ${name}` : 'x-1')),
  );
  const { body } = examples[id];
  const json = JSON.stringify(body ?? {}).replaceAll('PO-2026-0017', 'PO-71');
  const raw = route.accepts === 'interchange';
  return desk.fetch(`https://api.example${path}`, {
    method: route.method,
    headers: {
      Authorization: `Bearer ${clientId}`,
      'x-api-key': `key-of-${clientId}`,
      ...(route.write
        ? {
            'Content-Type': raw ? 'application/edi-x12' : 'application/json',
            'Idempotency-Key': `${id}-of-${clientId}`,
          }
        : {}),
      ...(route.ifMatch ? { 'If-Match': '"1"' } : {}),
    },
    ...(route.write ? { body: raw ? 'ISA*00*~' : json } : {}),
  });
}

/** Everything acme has: its records by version, its objects. */
async function stateOfAcme() {
  const { records, objects } = desk;
  const all = { limit: 1000 } as const;
  const lists = await Promise.all([
    records.list('order-ledger', { list: 'ledgers-by-supplier', scope: 'S1', ...all }),
    records.list('partner-document', { list: 'partner-documents', scope: 'acme', ...all }),
    records.list('interchange', { list: 'interchanges-by-partner', scope: 'acme', ...all }),
  ]);
  return {
    records: lists.flatMap(({ entries }) => entries.map(({ id, version }) => `${id}@${version}`)),
    objects: objects.keys('landing', 'partners/acme/'),
  };
}

describe('two suppliers at one API', () => {
  it('[A4] there are routes of suppliers, and each works for its own', async () => {
    expect(ofSuppliers.length).toBeGreaterThan(10);
    for (const entry of ofSuppliers) {
      const answer = await ask(entry, 'acme-1');
      expect(answer.status, `${entry[0]}: ${await answer.clone().text()}`).toBeLessThan(300);
    }
  });

  it.each(ofSuppliers)('[S5] %s: nothing of the other is seen or changed', async (id, route) => {
    const before = await stateOfAcme();
    const answer = await ask([id, route], 'bolt-1');
    const text = await answer.text();
    const names =
      Object.keys(route.params.shape).length > 0 || /PO-2026/.test(JSON.stringify(examples[id].body ?? ''));
    if (names) {
      expect(answer.status, text).toBe(404);
      expect(text).toMatch(/"code":"(?:not-found|order-unknown)"/);
    } else {
      expect(answer.status, text).toBeLessThan(300);
      expect(text).not.toMatch(traces);
    }
    expect(await stateOfAcme()).toEqual(before);
  });

  it.each(ofSuppliers)(
    '[A4] %s: not for the distributor, nor for a supplier without agreement',
    async (id, route) => {
      desk.settings.put('consumer', aConsumer('gone-1', { partnerId: 'gone' }), 'gone-1');
      for (const clientId of ['client-1', 'gone-1']) {
        const answer = await ask([id, route], clientId);
        expect(await answer.json()).toMatchObject({ status: 403, code: 'forbidden' });
      }
    },
  );

  it.each(scoped.filter(([, route]) => !isForSuppliers(route)))(
    "[A4] %s: not for a supplier, whatever its token's scopes",
    async (id, route) => {
      const answer = await ask([id, route], 'acme-1');
      expect(await answer.json()).toMatchObject({ status: 403, code: 'forbidden' });
    },
  );

  it.each(ofSuppliers)('[S2] %s: a suspension counts at once', async (id, route) => {
    const agreement = await desk.settings.get('partner', 'acme');
    if (!agreement) throw new Error('no agreement');
    const before = await stateOfAcme();
    desk.settings.put('partner', { ...agreement.value, status: 'suspended' }, 'acme');
    const answer = await ask([id, route], 'acme-1');
    expect(await answer.json()).toMatchObject({ status: 403, code: 'partner-suspended' });
    expect(await stateOfAcme()).toEqual(before);
  });
});
