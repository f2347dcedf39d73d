import { describe, expect, it, vi } from 'vitest';
import { examples } from '#api/examples.ts';
import { problemDetails } from '#api/problem-details.ts';
import { type ClientOptions, CrossdockError, clientCredentials, crossdockClient } from '#contracts/client.ts';
import type { ProblemCode } from '#core/kernel/problem.ts';
import { entryOf } from '#core/kernel/problem.ts';

const refusal =
  (code: ProblemCode, headers: Record<string, string> = {}) =>
  () =>
    new Response(JSON.stringify(problemDetails({ code, detail: 'for the test' }, 'cor-12345678')), {
      status: entryOf(code).status,
      headers: { 'Content-Type': 'application/problem+json', ...headers },
    });
const success = () =>
  new Response(JSON.stringify(examples['approve-proposal'].answer), {
    headers: { ETag: '"4"', 'x-correlation-id': 'cor-12345678' },
  });
const lost = (): never => {
  throw new TypeError('fetch failed');
};

/** A client whose requests are answered by these, in order; keeps what was sent. */
function scripted(answers: readonly (() => Response)[], options: Partial<ClientOptions> = {}) {
  const sent: Request[] = [];
  const left = [...answers];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    sent.push(new Request(input, init));
    const answer = left.shift();
    if (!answer) throw new Error('one request too many');
    return answer();
  };
  const client = crossdockClient({
    baseUrl: 'https://api.example/',
    token: async () => 'token',
    apiKey: 'key',
    longestWait: 1,
    fetch,
    ...options,
  });
  return { client, sent };
}
const approval = { proposalId: 'pr-1', ifMatch: '"3"', body: { reason: 'yes' } };

describe('the typed client', () => {
  it('[A5] sends who it is, what it decided on and a key of its own', async () => {
    const { client, sent } = scripted([success]);
    const answer = await client.approveProposal({ ...approval, correlationId: 'order-run-1' });
    expect(answer).toMatchObject({ etag: '"4"', correlationId: 'cor-12345678', replayed: false });
    expect(sent[0]?.url).toBe('https://api.example/v1/proposals/pr-1/approve');
    const { headers } = sent[0] ?? new Request('https://nothing.example');
    expect(Object.fromEntries(headers)).toMatchObject({
      authorization: 'Bearer token',
      'x-api-key': 'key',
      'if-match': '"3"',
      'x-correlation-id': 'order-run-1',
      'idempotency-key': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(await sent[0]?.json()).toEqual({ reason: 'yes' });
  });

  it.each([
    ['busy', refusal('too-many-requests')],
    ['not available', refusal('temporarily-unavailable')],
    ['still at it', refusal('idempotency-in-flight')],
    ['lost on the way', lost],
    ['answered by something in between', () => new Response('bad gateway', { status: 502 })],
  ])('[O7] what is %s is sent again with the same key', async (_what, trouble) => {
    const { client, sent } = scripted([trouble, trouble, success]);
    await client.approveProposal(approval);
    const keys = new Set(sent.map(({ headers }) => headers.get('idempotency-key')));
    expect([sent.length, keys.size]).toEqual([3, 1]);
  });

  it.each<ProblemCode>(['version-stale', 'state-not-allowed', 'validation-failed', 'idempotency-key-reused'])(
    '[A5] %s is not sent again but thrown as the problem it is',
    async (code) => {
      const { client, sent } = scripted([refusal(code)]);
      const error = await client.approveProposal(approval).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(CrossdockError);
      expect(error instanceof CrossdockError && error.problem).toMatchObject({
        code,
        correlationId: 'cor-12345678',
      });
      expect(sent).toHaveLength(1);
    },
  );

  it('[O7] gives up after so many attempts, with the last problem or the lost connection', async () => {
    const busy = scripted([refusal('too-many-requests'), refusal('temporarily-unavailable')], {
      attempts: 2,
    });
    await expect(busy.client.listItems()).rejects.toThrow(/^temporarily-unavailable/);
    const gone = scripted([lost, lost], { attempts: 2 });
    await expect(gone.client.listItems()).rejects.toThrow('fetch failed');
  });

  it('[O7] waits as long as it is told to, but not longer than it may', async () => {
    vi.useFakeTimers();
    try {
      const { client, sent } = scripted([refusal('too-many-requests', { 'Retry-After': '7' }), success], {
        longestWait: 30_000,
      });
      const answer = client.approveProposal(approval);
      await vi.advanceTimersByTimeAsync(6900);
      expect(sent).toHaveLength(1);
      await vi.advanceTimersByTimeAsync(200);
      await answer;
      expect(sent).toHaveLength(2);
    } finally {
      vi.useRealTimers();
    }
  });

  it('[A1] ids and queries reach the API as they are', async () => {
    const { client, sent } = scripted([success, success]);
    await client.getItem({ itemId: 'a@b:c' });
    await client.listProposals({ runId: 'run-1', limit: 7 });
    expect(sent.map(({ url }) => url)).toEqual([
      'https://api.example/v1/items/a%40b%3Ac',
      'https://api.example/v1/proposals?limit=7&runId=run-1',
    ]);
  });
});

describe('client credentials', () => {
  it('[A5] a token is fetched once and again when it is about to end', async () => {
    let asked = 0;
    const fetch: typeof globalThis.fetch = async (_url, init) => {
      asked += 1;
      expect(new Headers(init?.headers).get('authorization')).toBe(`Basic ${btoa('id:secret')}`);
      return Response.json({ access_token: `token-${asked}`, expires_in: asked === 1 ? 3600 : 30 });
    };
    const token = clientCredentials({
      tokenUrl: 'https://sign-in.example',
      clientId: 'id',
      clientSecret: 'secret',
      fetch,
    });
    expect([await token(), await token()]).toEqual(['token-1', 'token-1']);
    vi.useFakeTimers({ now: Date.now() + 3_550_000 });
    try {
      expect([await token(), await token()]).toEqual(['token-2', 'token-3']);
    } finally {
      vi.useRealTimers();
    }
  });

  it('[A5] a refused sign-in says so without the secret', async () => {
    const fetch = async () => new Response('invalid_client', { status: 400 });
    const token = clientCredentials({
      tokenUrl: 'https://sign-in.example',
      clientId: 'id',
      clientSecret: 's3cret',
      fetch,
    });
    await expect(token()).rejects.toThrow('no token: the sign-in answers 400');
  });
});
