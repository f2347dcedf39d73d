import { describe, expect, it } from 'vitest';
import { unwrap } from '#core/kernel/result.ts';
import { acknowledgements, busMessage, deadLetterRoom } from './dead-letter-room.ts';

const queue = acknowledgements.name;

describe('a look through a queue that takes longer than messages are hidden', () => {
  it('[O4] a redrive of one among many is not through before that one is found', async () => {
    const room = deadLetterRoom();
    for (let n = 1; n <= 150; n += 1) room.queues.die(queue, busMessage(n));
    await room.index();
    room.clock.advance(1000);
    const { id: letterId } = await room.letter(queue, busMessage(150));
    const receive = room.queues.receive;
    // A slow look: ten messages take ten seconds.
    room.queues.receive = async (...input) => {
      room.clock.advance(10_000);
      return receive(...input);
    };
    const { id } = unwrap(await room.start(queue, { kind: 'some', ids: [letterId] }));
    await room.run(id);
    expect((await room.records.get('redrive', id))?.body).toMatchObject({
      state: 'done',
      counts: { sent: 1 },
    });
    expect(room.queues.inQueue(queue)).toEqual([busMessage(150)]);
  });

  it('[O4] what was not looked at for want of time is not gone', async () => {
    const room = deadLetterRoom();
    for (let n = 1; n <= 150; n += 1) room.queues.die(queue, busMessage(n));
    await room.index();
    room.clock.advance(3_600_000);
    const receive = room.queues.receive;
    room.queues.receive = async (...input) => {
      room.clock.advance(10_000);
      return receive(...input);
    };
    await room.index();
    expect((await room.letter(queue, busMessage(150))).body.state).toBe('waiting');
  });
});
