import { expect, it } from 'vitest';
import { unwrap } from '#core/kernel/result.ts';
import { resumeJobs } from '#platform/jobs/resume-jobs.ts';
import { acknowledgements, busMessage, deadLetterRoom, postings } from '../dead-letters/dead-letter-room.ts';

it('[O4] a redrive whose queue cannot be read breaks off no other, and is seen', async () => {
  const room = deadLetterRoom();
  for (let n = 1; n <= 15; n += 1) room.queues.die(acknowledgements.name, busMessage(n));
  room.clock.advance(1000);
  unwrap(await room.start(postings.name));
  const { id } = unwrap(await room.start(acknowledgements.name));
  const receive = room.queues.receive;
  room.queues.receive = async (queue, seconds) => {
    if (queue === postings.name) throw new Error('AccessDenied');
    return receive(queue, seconds);
  };
  await expect(resumeJobs(room.records, 'redrive', (each) => room.run(each))).rejects.toThrow('AccessDenied');
  expect((await room.records.get('redrive', id))?.body).toMatchObject({
    state: 'done',
    counts: { sent: 15 },
  });
  expect(await resumeJobs(room.records, 'redrive', async (each) => each)).toEqual([['rd-1', 'rd-1']]);
});
