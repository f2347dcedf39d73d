import { randomUUID } from 'node:crypto';
import { APIGatewayClient, CreateUsagePlanCommand, GetApiKeysCommand } from '@aws-sdk/client-api-gateway';
import {
  CognitoIdentityProviderClient,
  ListUserPoolClientsCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { writeSetting } from '#adapters/dynamodb/write-setting.ts';
import { type Scope, scopes } from '#api/scopes.ts';
import { crossdockClient } from '#contracts/client.ts';
import { sha256 } from '#core/kernel/identifiers.ts';
import type { Records } from '#core/kernel/records.ts';
import { unwrap } from '#core/kernel/result.ts';
import { waitingProposals } from '#test/builders/waiting-proposals.ts';
import { aNewConsumer, deployedRecords, deployedTables, outputOf, type TestConsumer } from './deployed.ts';

const everyScope = Object.keys(scopes) as Scope[];

let baseUrl: string;
let records: Records;
let buyer: TestConsumer;

beforeAll(async () => {
  baseUrl = outputOf('ApiUrl');
  records = deployedRecords();
  buyer = await aNewConsumer(everyScope);
});

const bodySchema = z.looseObject({ code: z.string().optional(), correlationId: z.string().optional() });

interface Sent {
  readonly consumer?: TestConsumer;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

async function send(path: string, { consumer = buyer, headers = {}, body }: Sent = {}) {
  const response = await fetch(baseUrl + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      Authorization: `Bearer ${await consumer.token()}`,
      'x-api-key': consumer.apiKey,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const json = bodySchema.parse(await response.json());
  return { status: response.status, headers: response.headers, json };
}

const group = (): string => `ag-${randomUUID().slice(0, 18)}`;
const key = (): string => `key-${randomUUID()}`;
const decide = (verb: 'approve' | 'reject', id: string, sent: Sent & { key?: string; etag?: string } = {}) =>
  send(`/v1/proposals/${id}/${verb}`, {
    body: { reason: 'integration' },
    ...sent,
    headers: { 'Idempotency-Key': sent.key ?? key(), 'If-Match': sent.etag ?? '"1"', ...sent.headers },
  });
const twoProposals = async (): Promise<[string, string]> => {
  const [first = '', second = ''] = await waitingProposals(records, group(), 3);
  return [first, second];
};

describe('the door of the API', () => {
  it('[A5] health and the contract need no token', async () => {
    expect((await fetch(`${baseUrl}/v1/health`)).status).toBe(200);
    const contract = await (await fetch(`${baseUrl}/v1/openapi.json`)).json();
    expect(contract).toMatchObject({ openapi: '3.1.1', info: { title: 'Crossdock API' } });
  });

  it('[A5] without a token, or with a made-up one, it is 401', async () => {
    expect((await send('/v1/items', { headers: { Authorization: '' } })).status).toBe(401);
    expect((await send('/v1/items', { headers: { Authorization: 'Bearer e30.e30.e30' } })).status).toBe(401);
  });

  it('[A5] with a token of another scope it is 401, as API Gateway has it, with the reason', async () => {
    const reader = await aNewConsumer(['items.read']);
    expect((await send('/v1/items', { consumer: reader })).status).toBe(200);
    const refused = await send('/v1/suppliers', { consumer: reader });
    expect([refused.status, refused.json.code]).toEqual([401, 'unauthenticated']);
    expect(refused.json.detail).toContain('lacks the scope');
  });

  it('[A5] without an API key it is 403, with the key of another consumer too', async () => {
    expect((await send('/v1/items', { headers: { 'x-api-key': '' } })).status).toBe(403);
    const other = await aNewConsumer(['items.read']);
    const refused = await send('/v1/items', { headers: { 'x-api-key': other.apiKey } });
    expect([refused.status, refused.json.code]).toEqual([403, 'forbidden']);
  });

  it('[A5] a suspended consumer is out at once, its valid token notwithstanding', async () => {
    const consumer = await aNewConsumer(['items.read']);
    expect((await send('/v1/items', { consumer })).status).toBe(200);
    const { clientId, apiKeyId: id, apiKey } = consumer;
    const apiKeys = [{ id, sha256: sha256(apiKey) }];
    const value = { clientId, name: 'suspended', status: 'suspended', apiKeys } as const;
    const actor = { kind: 'person', id: 'integration-test' } as const;
    unwrap(await writeSetting(deployedTables(), { kind: 'consumer', id: clientId, value, actor }));
    expect((await send('/v1/items', { consumer })).status).toBe(403);
  });

  it('[A5] an onboarding that fails half-way leaves neither client nor key behind', async () => {
    const name = `half-way-${randomUUID()}`;
    await expect(aNewConsumer(['items.read'], { usagePlanId: 'no-such-plan', name })).rejects.toThrow();
    const { UserPoolClients = [] } = await new CognitoIdentityProviderClient({}).send(
      new ListUserPoolClientsCommand({ UserPoolId: outputOf('UserPoolId'), MaxResults: 60 }),
    );
    const { items: keys = [] } = await new APIGatewayClient({}).send(
      new GetApiKeysCommand({ nameQuery: name }),
    );
    expect(UserPoolClients.filter(({ ClientName }) => ClientName === name)).toEqual([]);
    expect(keys.filter((made) => made.name === name)).toEqual([]);
  });

  it('[A5] beyond the rate of its plan a consumer is told to slow down', async () => {
    const { id } = await new APIGatewayClient({}).send(
      new CreateUsagePlanCommand({
        name: `slow-${randomUUID()}`,
        throttle: { rateLimit: 1, burstLimit: 1 },
        apiStages: [{ apiId: outputOf('RestApiId'), stage: 'live' }],
      }),
    );
    const slow = await aNewConsumer(['items.read'], { usagePlanId: id ?? '' });
    const answers = await Promise.all(Array.from({ length: 6 }, () => send('/v1/items', { consumer: slow })));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.json.code).toBe('too-many-requests');
  });

  it('[A5] a path that is no operation is 404', async () => {
    const answer = await send('/v1/nothing');
    expect([answer.status, answer.json.code]).toEqual([404, 'not-found']);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });
});

describe('bad input', () => {
  const cases: [string, Sent, number, string][] = [
    ['malformed JSON', { body: '{"reason":' }, 400, 'malformed-request'],
    ['an unknown field', { body: { reason: 'x', priority: 1 } }, 400, 'validation-failed'],
    ['a wrong type', { body: { reason: 7 } }, 400, 'validation-failed'],
    ['a body over the limit', { body: { reason: 'x'.repeat(6000) } }, 413, 'payload-too-large'],
    ['another content type', { headers: { 'Content-Type': 'text/plain' } }, 415, 'unsupported-media-type'],
    ['an ETag that is none', { headers: { 'If-Match': 'three' } }, 400, 'validation-failed'],
  ];
  it.each(cases)(
    '[A5] %s is refused with its problem, and nothing changes',
    async (_what, sent, status, code) => {
      const [id] = await twoProposals();
      const answer = await decide('approve', id, sent);
      expect([answer.status, answer.json.code]).toEqual([status, code]);
      expect(answer.json.correlationId).toBe(answer.headers.get('x-correlation-id'));
      expect((await records.get('proposal', id))?.version).toBe(1);
    },
  );

  it('[A5] an unknown id is 404, a bad page 400', async () => {
    expect((await send('/v1/items/no-such-item')).status).toBe(404);
    expect((await send('/v1/items?limit=1000')).status).toBe(400);
  });
});

describe('deciding proposals', () => {
  it('[A3] a proposal is approved once: the retry replays, a stale ETag is 412, a second approval 409', async () => {
    const [id] = await twoProposals();
    const first = key();
    const approved = await decide('approve', id, {
      key: first,
      headers: { 'x-correlation-id': `cor-of-${id}` },
    });
    expect(approved.json).toMatchObject({
      id,
      state: 'approved',
      version: 2,
      decision: { by: buyer.clientId },
    });
    expect(approved.headers.get('etag')).toBe('"2"');
    expect(approved.headers.get('x-correlation-id')).toBe(`cor-of-${id}`);

    const replayed = await decide('approve', id, { key: first });
    expect([replayed.status, replayed.headers.get('idempotency-replayed')]).toEqual([200, 'true']);
    expect(replayed.json).toEqual(approved.json);

    const stale = await decide('approve', id);
    expect([stale.status, stale.json.code]).toEqual([412, 'version-stale']);
    for (const verb of ['approve', 'reject'] as const) {
      const again = await decide(verb, id, { etag: '"2"' });
      expect([again.status, again.json.code]).toEqual([409, 'state-not-allowed']);
    }
    expect((await records.get('proposal', id))?.version).toBe(2);
  });

  it('[A5] the audit record says who, what, when, why and from where', async () => {
    const [, id] = await twoProposals();
    await decide('reject', id, { body: { reason: 'being phased out' } });
    const { client, auditTable } = deployedTables();
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: auditTable,
        IndexName: 'byTarget',
        KeyConditionExpression: 'target = :target',
        ExpressionAttributeValues: { ':target': `proposal#${id}` },
      }),
    );
    expect(Items).toMatchObject([
      {
        action: 'reject-proposal',
        actor: { kind: 'consumer', id: buyer.clientId },
        reason: 'being phased out',
        from: expect.any(String),
      },
    ]);
  });

  it('[A5] the same key with another body is 422', async () => {
    const [id] = await twoProposals();
    const same = key();
    await decide('approve', id, { key: same });
    const other = await decide('approve', id, { key: same, body: { reason: 'another' } });
    expect([other.status, other.json.code]).toEqual([422, 'idempotency-key-reused']);
  });

  it('[A5] many at once with one key: it is done once, whoever comes meanwhile is in flight', async () => {
    const [id] = await twoProposals();
    const same = key();
    const answers = await Promise.all(Array.from({ length: 5 }, () => decide('approve', id, { key: same })));
    const done = answers.filter(
      ({ status, headers }) => status === 200 && !headers.get('idempotency-replayed'),
    );
    expect(done).toHaveLength(1);
    for (const { status, json, headers } of answers.filter((answer) => !done.includes(answer))) {
      if (status === 200) expect(headers.get('idempotency-replayed')).toBe('true');
      else expect([status, json.code]).toEqual([409, 'idempotency-in-flight']);
    }
    expect((await records.get('proposal', id))?.version).toBe(2);
  });

  it('[O7] two who decide at once about one proposal: one of them does', async () => {
    const [id] = await twoProposals();
    const [a, b] = await Promise.all([decide('approve', id), decide('reject', id)]);
    expect([a?.status, b?.status].sort()).toEqual([200, 412]);
  });
});

describe('with the typed client', () => {
  const client = () => crossdockClient({ baseUrl, token: buyer.token, apiKey: buyer.apiKey });

  it('[A1] lists are read to their end and resources with their ETag', async () => {
    const groupId = group();
    const ids = await waitingProposals(records, groupId, 5);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await client().listProposals({
        runId: `run-of-${groupId}`,
        limit: 2,
        ...(cursor ? { cursor } : {}),
      });
      seen.push(...page.data.entries.map(({ id }) => id));
      cursor = page.data.nextCursor;
    } while (cursor);
    expect(seen).toEqual(ids);
    const approved = await client().approveProposal({ proposalId: ids[0] ?? '', ifMatch: '"1"' });
    expect(approved).toMatchObject({ data: { state: 'approved' }, etag: '"2"', replayed: false });
  });

  it('[B1] a forecast file is uploaded under the form it asked for, and no other file is', async () => {
    const file = 'item,location,bucket,quantity,unit\n';
    const form = await client().createForecastUpload({
      body: { fileName: 'week-48.txt.csv', sizeBytes: file.length },
    });
    expect(form.data.fields.key).toMatch(/^forecasts\/up-[0-9a-f]{26}\/week-48\.txt\.csv$/);
    const post = async (content: string, change: Record<string, string> = {}) => {
      const body = new FormData();
      for (const [name, value] of Object.entries({ ...form.data.fields, ...change }))
        body.append(name, value);
      body.append('file', new Blob([content]));
      return (await fetch(form.data.url, { method: 'POST', body })).status;
    };
    expect(await post(`${file}longer than it said`)).toBeGreaterThanOrEqual(400);
    expect(await post(file, { key: 'forecasts/other.csv' })).toBe(403);
    expect(await post(file)).toBe(204);
  });
});
