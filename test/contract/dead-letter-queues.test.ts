import { randomUUID } from 'node:crypto';
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { sqsDeadLetterQueues } from '#adapters/sqs/dead-letter-queues.ts';
import { deadMessage, sdkAttributes } from '#adapters/sqs/dead-message.ts';
import { physicalName } from '#adapters/sqs/deployed-queues.ts';
import type { DeadMessage, SourceQueue } from '#platform/dead-letters/ports.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { memoryQueues } from '#test/doubles/memory-queues.ts';
import {
  type Dying,
  deadLetterQueuesContract,
  type OpenQueues,
  suiteQueues,
} from './dead-letter-queues-suite.ts';
import { embeddedCloud } from './embedded-cloud.ts';

deadLetterQueuesContract('in memory', async (): Promise<OpenQueues> => {
  const clock = fixedClock();
  const queues = memoryQueues({ queues: suiteQueues, clock });
  return {
    queues,
    die: async (queue, body, dying) => void queues.die(queue, body, dying),
    arrived: async (queue) => {
      const messages = queues.work(queue, 1_000);
      for (const message of messages) queues.done(queue, message);
      return messages;
    },
    pass: async (milliseconds) => void clock.advance(milliseconds),
    close: async () => undefined,
  };
});

deadLetterQueuesContract('in SQS', async (): Promise<OpenQueues> => {
  const client = new SQSClient(embeddedCloud());
  const prefix = `contract-${randomUUID().slice(0, 8)}`;
  const urlOf = async (queue: SourceQueue, dead: '' | '-dead'): Promise<string> => {
    const QueueName = physicalName(prefix, queue, dead);
    const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName }));
    if (!QueueUrl) throw new Error(`no queue ${QueueName}`);
    return QueueUrl;
  };
  const known = (name: string): SourceQueue => {
    const queue = suiteQueues.find((one) => one.name === name);
    if (!queue) throw new Error(`no queue ${name}`);
    return queue;
  };
  for (const queue of suiteQueues) {
    for (const dead of ['-dead', ''] as const) {
      const Attributes = queue.fifo ? { FifoQueue: 'true' } : {};
      await client.send(new CreateQueueCommand({ QueueName: physicalName(prefix, queue, dead), Attributes }));
    }
  }
  const die = async (name: string, body: string, { group, attributes = {} }: Dying = {}): Promise<void> => {
    const queue = known(name);
    await client.send(
      new SendMessageCommand({
        QueueUrl: await urlOf(queue, queue.fifo || 'consumer' in queue ? '-dead' : ''),
        MessageBody: body,
        MessageAttributes: sdkAttributes(attributes),
        ...(group === undefined ? {} : { MessageGroupId: group, MessageDeduplicationId: randomUUID() }),
      }),
    );
  };
  const arrived = async (name: string): Promise<readonly DeadMessage[]> => {
    const QueueUrl = await urlOf(known(name), '');
    const all: DeadMessage[] = [];
    for (;;) {
      const names = { MessageSystemAttributeNames: ['All' as const], MessageAttributeNames: ['All'] };
      const { Messages = [] } = await client.send(
        new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1, ...names }),
      );
      if (Messages.length === 0) return all;
      for (const message of Messages) {
        await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message.ReceiptHandle }));
        all.push(deadMessage(message, 's'));
      }
    }
  };
  return {
    queues: sqsDeadLetterQueues({ client, queues: suiteQueues, prefix }),
    die,
    arrived,
    pass: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    close: async () => client.destroy(),
  };
});
