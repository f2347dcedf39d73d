import { expect, it } from 'vitest';
import { sqsPostingWakes } from '#adapters/sqs/posting-wakes.ts';
import type { Message } from '#adapters/sqs/queue.ts';

it('[O1] the message that wakes a posting carries the correlation of its order', async () => {
  const sent: Message[] = [];
  const wakes = sqsPostingWakes({ send: async (message) => void sent.push(message) });
  const correlationId = 'cor-of-the-file';
  await wakes.wake({ effectId: 'e-1', documentId: 'po-1', system: 'tryton', fence: 3, correlationId });
  expect(sent).toEqual([
    { body: { effectId: 'e-1', correlationId }, groupId: 'po-1', deduplicationId: 'e-1-3' },
  ]);
});

it('[X2] a change of an order is woken in the lane of its order', async () => {
  const sent: Message[] = [];
  const wakes = sqsPostingWakes({ send: async (message) => void sent.push(message) });
  const posting = { effectId: 'e-2', documentId: 'oc-1', laneId: 'po-1', system: 'tryton', fence: 1 };
  await wakes.wake({ ...posting, correlationId: 'cor-of-the-file' });
  expect(sent).toMatchObject([{ groupId: 'po-1', deduplicationId: 'e-2-1' }]);
});
