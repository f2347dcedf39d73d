import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { environmentVariable } from '#adapters/lambda/environment.ts';
import type { DeadLetterQueues, DeadMessage, SourceQueue } from '#platform/dead-letters/ports.ts';
import { deadMessage } from './dead-message.ts';
import { deployedQueues, physicalName } from './deployed-queues.ts';
import { sqsClient } from './queue.ts';
import { sendMessages } from './send-messages.ts';

export interface DeadLetterQueuesOptions {
  readonly client?: SQSClient;
  /** The queues of the environment unless given. */
  readonly queues?: readonly SourceQueue[];
  /** In front of every name: `crossdock-prod`. */
  readonly prefix?: string;
}

/**
 * Dead-letter queues in SQS. What nothing works has its news in the queue itself, and in its dead letters once it was
 * looked at often enough: both are looked through, and a receipt says which of them it is of.
 */
export function sqsDeadLetterQueues(options: DeadLetterQueuesOptions = {}): DeadLetterQueues {
  const client = options.client ?? sqsClient();
  const queues = options.queues ?? deployedQueues(environmentVariable('DEAD_LETTER_QUEUES'));
  const prefix = options.prefix ?? `crossdock-${environmentVariable('CROSSDOCK_ENVIRONMENT')}`;
  const urls = new Map<string, Promise<string>>();
  const urlOf = (QueueName: string): Promise<string> => {
    const url = urls.get(QueueName) ?? findUrl(client, QueueName);
    urls.set(QueueName, url);
    // What could not be found is looked for again.
    url.catch(() => urls.delete(QueueName));
    return url;
  };
  const known = (name: string): SourceQueue => {
    const queue = queues.find((one) => one.name === name);
    if (queue) return queue;
    throw new Error(`there is no queue ${name} in ${prefix}`);
  };
  const deadOf = (queue: SourceQueue) => urlOf(physicalName(prefix, queue, '-dead'));
  const sourceOf = (queue: SourceQueue) => urlOf(physicalName(prefix, queue, ''));
  /** Where its dead messages may be: `d` its dead-letter queue, `s` the queue itself where nothing works it. */
  const places = (queue: SourceQueue): readonly Place[] =>
    queue.consumer === undefined ? ['s', 'd'] : ['d'];
  const urlAt = (queue: SourceQueue, place: Place) => (place === 'd' ? deadOf(queue) : sourceOf(queue));
  const byPlace = async (
    name: string,
    messages: readonly DeadMessage[],
    call: (url: string, of: readonly DeadMessage[]) => Promise<void>,
  ): Promise<void> => {
    const queue = known(name);
    for (const place of places(queue)) {
      const of = messages.filter(({ receipt }) => receipt.startsWith(`${place} `));
      if (of.length > 0) await call(await urlAt(queue, place), of);
    }
  };
  return {
    all: () => queues,
    receive: async (name, visibilitySeconds) => {
      const queue = known(name);
      for (const place of places(queue)) {
        const received = await receive(client, await urlAt(queue, place), place, visibilitySeconds);
        if (received.length > 0) return received;
      }
      return [];
    },
    release: (name, messages) => byPlace(name, messages, (url, of) => release(client, url, of)),
    sendBack: async (name, messages) => {
      const queue = known(name);
      return sendMessages(client, await sourceOf(queue), queue.fifo, messages);
    },
    remove: async (name, messages) => {
      const gone = new Set<DeadMessage>();
      await byPlace(name, messages, async (url, of) => {
        for (const message of await remove(client, url, of)) gone.add(message);
      });
      return messages.map((message) => gone.has(message));
    },
    count: async (name) => {
      const queue = known(name);
      const counts = await Promise.all(
        places(queue).map(async (place) => count(client, await urlAt(queue, place))),
      );
      return {
        messages: counts.reduce((sum, { messages }) => sum + messages, 0),
        held: counts.reduce((sum, { held }) => sum + held, 0),
      };
    },
  };
}

type Place = 'd' | 's';

async function findUrl(client: SQSClient, QueueName: string): Promise<string> {
  const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName }));
  if (QueueUrl) return QueueUrl;
  throw new Error(`SQS knows the queue ${QueueName} and not where it is`);
}

/** Waiting a second asks every server of the queue: an empty answer means that nothing is there. */
async function receive(
  client: SQSClient,
  QueueUrl: string,
  place: Place,
  VisibilityTimeout: number,
): Promise<readonly DeadMessage[]> {
  const { Messages = [] } = await client.send(
    new ReceiveMessageCommand({
      QueueUrl,
      VisibilityTimeout,
      MaxNumberOfMessages: 10,
      WaitTimeSeconds: 1,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    }),
  );
  return Messages.map((message) => deadMessage(message, place));
}

const handleOf = ({ receipt }: DeadMessage): string => receipt.slice(2);

/** What is no longer held is refused, and was let go long ago. */
async function release(client: SQSClient, QueueUrl: string, messages: readonly DeadMessage[]): Promise<void> {
  const Entries = messages.map((message, index) => ({
    Id: String(index),
    ReceiptHandle: handleOf(message),
    VisibilityTimeout: 0,
  }));
  await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }));
}

async function remove(
  client: SQSClient,
  QueueUrl: string,
  messages: readonly DeadMessage[],
): Promise<readonly DeadMessage[]> {
  const Entries = messages.map((message, index) => ({ Id: String(index), ReceiptHandle: handleOf(message) }));
  const { Successful = [] } = await client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
  const done = new Set(Successful.map(({ Id }) => Id));
  return messages.filter((_, index) => done.has(String(index)));
}

async function count(client: SQSClient, QueueUrl: string): Promise<{ messages: number; held: number }> {
  const { Attributes = {} } = await client.send(
    new GetQueueAttributesCommand({
      QueueUrl,
      AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
    }),
  );
  const held = Number(Attributes.ApproximateNumberOfMessagesNotVisible ?? 0);
  return { messages: Number(Attributes.ApproximateNumberOfMessages ?? 0) + held, held };
}
