import { describe, expect, it } from 'vitest';
import { unwrap } from '#core/kernel/result.ts';
import { discardDeadLetter } from '#platform/dead-letters/discard-dead-letter.ts';
import { acknowledgements, busMessage, deadLetterRoom, ops, postings } from './dead-letter-room.ts';

const queue = acknowledgements.name;
const minutes = (count: number): number => count * 60_000;

describe('the index of dead letters', () => {
  it('[O4] a message gets a record that says what it carries and why it died, and stays where it is', async () => {
    const room = deadLetterRoom();
    const messageId = room.queues.die(queue, busMessage(3));
    const at = '2026-11-23T07:59:00.000Z';
    room.notes.note(messageId, { code: 'file-missing', detail: 'gone', function: 'apply', at });
    await room.index();
    const { body, correlationId } = await room.letter(queue, busMessage(3));
    expect(body).toMatchObject({
      queue,
      consumer: 'apply-acknowledgement',
      state: 'waiting',
      carries: { kind: 'event', name: 'partner-document-received', recordId: 'pd-1', sequence: 3 },
      about: 'cor-of-the-document',
      died: { class: 'file-missing', detail: 'gone (apply)', at },
      returns: 0,
    });
    expect(correlationId).toBe('cor-of-the-document');
    expect(room.objects.text('documents', body.body.key)).toBe(busMessage(3));
    expect(room.queues.dead(queue)).toHaveLength(1);
    expect(await room.queues.count(queue)).toEqual({ messages: 1, held: 0 });
    expect(room.records.published().map(({ type }) => type)).toEqual(['crossdock.dead-letter-noticed.v1']);
  });

  it('[O4] the same content is one record, however many messages there are of it', async () => {
    const room = deadLetterRoom();
    for (let n = 0; n < 3; n += 1) room.queues.die(queue, busMessage(1));
    await room.index();
    const { body } = await room.letter(queue, busMessage(1));
    expect(body.seenAs).toHaveLength(3);
    expect(body.returns).toBe(0);
    expect(room.records.published()).toHaveLength(1);
  });

  it('[O4] looking again writes nothing for five minutes, so that waiting costs nothing', async () => {
    const room = deadLetterRoom();
    room.queues.die(queue, busMessage(1));
    await room.index();
    const { version } = await room.letter(queue, busMessage(1));
    room.clock.advance(minutes(4));
    await room.index();
    expect((await room.letter(queue, busMessage(1))).version).toBe(version);
    room.clock.advance(minutes(2));
    await room.index();
    expect((await room.letter(queue, busMessage(1))).version).toBe(version + 1);
  });

  it('[O4] what left without us is gone after a quarter of an hour, and not before', async () => {
    const room = deadLetterRoom();
    room.queues.die(queue, busMessage(1));
    await room.index();
    room.queues.moveBack(queue);
    room.clock.advance(minutes(15));
    await room.index();
    expect((await room.letter(queue, busMessage(1))).body.state).toBe('waiting');
    room.clock.advance(minutes(6));
    await room.index();
    expect((await room.letter(queue, busMessage(1))).body.state).toBe('gone');
    expect(room.records.published().at(-1)?.data).toMatchObject({ state: 'gone', queue });
  });

  it('[O4] what AWS redrove and died again is the same record, marked as poison', async () => {
    const room = deadLetterRoom();
    room.queues.die(queue, busMessage(1));
    await room.index();
    room.clock.advance(minutes(30));
    room.queues.moveBack(queue);
    await room.index();
    room.queues.work(queue, 1000);
    room.clock.advance(minutes(1));
    await room.index();
    const { body } = await room.letter(queue, busMessage(1));
    expect(body).toMatchObject({ state: 'waiting', returns: 1 });
    expect(body.seenAs).toHaveLength(1);
  });

  it('[O4] a message that somebody only held for long is back as it was, and no poison', async () => {
    const room = deadLetterRoom();
    room.queues.die(queue, busMessage(1));
    await room.index();
    await room.queues.receive(queue, 3600);
    room.clock.advance(minutes(30));
    await room.index();
    expect((await room.letter(queue, busMessage(1))).body.state).toBe('gone');
    room.clock.advance(minutes(31));
    await room.index();
    expect((await room.letter(queue, busMessage(1))).body).toMatchObject({ state: 'waiting', returns: 0 });
  });

  it('[O4] what was discarded is deleted when it is seen; the same content sent later waits again', async () => {
    const room = deadLetterRoom();
    room.queues.die(queue, busMessage(1));
    await room.index();
    const { id, version } = await room.letter(queue, busMessage(1));
    const discard = { deadLetterId: id, expectedVersion: version, reason: 'a test', actor: ops };
    unwrap(await discardDeadLetter(room.ports, { ...discard, correlationId: 'cor-12345678' }));
    expect((await room.index()).indexed).toMatchObject([{ queue, seen: 1, removed: 1 }]);
    expect(room.queues.dead(queue)).toEqual([]);
    expect((await room.letter(queue, busMessage(1))).body.state).toBe('discarded');
    room.clock.advance(minutes(1));
    room.queues.die(queue, busMessage(1));
    await room.index();
    const { body } = await room.letter(queue, busMessage(1));
    expect(body).toMatchObject({ state: 'waiting', returns: 1 });
    expect(body.settled).toBeUndefined();
  });

  it('[O7] one queue that fails keeps no other from being looked through', async () => {
    const room = deadLetterRoom();
    room.queues.die(queue, busMessage(1));
    const receive = room.queues.receive;
    room.queues.receive = async (name, seconds) =>
      name === postings.name ? Promise.reject(new Error('throttled')) : receive(name, seconds);
    const answer = await room.index();
    expect(answer.failed).toEqual([{ queue: postings.name, because: 'throttled' }]);
    expect(answer.indexed).toMatchObject([{ queue, seen: 1 }]);
  });

  it('[O4] a queue of thousands is looked through whole, each message once', async () => {
    const room = deadLetterRoom();
    for (let n = 1; n <= 500; n += 1) room.queues.die(queue, busMessage(n));
    expect((await room.index()).indexed).toMatchObject([{ queue, seen: 500 }]);
    expect(await room.queues.count(queue)).toEqual({ messages: 500, held: 0 });
  });
});
