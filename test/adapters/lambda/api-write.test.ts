import '#test/builders/silent-logs.ts';

import { describe, expect, it } from 'vitest';
import { apiWriteHandler } from '#adapters/lambda/api-write-handler.ts';
import { examples } from '#api/examples.ts';
import { type ApiContext, type ApiInput, apiOperation } from '#api/operation.ts';
import { rejectProposal } from '#api/routes/proposals.ts';
import { type Problem, problem } from '#core/kernel/problem.ts';
import { fail, ok } from '#core/kernel/result.ts';
import {
  aConsumer,
  call,
  expectProblem,
  type GatewayHandler,
  settingsWithConsumer,
} from '#test/builders/an-api.ts';
import { type ApiEventParts, aLambdaContext, anApiEvent } from '#test/builders/an-api-event.ts';
import { MemoryAnswers } from '#test/doubles/memory-answers.ts';

const valid: ApiEventParts = {
  method: 'POST',
  scopes: ['crossdock/proposals.decide'],
  params: { proposalId: 'pr-1' },
  headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'key-0001', 'If-Match': '"3"' },
  body: { reason: 'phased out' },
};
const withHeaders = (headers: Record<string, string>): ApiEventParts => ({
  ...valid,
  headers: { ...valid.headers, ...headers },
});
const without = (name: string): ApiEventParts => ({
  ...valid,
  headers: Object.fromEntries(Object.entries(valid.headers ?? {}).filter(([key]) => key !== name)),
});

interface Doing {
  readonly problems?: Problem[];
  readonly during?: () => Promise<void>;
}

/** A rejection that counts how often it was really done. */
function rejection({ problems = [], during = async () => undefined }: Doing = {}) {
  const done: { input: ApiInput<typeof rejectProposal>; context: ApiContext }[] = [];
  const answers = new MemoryAnswers();
  const operation = apiOperation(rejectProposal, async (input, context) => {
    done.push({ input, context });
    await during();
    const failure = problems.shift();
    return failure ? fail(failure) : ok({ ...examples['reject-proposal'].answer, version: 3 + done.length });
  });
  const handler: GatewayHandler = apiWriteHandler(operation, { settings: settingsWithConsumer(), answers });
  return { handler, done, answers };
}

describe('bad input to a write', () => {
  const cases: [string, ApiEventParts, number, string][] = [
    ['malformed JSON', { ...valid, body: '{"reason":' }, 400, 'malformed-request'],
    ['an unknown field', { ...valid, body: { reason: 'x', priority: 1 } }, 400, 'validation-failed'],
    ['a wrong type', { ...valid, body: { reason: 7 } }, 400, 'validation-failed'],
    ['a list instead of an object', { ...valid, body: [] }, 400, 'validation-failed'],
    ['null', { ...valid, body: 'null' }, 400, 'validation-failed'],
    ['a __proto__ field', { ...valid, body: '{"reason":"x","__proto__":{"a":1}}' }, 400, 'validation-failed'],
    ['a missing field', { ...valid, body: {} }, 400, 'validation-failed'],
    ['no body at all', { ...valid, body: '' }, 400, 'validation-failed'],
    ['a blank reason', { ...valid, body: { reason: '   ' } }, 400, 'validation-failed'],
    ['a body over the limit', { ...valid, body: { reason: 'x'.repeat(5000) } }, 413, 'payload-too-large'],
    ['another content type', withHeaders({ 'Content-Type': 'text/xml' }), 415, 'unsupported-media-type'],
    [
      'another charset',
      withHeaders({ 'Content-Type': 'application/json; charset=utf-16' }),
      415,
      'unsupported-media-type',
    ],
    ['no Idempotency-Key', without('Idempotency-Key'), 400, 'idempotency-key-missing'],
    ['a short Idempotency-Key', withHeaders({ 'Idempotency-Key': 'x' }), 400, 'validation-failed'],
    ['no If-Match', without('If-Match'), 428, 'if-match-missing'],
    ['an If-Match that is no ETag', withHeaders({ 'If-Match': '*' }), 400, 'validation-failed'],
    ['a weak ETag', withHeaders({ 'If-Match': 'W/"3"' }), 400, 'validation-failed'],
  ];

  it.each(cases)('[A5] %s is refused and nothing is done', async (_what, parts, status, code) => {
    const { handler, done, answers } = rejection();
    expectProblem(await call(handler, parts), status, code);
    expect(done).toEqual([]);
    expect(answers.stored.size).toBe(0);
  });

  it('[A5] every fault of a request is named at once, with its place', async () => {
    const { handler } = rejection();
    const answer = await call(handler, {
      ...withHeaders({ 'If-Match': '3' }),
      body: { reason: 1, extra: true },
    });
    const places = expectProblem(answer, 400, 'validation-failed').faults?.map(({ at }) => at);
    expect(places).toEqual(['header/If-Match', '/reason', '/']);
  });

  it('[A5] the body is not repeated in the problem', async () => {
    const { handler } = rejection();
    expect((await call(handler, { ...valid, body: '{"secret":s3cret' })).body).not.toContain('s3cret');
  });

  it('[A5] a body in base64 is read as what it is, and measured so', async () => {
    const { handler, done } = rejection();
    const event = anApiEvent(valid);
    const encoded = {
      ...event,
      body: Buffer.from(event.body ?? '').toString('base64'),
      isBase64Encoded: true,
    };
    expect((await handler(encoded, aLambdaContext())).statusCode).toBe(200);
    expect(done[0]?.input.body).toEqual({ reason: 'phased out' });
  });
});

describe('a write with its Idempotency-Key', () => {
  it('[A5] the same key and body get the same answer, and it is done once', async () => {
    const { handler, done } = rejection();
    const first = await call(handler, valid);
    const again = await call(handler, valid);
    expect(again).toMatchObject({ statusCode: first.statusCode, body: first.body });
    expect([first, again].map(({ headers }) => headers?.['idempotency-replayed'])).toEqual([
      undefined,
      'true',
    ]);
    expect(again.headers?.ETag).toBe('"4"');
    expect(done).toHaveLength(1);
  });

  it.each([
    ['another body', { ...valid, body: { reason: 'something else' } }],
    ['another resource', { ...valid, params: { proposalId: 'pr-2' } }],
    ['another ETag', withHeaders({ 'If-Match': '"4"' })],
  ])('[A5] the same key with %s is refused and nothing is done', async (_what, parts) => {
    const { handler, done } = rejection();
    await call(handler, valid);
    expectProblem(await call(handler, parts), 422, 'idempotency-key-reused');
    expect(done).toHaveLength(1);
  });

  it('[A5] two at once with one key: one is done, the other is in flight and told when to come back', async () => {
    const gate = Promise.withResolvers<void>();
    const { handler, done } = rejection({ during: () => gate.promise });
    const first = call(handler, valid);
    await expect.poll(() => done.length).toBe(1);
    const second = await call(handler, valid);
    expectProblem(second, 409, 'idempotency-in-flight');
    expect(second.headers?.['Retry-After']).toBe('1');
    gate.resolve();
    expect((await first).statusCode).toBe(200);
    expect(done).toHaveLength(1);
  });

  it('[A5] keys of two consumers never meet', async () => {
    const settings = settingsWithConsumer().put('consumer', aConsumer('client-2'), 'client-2');
    const { done, answers } = rejection();
    const operation = apiOperation(rejectProposal, async (input, context) => {
      done.push({ input, context });
      return ok(examples['reject-proposal'].answer);
    });
    const handler = apiWriteHandler(operation, { settings, answers });
    await call(handler, valid);
    await call(handler, { ...valid, clientId: 'client-2', apiKey: 'key-of-client-2' });
    expect(done.map(({ context }) => context.actor.id)).toEqual(['client-1', 'client-2']);
    expect(new Set(done.map(({ context }) => context.requestId)).size).toBe(2);
  });

  it('[A5] a refusal for good is the answer for good', async () => {
    const { handler, done } = rejection({ problems: [problem('version-stale', 'It has version 4.')] });
    const first = await call(handler, valid);
    expectProblem(first, 412, 'version-stale');
    expect((await call(handler, valid)).body).toBe(first.body);
    expect(done).toHaveLength(1);
  });

  it.each([
    ['a failure that passes', problem('temporarily-unavailable', 'later'), 503],
    ['a lost race', problem('record-changed', 'again'), 409],
    ['a fault of ours', problem('record-invalid', 'a bug'), 500],
  ])('[O7] %s is not remembered: the retry does it', async (_what, failure, status) => {
    const { handler, done } = rejection({ problems: [failure] });
    expect((await call(handler, valid)).statusCode).toBe(status);
    expect((await call(handler, valid)).statusCode).toBe(200);
    expect(done).toHaveLength(2);
  });

  it('[O7] after a crash in the middle the retry is in flight until the time of the first is over, then done', async () => {
    const { handler, done, answers } = rejection();
    const never = apiWriteHandler(
      apiOperation(rejectProposal, () => new Promise(() => undefined)),
      { settings: settingsWithConsumer(), answers },
    );
    never(anApiEvent(valid), aLambdaContext(200)).catch(() => 'cut off by Lambda');
    await expect.poll(() => answers.stored.size, { interval: 5 }).toBe(1);
    expectProblem(await call(handler, valid), 409, 'idempotency-in-flight');
    await new Promise((resolve) => setTimeout(resolve, 210));
    expect((await call(handler, valid)).statusCode).toBe(200);
    expect(done.map(({ context }) => context.resumed)).toEqual([true]);
  });

  it('[O7] without its memory nothing is done at all', async () => {
    const { handler, done, answers } = rejection();
    answers.broken = true;
    expectProblem(await call(handler, valid), 503, 'temporarily-unavailable');
    expect(done).toEqual([]);
  });

  it('[A5] a retry has the request id of the first attempt; another key has another', async () => {
    const { handler, done } = rejection({ problems: [problem('temporarily-unavailable', 'later')] });
    await call(handler, valid);
    await call(handler, valid);
    await call(handler, withHeaders({ 'Idempotency-Key': 'key-0002' }));
    const ids = done.map(({ context }) => context.requestId);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
    expect(done[0]?.context).toMatchObject({ expectedVersion: 3, from: '192.0.2.7', resumed: false });
  });
});
