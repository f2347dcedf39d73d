import { describe, expect, it } from 'vitest';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok } from '#core/kernel/result.ts';
import { type RehearseConsumer, rehearseDeadLetter } from '#platform/dead-letters/rehearse-dead-letter.ts';
import { acknowledgements, busMessage, deadLetterRoom, relayFailures } from './dead-letter-room.ts';

const queue = acknowledgements.name;

async function rehearsed(answer: Awaited<ReturnType<RehearseConsumer>>) {
  const room = deadLetterRoom();
  const messageId = room.queues.die(queue, busMessage(1));
  await room.index();
  const asked: unknown[] = [];
  const rehearse: RehearseConsumer = async (...input) => {
    asked.push(input);
    return answer;
  };
  const { id } = await room.letter(queue, busMessage(1));
  return { room, messageId, asked, result: await rehearseDeadLetter({ ...room.ports, rehearse }, id) };
}

describe('what would happen to a dead letter now', () => {
  it('[O4] is what its own consumer says to the very message', async () => {
    const effects = [{ what: 'commit', about: 'order-ledger led-1' }];
    const { asked, messageId, room, result } = await rehearsed(ok({ outcome: 'would-succeed', effects }));
    expect(asked).toEqual([
      ['apply-acknowledgement', { body: busMessage(1), messageId, messageGroup: undefined }],
    ]);
    expect(result).toEqual(ok({ outcome: 'would-succeed', effects, at: room.clock.now() }));
  });

  it('[O4] says who repairs what it would fail of, and how', async () => {
    const cause = { code: 'order-unknown', detail: 'no order 4711' };
    const { result } = await rehearsed(ok({ outcome: 'would-fail', effects: [], problem: cause }));
    expect(result).toMatchObject({ value: { problem: { ...cause, repairedBy: 'buyer' } } });
  });

  it('[O4] is not known where the consumer is silent, nothing works the queue, or the content is gone', async () => {
    const silent = await rehearsed(fail(problem('temporarily-unavailable', 'it says nothing')));
    expect(silent.result).toMatchObject({ problem: { code: 'temporarily-unavailable' } });
    const { room } = silent;
    const never: RehearseConsumer = () => Promise.reject(new Error('nobody is asked'));
    const ports = { ...room.ports, rehearse: never };
    room.queues.die(relayFailures.name, 'lost');
    await room.index();
    const lost = await room.letter(relayFailures.name, 'lost');
    expect(await rehearseDeadLetter(ports, lost.id)).toMatchObject({
      problem: { code: 'state-not-allowed' },
    });
    const { id, body } = await room.letter(queue, busMessage(1));
    await room.objects.delete('documents', body.body.key);
    expect(await rehearseDeadLetter(ports, id)).toMatchObject({ problem: { code: 'state-not-allowed' } });
    expect(await rehearseDeadLetter(ports, 'dl-9')).toMatchObject({ problem: { code: 'not-found' } });
  });
});
