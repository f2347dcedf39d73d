import '#test/builders/function-environment.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ApiContext } from '#api/operation.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, unwrap } from '#core/kernel/result.ts';
import { operation as startReplay } from '#functions/api/start-replay.ts';
import type { PreviewPorts } from '#platform/replay/preview-replay.ts';
import { aPerson } from '#test/builders/a-person.ts';
import { call, expectProblem, settingsWithConsumer } from '#test/builders/an-api.ts';
import { replayHandlers } from '#test/builders/replay-handlers.ts';
import { aJournal, anEnvelope } from '#test/builders/replay-room.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { MemoryAnswers } from '#test/doubles/memory-answers.ts';
import { memoryRecords } from '#test/doubles/memory-records.ts';

const happened = ['a', 'b', 'c'].map((id, n) =>
  anEnvelope({
    ...{ name: 'order-placed', id: `po-${id}`, sequence: 1, at: `2026-11-2${n}T08:00:00.000Z` },
    data: { purchaseOrderId: `po-${id}`, channel: n === 1 ? 'api' : 'edi', supplierId: 'S1' },
  }),
);

async function room() {
  const clock = fixedClock('2026-11-23T08:00:00.000Z');
  const stored = memoryRecords({ clock });
  const { history, events, index } = await aJournal(happened);
  const records = { ...stored, history };
  const rehearse: PreviewPorts['rehearse'] = async (_consumer, { detail }) =>
    detail.subject === 'po-a'
      ? ok({ outcome: 'would-succeed', effects: [{ what: 'send', about: 'acme' }] })
      : fail(problem('temporarily-unavailable', 'It says nothing.'));
  const ports = { records, events, index, clock, rehearse };
  const writing = { settings: settingsWithConsumer(), answers: new MemoryAnswers() };
  return { stored, clock, ports, handlers: replayHandlers(ports, writing) };
}
let on: Awaited<ReturnType<typeof room>>;
let requests = 0;
beforeEach(async () => {
  on = await room();
});

type Handlers = (typeof on)['handlers'];
const read = (id: keyof Handlers, parts: Parameters<typeof call>[1] = {}) =>
  call(on.handlers[id], { ...aPerson('auditor'), ...parts });
const write = (id: keyof Handlers, body: object, parts: Parameters<typeof call>[1] = {}) => {
  requests += 1;
  const headers = { 'Idempotency-Key': `request-${requests}` };
  return call(on.handlers[id], { ...aPerson('ops'), method: 'POST', body, headers, ...parts });
};
const chosen = {
  consumer: 'send-purchase-order',
  selection: { from: '2026-11-20T00:00:00.000Z', to: '2026-11-23T00:00:00.000Z' },
};

describe('replays through the API', () => {
  it('[E4] tells who hears which events', async () => {
    const { entries } = JSON.parse((await read('list-event-consumers')).body);
    expect(entries).toContainEqual({
      consumer: 'send-purchase-order',
      summary: 'Sends an order to its supplier by EDI.',
      queue: 'orders-to-send',
      events: [{ name: 'order-placed', summary: 'An order is to reach its supplier.' }],
    });
  });

  it('[E4] a dry run says what would be sent: what the consumer does not hear is not', async () => {
    const preview = await write('preview-replay', chosen);
    expect(preview.statusCode).toBe(200);
    expect(JSON.parse(preview.body)).toMatchObject({
      ...{ count: 2, more: false, records: 2, byEvent: [{ event: 'order-placed', count: 2 }] },
      first: [{ recordType: 'order-ledger', recordId: 'po-a', sequence: 1 }, { recordId: 'po-c' }],
    });
    // The other one did not answer.
    expect(JSON.parse(preview.body).rehearsed).toEqual([
      {
        ...{ event: 'order-placed', recordType: 'order-ledger', recordId: 'po-a', sequence: 1 },
        ...{ outcome: 'would-succeed', effects: [{ what: 'send', about: 'acme' }] },
      },
    ]);
    expect(on.stored.published()).toEqual([]);
  });

  it('[E4] is started with a reason, listed, read and cancelled', async () => {
    const started = await write('start-replay', { ...chosen, reason: 'the translator lost them' });
    expect(started).toMatchObject({ statusCode: 202, headers: { ETag: '"1"' } });
    const replay = JSON.parse(started.body);
    expect(replay).toMatchObject({
      ...{ consumer: 'send-purchase-order', state: 'running', perSecond: 10, startedBy: 'jo@example.com' },
      counts: { read: 0, sent: 0, skipped: 0 },
    });
    expect(replay).not.toHaveProperty('position');
    expect(JSON.parse((await read('list-replays')).body).entries).toEqual([replay]);
    const params = { replayId: replay.id };
    expect(JSON.parse((await read('get-replay', { params })).body)).toEqual(replay);
    const cancelled = await write('cancel-replay', {}, { params });
    expect(JSON.parse(cancelled.body)).toMatchObject({ state: 'cancelled', cancelledBy: 'jo@example.com' });
    expectProblem(await read('get-replay', { params: { replayId: 'rpl-none' } }), 404, 'not-found');
  });

  it('[E4] refuses what makes no sense, and a second one of a consumer while one runs', async () => {
    expectProblem(await write('start-replay', chosen), 400, 'validation-failed');
    expectProblem(await write('preview-replay', { ...chosen, consumer: 'nobody' }), 404, 'not-found');
    expectProblem(await write('preview-replay', { ...chosen, selection: {} }), 400, 'validation-failed');
    await write('start-replay', { ...chosen, reason: 'first' });
    expectProblem(await write('start-replay', { ...chosen, reason: 'second' }), 409, 'state-not-allowed');
  });

  it('[A4] [G3] only ops starts and cancels one; an auditor sees them; a buyer does not', async () => {
    for (const role of ['buyer', 'planner', 'steward', 'auditor'] as const) {
      const refused = await write('start-replay', { ...chosen, reason: 'mine' }, aPerson(role));
      expectProblem(refused, 403, 'forbidden');
    }
    expectProblem(await read('list-replays', aPerson('buyer')), 403, 'forbidden');
    expect((await read('list-replays')).statusCode).toBe(200);
    expect(on.stored.audit()).toEqual([]);
  });

  it('[O7] a request that broke off after it started one finds it', async () => {
    const start = startReplay(on.ports);
    const context: ApiContext = {
      ...{ actor: { kind: 'person', id: 'jo' }, correlationId: 'cor-12345678', requestId: 'rq-1' },
      ...{ resumed: false, expectedVersion: 0 },
    };
    const input = { params: {}, query: {}, body: { ...chosen, perSecond: 5, reason: 'again' } };
    const first = unwrap(await start.run(input, context));
    expect(unwrap(await start.run(input, { ...context, resumed: true }))).toEqual(first);
    expect(on.stored.audit()).toHaveLength(1);
  });
});

describe('the audit log through the API', () => {
  const list = (query: Record<string, string>, parts: Parameters<typeof call>[1] = {}) =>
    read('list-audit-entries', { query, ...parts });

  beforeEach(async () => {
    for (const consumer of ['send-purchase-order', 'note-delivery', 'apply-offer']) {
      const selection = { entity: { type: 'order-ledger', id: 'po-a' } };
      const started = await write('start-replay', { consumer, selection, reason: `for ${consumer}` });
      expect(started.statusCode).toBe(202);
      on.clock.advance(1000);
    }
  });

  it('[A5] an auditor reads who did what, when, why, from where, before and after', async () => {
    const answer = await list({ day: '2026-11-23' });
    expect(answer.statusCode).toBe(200);
    const { entries } = JSON.parse(answer.body);
    expect(entries.map(({ reason }: { reason: string }) => reason)).toEqual([
      'for apply-offer',
      'for note-delivery',
      'for send-purchase-order',
    ]);
    expect(entries[0]).toMatchObject({
      ...{ action: 'start-replay', actor: { kind: 'person', id: 'jo@example.com' } },
      ...{ target: expect.stringMatching(/^replay#rpl-/), at: '2026-11-23T08:00:02.000Z' },
      from: expect.any(String),
      correlationId: expect.any(String),
    });
    expect(entries[0].changes[0].fields).toContainEqual({ path: '/consumer', after: '"apply-offer"' });
  });

  it('[A5] by target, by actor, and page by page', async () => {
    const { entries } = JSON.parse((await list({ day: '2026-11-23', limit: '1' })).body);
    const [{ target }] = entries;
    expect(JSON.parse((await list({ target })).body).entries).toEqual(entries);
    const first = JSON.parse((await list({ actor: 'person:jo@example.com', limit: '2' })).body);
    expect(first.entries).toHaveLength(2);
    const cursor = first.nextCursor;
    const second = JSON.parse((await list({ actor: 'person:jo@example.com', limit: '2', cursor })).body);
    expect(second.entries).toHaveLength(1);
    expect(second.nextCursor).toBeUndefined();
    expectProblem(await list({ day: '2026-11-23', cursor }), 400, 'validation-failed');
  });

  it('[A5] asks for one of day, target and actor', async () => {
    expectProblem(await list({}), 400, 'validation-failed');
    expectProblem(await list({ day: '2026-11-23', actor: 'person:jo' }), 400, 'validation-failed');
    expectProblem(await list({ actor: 'jo' }), 400, 'validation-failed');
  });

  it('[A4] [G3] is for ops and auditors', async () => {
    for (const role of ['buyer', 'planner', 'steward'] as const) {
      expectProblem(await list({ day: '2026-11-23' }, aPerson(role)), 403, 'forbidden');
    }
    expect((await list({ day: '2026-11-23' }, aPerson('ops'))).statusCode).toBe(200);
  });
});
