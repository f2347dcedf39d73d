/** What holds for dead-letter queues, whether they are in memory or in SQS. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeadLetterQueues, DeadMessage, MessageAttribute } from '#platform/dead-letters/ports.ts';

export const suiteQueues = [
  { name: 'answers', consumer: 'apply-answer', fifo: false },
  { name: 'lanes', consumer: 'work-lane', fifo: true },
  { name: 'news', fifo: false },
] as const;

export interface Dying {
  readonly group?: string;
  readonly attributes?: Readonly<Record<string, MessageAttribute>>;
}

export interface OpenQueues {
  readonly queues: DeadLetterQueues;
  /** Put a message into a queue's dead letters; where nothing works the queue, into the queue. */
  die(queue: string, body: string, dying?: Dying): Promise<void>;
  /** Take everything out of a queue, in the order it comes. */
  arrived(queue: string): Promise<readonly DeadMessage[]>;
  /** Let so many milliseconds pass. */
  pass(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

const text = (value: string): MessageAttribute => ({ dataType: 'String', value });
const bodies = (messages: readonly DeadMessage[]): readonly string[] => messages.map(({ body }) => body);
const back = (message: DeadMessage, id: string) => ({
  message,
  deduplicationId: id,
  attributes: message.attributes,
});

export function deadLetterQueuesContract(name: string, open: () => Promise<OpenQueues>): void {
  describe(`dead-letter queues ${name}`, () => {
    let opened: OpenQueues;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened.close());

    /** Receive until nothing comes. */
    const receiveAll = async (queue: string): Promise<readonly DeadMessage[]> => {
      const all: DeadMessage[] = [];
      for (;;) {
        const received = await opened.queues.receive(queue, 30);
        if (received.length === 0) return all;
        all.push(...received);
      }
    };

    it('[O4] messages are held by whoever received them, and seen again once let go', async () => {
      const { queues, die } = opened;
      for (const body of ['a', 'b', 'c']) await die('answers', body, { attributes: { RULE: text('arn') } });
      const held = await receiveAll('answers');
      expect([...bodies(held)].sort()).toEqual(['a', 'b', 'c']);
      expect(held[0]).toMatchObject({ attributes: { RULE: text('arn') } });
      expect(Date.parse(held[0]?.sentAt ?? '')).toBeGreaterThan(0);
      expect(await queues.receive('answers', 1)).toEqual([]);
      expect(await queues.count('answers')).toEqual({ messages: 3, held: 3 });
      await queues.release('answers', held);
      const again = await receiveAll('answers');
      expect([...bodies(again)].sort()).toEqual(['a', 'b', 'c']);
      expect(again.map(({ messageId }) => messageId).sort()).toEqual(
        held.map(({ messageId }) => messageId).sort(),
      );
      expect(await queues.remove('answers', again)).toEqual([true, true, true]);
      expect(await queues.count('answers')).toEqual({ messages: 0, held: 0 });
    });

    it('[O4] what is sent back arrives in its own queue as it was, and stays dead until it is removed', async () => {
      const { queues, die, arrived } = opened;
      await die('answers', '{"n":1}', { attributes: { RULE: text('arn') } });
      const [message] = await queues.receive('answers', 1);
      if (!message) throw new Error('nothing was received');
      const resent = {
        ...back(message, 'id-1'),
        attributes: { ...message.attributes, redriveid: text('rd-1') },
      };
      expect(await queues.sendBack('answers', [resent])).toEqual([{ sent: true }]);
      const [there] = await arrived('answers');
      expect(there).toMatchObject({
        body: '{"n":1}',
        attributes: { RULE: text('arn'), redriveid: text('rd-1') },
      });
      expect(there?.messageId).not.toBe(message.messageId);
      await opened.pass(1_500);
      const again = await receiveAll('answers');
      expect(again.map(({ messageId }) => messageId)).toEqual([message.messageId]);
      await queues.remove('answers', again);
    });

    it('[O4] many are sent in one call, each with its outcome', async () => {
      const { queues, die, arrived } = opened;
      const sent = Array.from({ length: 10 }, (_, n) => `message ${n}`);
      for (const body of sent) await die('answers', body);
      const messages = (await receiveAll('answers')).slice(0, 10);
      const outcomes = await queues.sendBack(
        'answers',
        messages.map((message) => back(message, message.messageId)),
      );
      expect(outcomes).toEqual(sent.map(() => ({ sent: true })));
      expect([...bodies(await arrived('answers'))].sort()).toEqual(sent);
      await queues.remove('answers', messages);
    });

    it('[O7] a group is shown from its first, and the next after that has left', async () => {
      const { queues, die } = opened;
      for (let n = 1; n <= 12; n += 1) await die('lanes', `${n}`, { group: 'g' });
      await die('lanes', 'other', { group: 'h' });
      const first = await queues.receive('lanes', 30);
      expect(bodies(first).slice(0, 10)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
      expect(first[0]?.messageGroup).toBe('g');
      expect(bodies(await receiveAll('lanes'))).toEqual(['other']);
      await queues.remove('lanes', first);
      expect(bodies(await receiveAll('lanes'))).toEqual(['11', '12']);
    });

    it('[O7] what is sent under the id of a moment ago is not delivered, under another it is', async () => {
      const { queues, die, arrived } = opened;
      await die('lanes', 'twice', { group: 'i' });
      const [message] = await receiveAll('lanes');
      if (!message) throw new Error('nothing was received');
      for (const id of ['rd-1', 'rd-1', 'rd-2'])
        expect(await queues.sendBack('lanes', [back(message, id)])).toEqual([{ sent: true }]);
      expect(bodies(await arrived('lanes'))).toEqual(['twice', 'twice']);
    });

    it('[O4] what nothing works is looked at where it is, and removed from there', async () => {
      const { queues, die } = opened;
      await die('news', 'lost batch');
      expect(await queues.count('news')).toMatchObject({ messages: 1 });
      const messages = await receiveAll('news');
      expect(bodies(messages)).toEqual(['lost batch']);
      expect(await queues.remove('news', messages)).toEqual([true]);
      expect(await queues.count('news')).toEqual({ messages: 0, held: 0 });
    });

    it('[O4] a queue that is not ours is refused, whatever its name', async () => {
      await expect(opened.queues.receive('payroll', 1)).rejects.toThrow('payroll');
      await expect(opened.queues.sendBack('payroll', [])).rejects.toThrow('payroll');
    });
  });
}
