import '#test/builders/function-environment.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ApiContext } from '#api/operation.ts';
import { crossdockClient } from '#contracts/client.ts';
import { unwrap } from '#core/kernel/result.ts';
import { operation as resolveException } from '#functions/api/resolve-exception.ts';
import { anApiRoom } from '#test/builders/an-api-room.ts';
import { aDraft, openException } from '#test/builders/an-exception.ts';

let room: ReturnType<typeof anApiRoom>;
let exceptionId: string;
const clock = { now: () => '2026-11-23T08:00:00.000Z' };
const client = () =>
  crossdockClient({
    baseUrl: 'https://api.example',
    token: async () => 'client-1',
    apiKey: 'key-of-client-1',
    fetch: room.fetch,
  });

beforeEach(async () => {
  room = anApiRoom();
  exceptionId = await openException({ records: room.records, clock });
});

describe('exceptions through the API', () => {
  it('[O10] each role sees its own, the open ones by due date and the resolved ones apart', async () => {
    const steward = aDraft({ kind: 'unknown-code', cause: ['acme', 'item', 'X'] });
    const stewardId = await openException({ records: room.records, clock }, steward);
    const idsOf = async (role: 'buyer' | 'steward', state?: 'open' | 'resolved') =>
      (await client().listExceptions({ role, ...(state && { state }) })).data.entries.map(({ id }) => id);
    expect(await idsOf('buyer')).toEqual([exceptionId]);
    expect(await idsOf('steward')).toEqual([stewardId]);
    const body = { action: 'accept', reason: 'fine' } as const;
    await client().resolveException({ exceptionId, ifMatch: '"1"', body });
    expect(await idsOf('buyer')).toEqual([]);
    expect(await idsOf('buyer', 'resolved')).toEqual([exceptionId]);
  });

  it('[A3] is claimed, commented, resolved with a counter, and opened again', async () => {
    await client().claimException({ exceptionId, ifMatch: '"1"' });
    await client().commentException({ exceptionId, ifMatch: '"2"', body: { text: 'Called them.' } });
    const body = { action: 'counter', reason: 'The contract says so.', counter: { price: '12.6' } } as const;
    const resolved = await client().resolveException({ exceptionId, ifMatch: '"3"', body });
    expect(resolved.data).toMatchObject({
      state: 'resolved',
      claimedBy: 'client-1',
      comments: [{ by: 'client-1', text: 'Called them.' }],
      resolution: { action: 'counter', by: 'client-1', counter: { price: '12.6' } },
    });
    const reopened = await client().reopenException({
      exceptionId,
      ifMatch: '"4"',
      body: { reason: 'again' },
    });
    expect(reopened).toMatchObject({ etag: '"5"', data: { state: 'open', reopened: 1 } });
    expect(room.records.audit().map(({ action, from }) => [action, from])).toEqual([
      ['claim-exception', '192.0.2.7'],
      ['comment-exception', '192.0.2.7'],
      ['resolve-exception', '192.0.2.7'],
      ['reopen-exception', '192.0.2.7'],
    ]);
  });

  it('[A5] a counter says what it asks for and goes with that action alone', async () => {
    const ask = (body: Parameters<ReturnType<typeof client>['resolveException']>[0]['body']) =>
      client().resolveException({ exceptionId, ifMatch: '"1"', body });
    const wrong = /^validation-failed/;
    await expect(ask({ action: 'counter', reason: 'no' })).rejects.toThrow(wrong);
    await expect(ask({ action: 'counter', reason: 'no', counter: {} })).rejects.toThrow(wrong);
    await expect(ask({ action: 'accept', reason: 'no', counter: { price: '1' } })).rejects.toThrow(wrong);
    expect((await client().getException({ exceptionId })).data.version).toBe(1);
  });

  it('[O7] a request that broke off after its commit finds its own decision, never that of another', async () => {
    const resolve = resolveException({ records: room.records, clock });
    const context: ApiContext = {
      actor: { kind: 'consumer', id: 'client-1' },
      correlationId: 'cor-12345678',
      requestId: 'rq-1',
      resumed: false,
      expectedVersion: 1,
    };
    const input = { params: { exceptionId }, query: {}, body: { action: 'accept', reason: 'fine' } } as const;
    const first = unwrap(await resolve.run(input, context));
    expect(unwrap(await resolve.run(input, { ...context, resumed: true }))).toEqual(first);
    const other = { ...input, body: { action: 'cancel-line', reason: 'no' } } as const;
    expect(await resolve.run(other, { ...context, resumed: true })).toMatchObject({
      ok: false,
      problem: { code: 'version-stale' },
    });
    expect(room.records.audit()).toHaveLength(1);
  });
});
