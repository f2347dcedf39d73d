import '#test/builders/function-environment.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { crossdockClient } from '#contracts/client.ts';
import { indexDeadLetters } from '#platform/dead-letters/index-dead-letters.ts';
import { runRedrive } from '#platform/dead-letters/run-redrive.ts';
import { anApiRoom } from '#test/builders/an-api-room.ts';
import { memoryFailureNotes } from '#test/doubles/memory-failure-notes.ts';
import { busMessage } from '../../platform/dead-letters/dead-letter-room.ts';

const queue = 'acknowledgements';
const clock = { now: () => '2026-11-23T08:00:00.000Z' };
let room: ReturnType<typeof anApiRoom>;
let deadLetterId: string;

const client = () =>
  crossdockClient({
    baseUrl: 'https://api.example',
    token: async () => 'client-1',
    apiKey: 'key-of-client-1',
    fetch: room.fetch,
  });
const ports = () => {
  const { records, objects, queues } = room;
  return { records, objects, queues, clock, notes: memoryFailureNotes(), pause: async () => undefined };
};

beforeEach(async () => {
  room = anApiRoom();
  room.queues.die(queue, busMessage(1));
  room.queues.die(queue, busMessage(2));
  await indexDeadLetters(ports(), () => false);
  const { data } = await client().listDeadLetters({ queue });
  deadLetterId = data.entries[0]?.id ?? '';
});

describe('dead letters through the API', () => {
  it('[O4] every queue is listed with what waits and why, and the letters newest first', async () => {
    expect((await client().listDeadLetterQueues()).data.entries).toEqual([
      {
        queue,
        consumer: 'apply-acknowledgement',
        fifo: false,
        waiting: 2,
        messages: 2,
        oldest: clock.now(),
        classes: [{ class: 'crashed', count: 2 }],
      },
    ]);
    const { data } = await client().listDeadLetters({ limit: 1 });
    expect(data.entries).toHaveLength(1);
    expect(data.nextCursor).toBeDefined();
    expect((await client().listDeadLetters({ state: 'settled' })).data.entries).toEqual([]);
  });

  it('[O4] one is shown with its message and what to do, and not where it is kept', async () => {
    const { data } = await client().getDeadLetter({ deadLetterId });
    expect(JSON.parse(data.message)).toMatchObject({ detail: { subject: 'pd-1' } });
    expect(data.message).toContain('\n');
    expect(data).toMatchObject({ truncated: false, sizeBytes: busMessage(1).length });
    expect(data.hint).toContain("Compares a supplier's answer with its order");
    expect(data).not.toHaveProperty('body');
  });

  it('[O4] a dry run asks the consumer and changes nothing', async () => {
    const { data } = await client().rehearseDeadLetter({ deadLetterId });
    expect(data).toEqual({ outcome: 'would-succeed', effects: [], at: clock.now() });
    expect((await client().getDeadLetter({ deadLetterId })).data.version).toBe(1);
  });

  it('[O4] some are redriven; the same request again is the same redrive; a second one waits its turn', async () => {
    const selection = { kind: 'some' as const, ids: [deadLetterId] };
    const body = { queue, selection, perSecond: 5, reason: 'repaired' };
    const started = await client().startRedrive({ body, idempotencyKey: 'key-of-the-redrive' });
    const again = await client().startRedrive({ body, idempotencyKey: 'key-of-the-redrive' });
    expect(again.data.id).toBe(started.data.id);
    await expect(client().startRedrive({ body })).rejects.toMatchObject({
      problem: { code: 'state-not-allowed' },
    });
    expect((await client().listDeadLetterQueues()).data.entries[0]?.redriveId).toBe(started.data.id);
    await runRedrive(ports(), started.data.id, () => false);
    const { data } = await client().getRedrive({ redriveId: started.data.id });
    expect(data).toMatchObject({ state: 'done', counts: { sent: 1, skipped: 1, failed: 0 } });
    expect((await client().listDeadLetters({ state: 'settled' })).data.entries).toMatchObject([
      { id: deadLetterId, state: 'redriven' },
    ]);
    expect((await client().listRedrives({})).data.entries.map(({ id }) => id)).toEqual([data.id]);
  });

  it('[O4] a redrive is cancelled, and no more once it is through', async () => {
    const body = { queue, selection: { kind: 'all' }, reason: 'repaired' } as const;
    const { id: redriveId } = (await client().startRedrive({ body })).data;
    const { data } = await client().cancelRedrive({ redriveId });
    expect(data).toMatchObject({ state: 'cancelled', cancelledBy: 'client-1' });
    const next = (await client().startRedrive({ body })).data.id;
    await runRedrive(ports(), next, () => false);
    await expect(client().cancelRedrive({ redriveId: next })).rejects.toMatchObject({
      problem: { code: 'state-not-allowed' },
    });
  });

  it('[O4] one is discarded with the reason, on the version that was seen', async () => {
    const body = { reason: 'a test order' };
    const discarded = await client().discardDeadLetter({ deadLetterId, ifMatch: '"1"', body });
    expect(discarded).toMatchObject({
      etag: '"2"',
      data: { state: 'discarded', settled: { by: 'client-1', reason: 'a test order' } },
    });
    await expect(client().discardDeadLetter({ deadLetterId, ifMatch: '"1"', body })).rejects.toMatchObject({
      problem: { code: 'version-stale' },
    });
    expect(room.records.audit()).toMatchObject([{ action: 'discard-dead-letter', reason: 'a test order' }]);
  });

  it('[O3] [O4] one becomes an exception of whoever must decide, with what it carried and why it died', async () => {
    const body = { owner: 'buyer', title: 'The answer cannot be read', reason: 'they must call' } as const;
    const { data } = await client().moveDeadLetter({ deadLetterId, ifMatch: '"1"', body });
    expect(data).toMatchObject({ state: 'moved' });
    const exceptionId = data.settled?.exceptionId ?? '';
    const { data: exception } = await client().getException({ exceptionId });
    expect(exception).toMatchObject({
      kind: 'dead-letter',
      owner: 'buyer',
      title: 'The answer cannot be read',
      about: { deadLetterId, partnerDocumentId: 'pd-1' },
    });
    expect(exception.evidence).toContainEqual({
      what: 'message',
      received: 'partner-document-received in acknowledgements',
    });
    const opened = room.records.published().find(({ type }) => type === 'crossdock.exception-opened.v1');
    expect(opened?.data).toMatchObject({ exceptionId, owner: 'buyer' });
  });
});
