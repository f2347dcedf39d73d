import '#test/builders/function-environment.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { BodyOf } from '#api/route.ts';
import type * as routes from '#api/routes/partners.ts';
import { unwrap } from '#core/kernel/result.ts';
import { aPartnerAgreement } from '#test/builders/a-partner-agreement.ts';
import { aSupplier } from '#test/builders/a-supplier.ts';
import { aConsumer } from '#test/builders/an-api.ts';
import { anApiRoom } from '#test/builders/an-api-room.ts';

const jsonSchema = z.record(z.string(), z.unknown());
type Terms = BodyOf<typeof routes.addPartner>['agreement'];
const { status: _status, ...terms }: Terms & { status: string } = aPartnerAgreement();
const reason = 'new supplier';

let room: ReturnType<typeof anApiRoom>;
let asked = 0;

interface Asked {
  readonly key?: string;
  readonly ifMatch?: string;
  readonly as?: string;
}

/** One request of a consumer; its answer as JSON. */
async function ask(method: 'GET' | 'POST', path: string, body?: unknown, how: Asked = {}) {
  asked += 1;
  const { key = `request-${asked}`, ifMatch, as = 'client-1' } = how;
  const answer = await room.fetch(`https://api.example${path}`, {
    method,
    headers: {
      authorization: `Bearer ${as}`,
      'x-api-key': `key-of-${as}`,
      ...(body !== undefined && { 'content-type': 'application/json', 'idempotency-key': key }),
      ...(ifMatch !== undefined && { 'if-match': ifMatch }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return {
    status: answer.status,
    etag: answer.headers.get('etag'),
    json: jsonSchema.parse(await answer.json()),
  };
}

beforeEach(async () => {
  room = anApiRoom();
  const supplier = { type: 'supplier', id: 'S1', expect: 'absent', body: aSupplier('S1') } as const;
  unwrap(await room.records.commit({ changes: [supplier], correlationId: 'cor-12345678' }));
});

const add = (agreement: Terms = terms, how: Asked & { access?: string } = {}) => {
  const { access, ...rest } = how;
  return ask('POST', '/v1/partners', { agreement, reason, ...(access && { access }) }, rest);
};

const remembered = () => JSON.stringify([...room.answers.stored.values()]);

describe('partners through the API', () => {
  it('[S10] one request makes agreement, directory, mailbox and a way in; the secrets are told', async () => {
    const { status, json } = await add();
    expect(status).toBe(200);
    expect(json).toMatchObject({
      partner: { id: 'acme', status: 'onboarding', version: 1, consumers: ['client-of-acme-1'] },
      changed: true,
      mailbox: { in: 'partners/acme/in/', out: 'partners/acme/out/' },
      access: {
        clientId: 'client-of-acme-1',
        clientSecret: 'secret-of-client-of-acme-1',
        apiKey: 'key-of-client-of-acme-1',
      },
    });
    expect(room.records.audit().map(({ action }) => action)).toEqual([
      'change-partner',
      'give-partner-access',
    ]);
  });

  it('[A5] the same request gets the same answer with its secrets, which are remembered nowhere', async () => {
    const first = await add(terms, { key: 'key-same-1' });
    const again = await add(terms, { key: 'key-same-1' });
    expect(again.json).toEqual(first.json);
    expect(remembered()).toContain('client-of-acme-1');
    expect(remembered()).not.toMatch(/secret-of|key-of-client-of-acme/);
  });

  it('[S10] the same agreement again changes nothing and gives no second way in, unless one more is asked for', async () => {
    await add();
    const again = await add();
    expect(again.json).toMatchObject({ changed: false, partner: { version: 1 } });
    expect(again.json.access).toBeUndefined();
    const another = await add(terms, { access: 'another' });
    expect(another.json).toMatchObject({
      changed: false,
      partner: { consumers: ['client-of-acme-1', 'client-of-acme-2'] },
      access: { clientId: 'client-of-acme-2' },
    });
  });

  it('[A5] credentials are replaced without a gap: the new ones first, then the old are taken back', async () => {
    await add();
    await add(terms, { access: 'another' });
    room.settings.put('consumer', aConsumer('client-of-acme-1', { partnerId: 'acme' }), 'client-of-acme-1');
    const withdraw = (clientId: string) =>
      ask('POST', '/v1/partners/acme/withdraw-access', { clientId, reason: 'replaced' });
    const supplierAsks = () => ask('GET', '/v1/supplier/orders', undefined, { as: 'client-of-acme-1' });
    expect(await supplierAsks()).toMatchObject({ status: 200 });
    expect(await withdraw('client-of-acme-1')).toMatchObject({
      status: 200,
      json: { consumers: ['client-of-acme-2'] },
    });
    expect(await supplierAsks()).toMatchObject({ status: 403 });
    expect(await withdraw('client-of-acme-1')).toMatchObject({ status: 200 });
    expect(await withdraw('client-1')).toMatchObject({ status: 404 });
  });

  it('[S2] an agreement that cannot be kept to is refused with every fault; its status is not for the caller to say', async () => {
    const unkept = { ...terms, deviations: [{ ...deviation, expression: '(' }] };
    const refused = await add(unkept);
    expect(refused).toMatchObject({
      status: 400,
      json: { code: 'validation-failed', faults: [{ at: '/deviations/0/expression' }] },
    });
    const claimed = await add({ ...terms, status: 'active' } as Terms);
    expect(claimed).toMatchObject({ status: 400, json: { code: 'validation-failed' } });
    expect(await add({ ...terms, supplierId: 'S9' })).toMatchObject({ json: { code: 'not-found' } });
  });

  it('[S10] only who was certified goes live; a decision on an older version is refused', async () => {
    await add();
    const activate = (ifMatch: string) =>
      ask('POST', '/v1/partners/acme/activate', { reason: 'go' }, { ifMatch });
    expect(await activate('"1"')).toMatchObject({ status: 409, json: { code: 'partner-not-certified' } });
    expect(await activate('"7"')).toMatchObject({ status: 412, json: { code: 'version-stale' } });
    const suspended = await ask('POST', '/v1/partners/acme/suspend', { reason: 'no' }, { ifMatch: '"1"' });
    expect(suspended).toMatchObject({ status: 200, etag: '"2"', json: { status: 'suspended' } });
    expect(await ask('GET', '/v1/partners/acme')).toMatchObject({
      etag: '"2"',
      json: { status: 'suspended' },
    });
  });

  it('[S10] certified case by case, the report can be read, and the partner goes live', async () => {
    await add();
    expect(await ask('GET', '/v1/partners/acme/certification')).toMatchObject({ status: 404 });
    const certified = await ask('POST', '/v1/partners/acme/certify', { reason: 'first set-up' });
    expect(certified).toMatchObject({ status: 200, json: { agreementVersion: 1, failed: 0 } });
    expect(await ask('GET', '/v1/partners/acme/certification')).toMatchObject({ json: certified.json });
    const activate = await ask('POST', '/v1/partners/acme/activate', { reason: 'go' }, { ifMatch: '"2"' });
    expect(activate).toMatchObject({ status: 200, etag: '"3"', json: { status: 'active' } });
    expect(room.objects.keys('landing')).toEqual([]);
    expect(await ask('POST', '/v1/partners/nobody/certify', { reason })).toMatchObject({ status: 404 });
  });

  it('[A5] partners are listed and read; who is not there is not found', async () => {
    await add();
    expect((await ask('GET', '/v1/partners')).json).toMatchObject({ entries: [{ id: 'acme', version: 1 }] });
    expect(await ask('GET', '/v1/partners/nobody')).toMatchObject({ status: 404 });
  });
});

const deviation = {
  document: 'ship-notice',
  level: 'canonical',
  because: 'they write it elsewhere',
} as const;
