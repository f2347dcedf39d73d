import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { listPeople, putPerson, removePerson } from '#adapters/cognito/people.ts';
import { dynamoSettings } from '#adapters/dynamodb/settings.ts';
import { writeSetting } from '#adapters/dynamodb/write-setting.ts';
import { mayOf, type Role, roles } from '#api/roles.ts';
import { crossdockClient } from '#contracts/client.ts';
import { unwrap } from '#core/kernel/result.ts';
import { aNewConsumer, deployedTables, outputOf } from './deployed.ts';
import {
  consoleConfig,
  consoleUrl,
  personIn,
  signIn,
  signInWith,
  type Tokens,
  trade,
  view,
} from './viewer.ts';

const problemSchema = z.looseObject({ code: z.string(), detail: z.string() });
const meSchema = z.looseObject({ id: z.string(), roles: z.array(z.string()), may: z.array(z.string()) });
const actor = { kind: 'person', id: 'integration-test' } as const;
const callback = () => `${consoleUrl().origin}/signed-in`;

const tokens = {} as Record<Role, Tokens>;
beforeAll(async () => {
  for (const role of roles) tokens[role] = await signIn(role);
});

/** Ask the API through the distribution, as the console does: a token, and no key. */
const ask = (
  role: Role,
  path: string,
  { method = 'GET', body = '', ...headers }: Record<string, string> = {},
) =>
  view(path, {
    method,
    body,
    headers: {
      authorization: `Bearer ${tokens[role].access_token}`,
      ...(body ? { 'content-type': 'application/json', 'content-length': String(body.length) } : {}),
      ...headers,
    },
  });

/** A `fetch` that finds the distribution. */
const viaDistribution: typeof fetch = async (input, init) => {
  const { method, url, headers } = new Request(input, init);
  const { pathname, search } = new URL(url);
  const answer = await view(pathname + search, { method, headers: Object.fromEntries(headers) });
  return new Response(answer.text, {
    status: answer.status,
    headers: { 'content-type': 'application/json' },
  });
};

describe('the console', () => {
  it('[A4] its page is served at its address and at every deep link, never kept', async () => {
    for (const path of [
      '/',
      '/exceptions/exc-1',
      '/documents?find=PO-1',
      '/orders/po.with.dots',
      '/signed-in?code=1',
    ]) {
      const page = await view(path);
      expect(page.status, path).toBe(200);
      expect(page.headers['content-type'], path).toContain('text/html');
      expect(page.headers['cache-control'], path).toBe('no-cache');
      expect(page.text, path).toContain('<div id="root">');
    }
  });

  it('[A4] what the page names is there, and may be kept for good; what it does not is not', async () => {
    const named = [...(await view('/')).text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)];
    expect(named.length).toBeGreaterThan(0);
    for (const [, path = ''] of named) {
      const asset = await view(path);
      expect(asset.status, path).toBe(200);
      expect(asset.headers['cache-control'], path).toContain('immutable');
    }
    expect((await view('/assets/nothing.js')).status).toBeGreaterThanOrEqual(400);
  });

  it('[G3] browsers are told to load nothing from elsewhere and to put it into no frame', async () => {
    const { headers } = await view('/exceptions');
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    });
    expect(headers['strict-transport-security']).toContain('max-age=63072000');
  });

  it('[A4] it is told where to sign in when it is published, and gets no secret', async () => {
    const config = await consoleConfig();
    expect(config).toMatchObject({ environment: 'local', scope: 'openid profile email crossdock/console' });
    expect(config.clientId).toBe(outputOf('ConsoleClientId'));
  });
});

describe('people who sign in', () => {
  it.each(roles)('[A4] [G3] who is in the group %s may what that role may', async (role) => {
    const answer = await ask(role, '/v1/me');
    expect(answer.status).toBe(200);
    const me = meSchema.parse(JSON.parse(answer.text));
    expect(me).toMatchObject({ id: personIn(role).user, roles: [role] });
    expect([...me.may].sort()).toEqual([...mayOf([role])].sort());
  });

  it('[A4] the generated client works through the console’s address without a key', async () => {
    const client = crossdockClient({
      baseUrl: consoleUrl().origin,
      token: async () => tokens.buyer.access_token,
      fetch: viaDistribution,
    });
    expect((await client.listSuppliers({ limit: 1 })).data.entries.length).toBeLessThanOrEqual(1);
  });

  it('[G3] what a role may not is forbidden, with the roles that may, and nothing happened', async () => {
    const answer = await ask('auditor', '/v1/exceptions/exc-1/claim', {
      method: 'POST',
      body: '{}',
      'idempotency-key': 'people-test-1',
      'if-match': '"1"',
    });
    expect(answer.status).toBe(403);
    expect(problemSchema.parse(JSON.parse(answer.text))).toMatchObject({
      code: 'forbidden',
      detail: 'This needs the role ops or buyer or planner or steward; you have auditor.',
    });
  });

  it('[A4] nobody who signs in reaches what is for suppliers: the gateway knows no way', async () => {
    for (const role of roles) {
      const { status } = await ask(role, '/v1/supplier/orders');
      expect([401, 403], role).toContain(status);
    }
  });

  it('[A5] without a token nothing is answered, whatever key the distribution adds', async () => {
    expect((await view('/v1/me')).status).toBe(401);
  });

  it('[A5] a token of the console is worth nothing beside the console: no key, or another’s key', async () => {
    const bare = await fetch(`${outputOf('ApiUrl')}/v1/me`, {
      headers: { authorization: `Bearer ${tokens.ops.access_token}` },
    });
    expect(bare.status).toBe(403);
    const consumer = await aNewConsumer(['items.read']);
    const others = await fetch(`${outputOf('ApiUrl')}/v1/me`, {
      headers: { authorization: `Bearer ${tokens.ops.access_token}`, 'x-api-key': consumer.apiKey },
    });
    expect(others.status).toBe(403);
    expect(problemSchema.parse(await others.json()).detail).toContain('x-api-key');
  });

  it('[G3] an id token opens nothing', async () => {
    const answer = await view('/v1/me', { headers: { authorization: `Bearer ${tokens.ops.id_token}` } });
    expect(answer.status).toBe(401);
  });

  it('[G3] no machine client can have the scope of people', async () => {
    const consumer = await aNewConsumer(['items.read']);
    const answer = await fetch(outputOf('TokenUrl'), {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${consumer.clientId}:${consumer.clientSecret}`).toString('base64')}`,
      },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'crossdock/console' }),
    });
    expect(answer.status).toBe(400);
  });
});

describe('signing in', () => {
  it('[A4] the code is worth nothing to whoever did not begin the sign-in (PKCE)', async () => {
    const { back, config } = await signInWith(personIn('buyer'));
    const code = back.searchParams.get('code') ?? '';
    expect(back.origin + back.pathname).toBe(callback());
    const traded = await trade(config, {
      grant_type: 'authorization_code',
      code,
      redirect_uri: callback(),
      code_verifier: 'x'.repeat(43),
    });
    expect(traded).toMatchObject({ status: 400, json: { error: 'invalid_grant' } });
  });

  it('[A4] the sign-in page sends nobody elsewhere', async () => {
    const { page } = await signInWith(personIn('buyer'), { redirect_uri: 'https://elsewhere.example/' });
    expect(page).toContain('redirect_uri');
    const { back } = await signInWith(personIn('buyer'), { scope: 'openid crossdock/items.read' });
    expect(back.searchParams.get('error')).toBe('invalid_request');
  });

  it('[A4] a wrong password lets nobody in', async () => {
    const { back, page } = await signInWith({ ...personIn('buyer'), password: 'Wrong-password-1' });
    expect(back.protocol).toBe('about:');
    expect(page).toContain('Incorrect username or password.');
  });

  it('[A4] a browser may call the token endpoint from the console’s address', async () => {
    const { headers } = await trade(await consoleConfig(), {
      grant_type: 'refresh_token',
      refresh_token: 'none',
    });
    expect(['*', consoleUrl().origin]).toContain(headers.get('access-control-allow-origin'));
  });
});

describe('who may sign in', () => {
  const places = () => ({
    cognito: new CognitoIdentityProviderClient({}),
    userPoolId: outputOf('PeoplePoolId'),
    audit: deployedTables(),
  });
  const email = 'kim@example.com';

  it('[G3] a person is let in with roles, gets others, and is let out; each is audited', async () => {
    const wish = { email, actor, reason: 'test', password: 'Integration-test-1' };
    expect(await putPerson(places(), { ...wish, roles: ['buyer', 'planner'] })).toBe('added');
    expect(await putPerson(places(), { ...wish, roles: ['planner', 'auditor'] })).toBe('changed');
    const listed = await listPeople(places());
    expect(listed.find((person) => person.email === email)).toEqual({
      email,
      roles: ['planner', 'auditor'],
      status: 'CONFIRMED',
    });
    const { back } = await signInWith({ user: email, password: wish.password });
    expect(back.searchParams.get('code')).toBeTruthy();
    expect(await removePerson(places(), { email, actor, reason: 'left' })).toBe(true);
    expect(await removePerson(places(), { email, actor, reason: 'left' })).toBe(false);
    const gone = await signInWith({ user: email, password: wish.password });
    expect(gone.page).toContain('Incorrect username or password.');
    expect(await auditedActions()).toEqual(['put-person', 'put-person', 'remove-person', 'remove-person']);
  });

  async function auditedActions(): Promise<unknown[]> {
    const { client, auditTable } = deployedTables();
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: auditTable,
        IndexName: 'byTarget',
        KeyConditionExpression: 'target = :target',
        ExpressionAttributeValues: { ':target': `person#${email}` },
      }),
    );
    return Items.map(({ action }) => action);
  }

  it('[G3] suspending the console keeps everybody out from the next request on', async () => {
    const clientId = outputOf('ConsoleClientId');
    const known = await dynamoSettings(deployedTables()).get('consumer', clientId);
    if (!known) throw new Error('the console is no consumer');
    const suspend = async (status: 'active' | 'suspended') =>
      unwrap(
        await writeSetting(deployedTables(), {
          kind: 'consumer',
          id: clientId,
          value: { ...known.value, status },
          actor,
          reason: 'test',
        }),
      );
    await suspend('suspended');
    try {
      expect((await ask('ops', '/v1/me')).status).toBe(403);
    } finally {
      await suspend('active');
    }
    expect((await ask('ops', '/v1/me')).status).toBe(200);
  });
});
