import { describe, expect, it } from 'vitest';
import { unwrap } from '#core/kernel/result.ts';
import { cancelRedrive } from '#platform/dead-letters/cancel-redrive.ts';
import { discardDeadLetter } from '#platform/dead-letters/discard-dead-letter.ts';
import {
  acknowledgements,
  busMessage,
  deadLetterRoom,
  ops,
  postings,
  relayFailures,
} from './dead-letter-room.ts';

const queue = acknowledgements.name;
const wake = (n: number): string =>
  JSON.stringify({ effectId: `effect-${n}`, correlationId: 'cor-12345678' });

async function withDead(count: number, options: Parameters<typeof deadLetterRoom>[0] = {}) {
  const room = deadLetterRoom(options);
  for (let n = 1; n <= count; n += 1) room.queues.die(queue, busMessage(n));
  await room.index();
  room.clock.advance(1000);
  return room;
}

describe('a redrive', () => {
  it('[O4] sends everything that waited back to where it came from, and says so in each record', async () => {
    const room = await withDead(25);
    const redrive = await room.redrive(queue);
    expect(redrive).toMatchObject({ state: 'done', counts: { sent: 25, skipped: 0, failed: 0 } });
    expect(redrive.leaseUntil).toBeUndefined();
    expect(room.queues.dead(queue)).toEqual([]);
    expect([...room.queues.inQueue(queue)].sort()).toEqual(
      Array.from({ length: 25 }, (_, n) => busMessage(n + 1)).sort(),
    );
    const { body } = await room.letter(queue, busMessage(7));
    expect(body).toMatchObject({ state: 'redriven', redrives: [{ redriveId: 'rd-1', by: ops.id }] });
    const events = room.records.published().map(({ type }) => type.split('.')[1]);
    expect(events.filter((name) => name === 'dead-letter-settled')).toHaveLength(25);
    expect(events.at(-1)).toBe('redrive-finished');
    expect(room.records.audit()).toMatchObject([{ action: 'start-redrive', reason: 'repaired', actor: ops }]);
  });

  it('[O4] sends only what was chosen; the others are there as before', async () => {
    const room = await withDead(25);
    const ids = [(await room.letter(queue, busMessage(3))).id, (await room.letter(queue, busMessage(19))).id];
    const redrive = await room.redrive(queue, { kind: 'some', ids });
    expect(redrive).toMatchObject({ state: 'done', counts: { sent: 2, skipped: 23 } });
    expect(room.queues.inQueue(queue)).toEqual([busMessage(3), busMessage(19)]);
    expect(await room.queues.count(queue)).toEqual({ messages: 23, held: 0 });
  });

  it('[O4] sends only what died of the chosen class', async () => {
    const room = deadLetterRoom();
    const at = room.clock.now();
    for (const n of [1, 2, 3]) {
      const id = room.queues.die(queue, busMessage(n));
      if (n !== 2) room.notes.note(id, { code: 'file-missing', detail: 'gone', function: 'apply', at });
    }
    room.clock.advance(1000);
    const { counts } = await room.redrive(queue, { kind: 'all', class: 'file-missing' });
    expect(counts).toMatchObject({ sent: 2, skipped: 1 });
    expect(room.queues.inQueue(queue)).toEqual([busMessage(1), busMessage(3)]);
  });

  it('[O4] keeps the chosen rate', async () => {
    const room = await withDead(30);
    const before = Date.parse(room.clock.now());
    const { id } = unwrap(await room.start(queue, { kind: 'all' }, { perSecond: 2 }));
    await room.run(id);
    const seconds = (Date.parse(room.clock.now()) - before) / 1000;
    expect(seconds).toBeGreaterThanOrEqual(14);
    expect(seconds).toBeLessThan(18);
  });

  it('[O4] keeps what the message said beside its body, and adds only by which redrive it came', async () => {
    const room = deadLetterRoom();
    const attributes = { RULE_ARN: { dataType: 'String', value: 'arn:rule' } };
    room.queues.die(queue, busMessage(1), { attributes });
    room.clock.advance(1000);
    await room.redrive(queue);
    const [message] = room.queues.work(queue, 1000);
    expect(message?.attributes).toEqual({
      ...attributes,
      redriveid: { dataType: 'String', value: 'rd-1' },
    });
  });

  it('[O7] poison that comes back is marked, and waits for the next redrive', async () => {
    const room = await withDead(1);
    const { id } = unwrap(await room.start(queue));
    const sendBack = room.queues.sendBack;
    // It dies while the redrive that sent it still runs.
    room.queues.sendBack = async (name, messages) => {
      const outcomes = await sendBack(name, messages);
      room.queues.work(queue, 0);
      return outcomes;
    };
    await room.run(id);
    expect((await room.records.get('redrive', id))?.body.counts.sent).toBe(1);
    await room.index();
    expect((await room.letter(queue, busMessage(1))).body).toMatchObject({ state: 'waiting', returns: 1 });
    room.queues.sendBack = sendBack;
    room.clock.advance(1000);
    expect((await room.redrive(queue)).counts.sent).toBe(1);
    expect(room.queues.inQueue(queue)).toHaveLength(1);
  });

  it('[O7] a FIFO message that is redriven twice within five minutes is delivered twice', async () => {
    const room = deadLetterRoom();
    const group = { group: 'order-1' };
    room.queues.die(postings.name, wake(1), group);
    room.clock.advance(1000);
    for (const round of [1, 2]) {
      expect((await room.redrive(postings.name)).counts.sent, `round ${round}`).toBe(1);
      expect(room.queues.inQueue(postings.name), `round ${round}`).toEqual([wake(1)]);
      room.queues.work(postings.name, 0);
      room.clock.advance(1000);
    }
  });

  it('[O7] FIFO groups keep their order, also beyond the ten that a queue shows of a group', async () => {
    const room = deadLetterRoom();
    for (let n = 1; n <= 25; n += 1) room.queues.die(postings.name, wake(n), { group: 'order-1' });
    room.clock.advance(1000);
    expect((await room.redrive(postings.name)).counts.sent).toBe(25);
    expect(room.queues.inQueue(postings.name)).toEqual(Array.from({ length: 25 }, (_, n) => wake(n + 1)));
  });

  it('[O7] after a refusal nothing of that FIFO group is sent, and nothing is lost', async () => {
    const room = deadLetterRoom({ refuses: (body) => (body === wake(2) ? 'too large' : undefined) });
    for (let n = 1; n <= 4; n += 1) room.queues.die(postings.name, wake(n), { group: 'order-1' });
    room.clock.advance(1000);
    expect(await room.redrive(postings.name)).toMatchObject({
      state: 'failed',
      counts: { sent: 1, failed: 3 },
    });
    expect(room.queues.inQueue(postings.name)).toEqual([wake(1)]);
    expect(room.queues.dead(postings.name)).toEqual([wake(2), wake(3), wake(4)]);
  });

  it('[O7] after a refusal nothing of that FIFO group is sent before it, however slow the redrive', async () => {
    let refusals = 1;
    const refuses = (body: string) => (body === wake(2) && refusals-- > 0 ? 'RequestThrottled' : undefined);
    const room = deadLetterRoom({ refuses });
    for (let n = 1; n <= 4; n += 1) room.queues.die(postings.name, wake(n), { group: 'order-1' });
    room.queues.die(postings.name, wake(9), { group: 'order-2' });
    room.clock.advance(1000);
    const { id } = unwrap(await room.start(postings.name, { kind: 'all' }, { perSecond: 1 }));
    await room.run(id);
    expect((await room.records.get('redrive', id))?.body).toMatchObject({
      state: 'done',
      counts: { sent: 5 },
    });
    const inOrder = room.queues.inQueue(postings.name);
    expect(inOrder.filter((body) => body !== wake(9))).toEqual([wake(1), wake(2), wake(3), wake(4)]);
    expect(inOrder, 'another group goes on meanwhile').toContain(wake(9));
  });

  it('[O7] killed between send and delete, the next run sends under the same id and settles once', async () => {
    const room = await withDead(3);
    const { id } = unwrap(await room.start(queue));
    const remove = room.queues.remove;
    room.queues.remove = async () => Promise.reject(new Error('killed'));
    await expect(room.run(id)).rejects.toThrow('killed');
    room.queues.remove = remove;
    expect((await room.letter(queue, busMessage(1))).body).toMatchObject({
      state: 'waiting',
      redrives: [{ redriveId: id }],
    });
    expect(await room.run(id), 'somebody else may still work on it').toBe(false);
    room.clock.advance(130_000);
    expect(await room.run(id)).toBe(true);
    expect((await room.records.get('redrive', id))?.body).toMatchObject({
      state: 'done',
      counts: { sent: 3 },
    });
    expect(room.queues.dead(queue)).toEqual([]);
  });

  it('[O7] killed between delete and the last commit, what was in hand counts as redriven', async () => {
    const room = await withDead(1);
    const { id } = unwrap(await room.start(queue));
    const commit = room.records.commit;
    let removed = false;
    const remove = room.queues.remove;
    room.queues.remove = async (...input) => {
      removed = true;
      return remove(...input);
    };
    room.records.commit = async (what) => (removed ? Promise.reject(new Error('killed')) : commit(what));
    await expect(room.run(id)).rejects.toThrow('killed');
    room.records.commit = commit;
    room.clock.advance(130_000);
    await room.run(id);
    room.clock.advance(30 * 60_000);
    await room.index();
    expect((await room.letter(queue, busMessage(1))).body.state).toBe('redriven');
  });

  it('[O4] cancelling stops it before the next messages; what was sent stays sent', async () => {
    const room = await withDead(40);
    const { id } = unwrap(await room.start(queue, { kind: 'all' }, { perSecond: 10 }));
    const sendBack = room.queues.sendBack;
    let calls = 0;
    room.queues.sendBack = async (...input) => {
      calls += 1;
      if (calls === 2)
        unwrap(await cancelRedrive(room.ports, { redriveId: id, actor: ops, correlationId: 'cor-12345678' }));
      return sendBack(...input);
    };
    await room.run(id);
    expect((await room.records.get('redrive', id))?.body).toMatchObject({
      state: 'cancelled',
      cancelledBy: ops.id,
      counts: { sent: 20 },
    });
    expect(await room.queues.count(queue)).toEqual({ messages: 20, held: 0 });
    expect(await room.run(id)).toBe(false);
  });

  it('[O4] one redrive a queue; another queue has its own', async () => {
    const room = await withDead(1);
    unwrap(await room.start(queue));
    expect(await room.start(queue)).toMatchObject({ ok: false, problem: { code: 'state-not-allowed' } });
    unwrap(await room.start(postings.name));
    await room.run('rd-1');
    unwrap(await room.start(queue));
  });

  it('[O4] a queue that nothing works, and one that is not ours, are refused', async () => {
    const room = deadLetterRoom();
    expect(await room.start(relayFailures.name)).toMatchObject({ problem: { code: 'state-not-allowed' } });
    expect(await room.start('payments')).toMatchObject({ problem: { code: 'not-found' } });
  });

  it('[O4] what is discarded while a redrive runs is deleted and not sent', async () => {
    const room = await withDead(2);
    const { id: deadLetterId, version } = await room.letter(queue, busMessage(2));
    const { id } = unwrap(await room.start(queue));
    const discard = { deadLetterId, expectedVersion: version, reason: 'a test', actor: ops };
    unwrap(await discardDeadLetter(room.ports, { ...discard, correlationId: 'cor-12345678' }));
    await room.run(id);
    expect(room.queues.inQueue(queue)).toEqual([busMessage(1)]);
    expect(room.queues.dead(queue)).toEqual([]);
  });

  it('[O4] what is discarded in the very moment it would be sent is not sent, and the redrive goes on', async () => {
    const room = await withDead(2);
    const { id } = unwrap(await room.start(queue, { kind: 'all' }, { perSecond: 1 }));
    const { id: deadLetterId, version } = await room.letter(queue, busMessage(2));
    const discard = { deadLetterId, expectedVersion: version, reason: 'a test', actor: ops };
    // While the second message waits for its turn.
    const pause = room.ports.pause;
    room.ports.pause = async (milliseconds) => {
      room.ports.pause = pause;
      unwrap(await discardDeadLetter(room.ports, { ...discard, correlationId: 'cor-12345678' }));
      await pause(milliseconds);
    };
    await room.run(id);
    expect((await room.records.get('redrive', id))?.body).toMatchObject({
      state: 'done',
      counts: { sent: 1 },
    });
    expect(room.queues.inQueue(queue)).toEqual([busMessage(1)]);
    expect(room.queues.dead(queue)).toEqual([]);
  });

  it('[O4] what a running redrive has in hand cannot be discarded', async () => {
    const room = await withDead(1);
    const { id } = unwrap(await room.start(queue));
    room.queues.sendBack = async () => Promise.reject(new Error('killed'));
    await expect(room.run(id)).rejects.toThrow('killed');
    const { id: deadLetterId, version } = await room.letter(queue, busMessage(1));
    const discard = { deadLetterId, expectedVersion: version, reason: 'a test', actor: ops };
    expect(await discardDeadLetter(room.ports, { ...discard, correlationId: 'cor-12345678' })).toMatchObject({
      problem: { code: 'state-not-allowed' },
    });
  });

  it('[O7] when its time is up it lets go, and the next run goes on at once', async () => {
    const room = await withDead(30);
    const { id } = unwrap(await room.start(queue, { kind: 'all' }, { perSecond: 10 }));
    const until = Date.parse(room.clock.now()) + 1500;
    expect(await room.run(id, () => Date.parse(room.clock.now()) > until)).toBe(true);
    const half = (await room.records.get('redrive', id))?.body;
    expect(half?.state).toBe('running');
    expect(half?.counts.sent).toBeLessThan(30);
    expect(await room.run(id)).toBe(true);
    expect((await room.records.get('redrive', id))?.body).toMatchObject({
      state: 'done',
      counts: { sent: 30 },
    });
  });

  it('[O4] a copy that was hidden when its twin was sent waits as it is, and is no poison', async () => {
    const room = deadLetterRoom();
    room.queues.die(queue, busMessage(1));
    room.queues.die(queue, busMessage(1));
    await room.index();
    room.clock.advance(1000);
    const [first, ...others] = await room.queues.receive(queue, 3600);
    await room.queues.release(queue, others);
    expect((await room.redrive(queue)).counts.sent).toBe(1);
    expect((await room.letter(queue, busMessage(1))).body).toMatchObject({
      state: 'waiting',
      seenAs: [{ messageId: first?.messageId }],
      returns: 0,
    });
    room.clock.advance(3_600_000);
    expect((await room.redrive(queue)).counts.sent).toBe(1);
    expect((await room.letter(queue, busMessage(1))).body.state).toBe('redriven');
  });
});
