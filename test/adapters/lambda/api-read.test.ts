import '#test/builders/silent-logs.ts';

import { describe, expect, it } from 'vitest';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { listRecords } from '#api/answers/list-records.ts';
import { readRecord } from '#api/answers/read-record.ts';
import { examples } from '#api/examples.ts';
import { apiOperation } from '#api/operation.ts';
import { getItem, listItems } from '#api/routes/master-data.ts';
import type { Item } from '#core/canonical/item.ts';
import { itemSchema } from '#core/canonical/item.ts';
import { sha256 } from '#core/kernel/identifiers.ts';
import { ProblemError, problem } from '#core/kernel/problem.ts';
import { ok, unwrap } from '#core/kernel/result.ts';
import { aConsumer, call, expectProblem, settingsWithConsumer } from '#test/builders/an-api.ts';
import type { ApiEventParts } from '#test/builders/an-api-event.ts';
import { memoryRecords } from '#test/doubles/memory-records.ts';
import { memorySettings } from '#test/doubles/memory-settings.ts';

const anItem = (id: string): Item =>
  itemSchema.parse({ ...pick(examples['get-item'].answer), id, identifiers: [] });
const pick = ({
  version: _v,
  updatedAt: _u,
  correlationId: _c,
  ...item
}: (typeof examples)['get-item']['answer']) => item;

async function itemsApi(settings = settingsWithConsumer()) {
  const records = memoryRecords();
  for (const id of ['item-1', 'item-2', 'item-3']) {
    const changes = [{ type: 'item', id, expect: 'absent', body: anItem(id) }] as const;
    unwrap(await records.commit({ changes, correlationId: 'cor-12345678' }));
  }
  const get = apiHandler(
    apiOperation(getItem, ({ params }) => readRecord(records, 'item', params.itemId)),
    settings,
  );
  const list = apiHandler(
    apiOperation(listItems, ({ query }) => listRecords(records, 'item', { list: 'items' }, query)),
    settings,
  );
  return {
    get: (parts: ApiEventParts = {}) =>
      call(get, { scopes: ['crossdock/items.read'], params: { itemId: 'item-1' }, ...parts }),
    list: (parts: ApiEventParts = {}) => call(list, { scopes: ['crossdock/items.read'], ...parts }),
  };
}

describe('who asks', () => {
  it('[A5] a request without a token is unauthenticated', async () => {
    const api = await itemsApi();
    expectProblem(await api.get({ scopes: undefined }), 401, 'unauthenticated');
  });

  it('[A5] a token without the scope of the operation is refused, and told which scope it needs', async () => {
    const api = await itemsApi();
    const answer = await api.get({ scopes: ['crossdock/items.write', 'crossdock/suppliers.read'] });
    expect(expectProblem(answer, 403, 'forbidden').detail).toContain('crossdock/items.read');
  });

  it('[A5] an API key of another client is refused', async () => {
    const api = await itemsApi();
    expectProblem(await api.get({ apiKey: 'key-of-client-2' }), 403, 'forbidden');
  });

  it('[A5] while one API key replaces the other, both are good', async () => {
    const settings = settingsWithConsumer();
    const apiKeys = ['key-of-client-1', 'new-key'].map((key, at) => ({
      id: `key-${at}`,
      sha256: sha256(key),
    }));
    settings.put('consumer', aConsumer('client-1', { apiKeys }), 'client-1');
    const api = await itemsApi(settings);
    expect((await api.get()).statusCode).toBe(200);
    expect((await api.get({ apiKey: 'new-key' })).statusCode).toBe(200);
  });

  it('[A5] a client that is no consumer is refused', async () => {
    const api = await itemsApi(memorySettings());
    expectProblem(await api.get(), 403, 'forbidden');
  });

  it('[A5] a suspension counts from the next request on', async () => {
    const settings = settingsWithConsumer();
    const api = await itemsApi(settings);
    expect((await api.get()).statusCode).toBe(200);
    settings.put('consumer', aConsumer('client-1', { status: 'suspended' }), 'client-1');
    expectProblem(await api.get(), 403, 'forbidden');
  });

  it('[A5] identity comes from the token: a header that claims another client changes nothing', async () => {
    const api = await itemsApi();
    const answer = await api.get({ clientId: 'client-2', headers: { 'x-client-id': 'client-1' } });
    expectProblem(answer, 403, 'forbidden');
  });
});

describe('what is answered', () => {
  it('[A1] an item comes with its version as ETag and the headers that browsers obey', async () => {
    const answer = await (await itemsApi()).get();
    expect(JSON.parse(answer.body)).toMatchObject({
      id: 'item-1',
      version: 1,
      correlationId: 'cor-12345678',
    });
    expect(answer.headers).toMatchObject({
      ETag: '"1"',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    });
  });

  it('[A1] what does not exist is not found', async () => {
    const answer = await (await itemsApi()).get({ params: { itemId: 'item-9' } });
    expectProblem(answer, 404, 'not-found');
  });

  it('[O1] the correlation id of the caller is on the answer; one that is not valid is replaced', async () => {
    const api = await itemsApi();
    const given = await api.get({ headers: { 'X-Correlation-Id': 'order-run-4711' } });
    expect(given.headers?.['x-correlation-id']).toBe('order-run-4711');
    const bad = await api.get({ headers: { 'X-Correlation-Id': 'a b\nc' } });
    expect(bad.headers?.['x-correlation-id']).toMatch(/^cor-[0-9a-f-]{36}$/);
  });

  it('[A5] a list is read page by page, each entry once', async () => {
    const api = await itemsApi();
    const first = JSON.parse((await api.list({ query: { limit: '2' } })).body);
    const second = JSON.parse((await api.list({ query: { limit: '2', cursor: first.nextCursor } })).body);
    const ids = [...first.entries, ...second.entries].map(({ id }) => id);
    expect(ids).toEqual(['item-1', 'item-2', 'item-3']);
    expect(second.nextCursor).toBeUndefined();
  });

  it.each([
    ['a limit of nothing', { limit: '0' }, 'query/limit'],
    ['a limit above the largest page', { limit: '201' }, 'query/limit'],
    ['a limit that is no number', { limit: '1e1' }, 'query/limit'],
    ['a parameter given twice', { limit: ['1', '2'] }, 'query/limit'],
    ['an unknown parameter', { status: 'active' }, 'query/'],
    ['a cursor of nobody', { cursor: 'bm90IG91cnM' }, '/cursor'],
  ])('[A5] %s is refused with where it is', async (_what, query, at) => {
    const answer = await (await itemsApi()).list({ query });
    expect(expectProblem(answer, 400, 'validation-failed').faults?.[0]?.at).toBe(at);
  });

  it('[A5] an id that no id can be is refused before anything is read', async () => {
    const answer = await (await itemsApi()).get({ params: { itemId: '../secrets' } });
    expect(expectProblem(answer, 400, 'validation-failed').faults?.[0]?.at).toBe('path/itemId');
  });
});

describe('what fails inside', () => {
  const failing = (thrown: unknown) =>
    apiHandler(
      apiOperation(getItem, async () => {
        throw thrown;
      }),
      settingsWithConsumer(),
    );
  const read = { scopes: ['crossdock/items.read'], params: { itemId: 'item-1' } };

  it('[A5] the text of a bug never leaves, its correlation id does', async () => {
    const answer = await call(failing(new Error('password is hunter2')), read);
    expectProblem(answer, 500, 'unexpected-failure');
    expect(answer.body).not.toContain('hunter2');
  });

  it('[O7] a part of AWS that asks for patience is unavailable for now, with when to come back', async () => {
    const throttled = Object.assign(new Error('slow down'), { $retryable: { throttling: true } });
    const answer = await call(failing(throttled), read);
    expectProblem(answer, 503, 'temporarily-unavailable');
    expect(answer.headers?.['Retry-After']).toBe('5');
  });

  it('[O7] a problem with its own waiting time says it', async () => {
    const busy = problem('system-throttled', 'The ERP asks for fewer calls.', { retryAfterSeconds: 30 });
    const answer = await call(failing(new ProblemError(busy)), read);
    expect(answer.headers?.['Retry-After']).toBe('30');
  });

  it('[A5] an answer that breaks its own contract is a failure of ours, not an answer', async () => {
    const broken = apiHandler(
      apiOperation(getItem, async () => ok({ ...examples['get-item'].answer, id: '' })),
      settingsWithConsumer(),
    );
    expectProblem(await call(broken, read), 500, 'unexpected-failure');
  });

  it('[A5] fields that the contract does not name never leave', async () => {
    const leaking = apiHandler(
      apiOperation(getItem, async () => ok({ ...examples['get-item'].answer, taskToken: 'secret' })),
      settingsWithConsumer(),
    );
    expect((await call(leaking, read)).body).not.toContain('secret');
  });
});

describe('a deprecated route', () => {
  it('[A5] says since when and until when in every answer, failures too', async () => {
    const lifecycle = {
      state: 'deprecated',
      since: '2026-01-01T00:00:00Z',
      sunset: '2027-01-01T00:00:00Z',
    } as const;
    const old = apiHandler(
      apiOperation({ ...getItem, lifecycle }, async () => ok(examples['get-item'].answer)),
      settingsWithConsumer(),
    );
    const headers = { Deprecation: '@1767225600', Sunset: 'Fri, 01 Jan 2027 00:00:00 GMT' };
    expect(
      (await call(old, { scopes: ['crossdock/items.read'], params: { itemId: 'i' } })).headers,
    ).toMatchObject(headers);
    expect((await call(old, { scopes: [] })).headers).toMatchObject(headers);
  });
});
