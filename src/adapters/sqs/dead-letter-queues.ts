import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { environmentVariable } from '#adapters/lambda/environment.ts';
import type { DeadLetterQueues, DeadMessage, SourceQueue } from '#platform/dead-letters/ports.ts';
import { deadMessage } from './dead-message.ts';
import { deployedQueues } from './deployed-queues.ts';
import { sqsClient } from './queue.ts';
import { type Place, placesOf, queueUrls } from './queue-urls.ts';
import { sendMessages } from './send-messages.ts';

export interface DeadLetterQueuesOptions {
  readonly client?: SQSClient;
  /** The queues of the environment unless given. */
  readonly queues?: readonly SourceQueue[];
  /** In front of every name: `crossdock-prod`. */
  readonly prefix?: string;
}

/** Dead-letter queues in SQS. A receipt says of which of the places of a queue it is. */
export function sqsDeadLetterQueues(options: DeadLetterQueuesOptions = {}): DeadLetterQueues {
  const client = options.client ?? sqsClient();
  const queues = options.queues ?? deployedQueues(environmentVariable('DEAD_LETTER_QUEUES'));
  const prefix = options.prefix ?? `crossdock-${environmentVariable('CROSSDOCK_ENVIRONMENT')}`;
  const urlOf = queueUrls(client, prefix);
  const known = (name: string): SourceQueue => {
    const queue = queues.find((one) => one.name === name);
    if (queue) return queue;
    throw new Error(`there is no queue ${name} in ${prefix}`);
  };
  const byPlace = async (
    name: string,
    messages: readonly DeadMessage[],
    call: (url: string, of: readonly DeadMessage[]) => Promise<void>,
  ): Promise<void> => {
    const queue = known(name);
    for (const place of placesOf(queue)) {
      const of = messages.filter(({ receipt }) => receipt.startsWith(`${place} `));
      if (of.length > 0) await call(await urlOf(queue, place), of);
    }
  };
  return {
    all: () => queues,
    receive: async (name, visibilitySeconds) => {
      const queue = known(name);
      for (const place of placesOf(queue)) {
        const received = await receive(client, await urlOf(queue, place), place, visibilitySeconds);
        if (received.length > 0) return received;
      }
      return [];
    },
    release: (name, messages) => byPlace(name, messages, (url, of) => release(client, url, of)),
    sendBack: async (name, messages) => {
      const queue = known(name);
      return sendMessages(client, await urlOf(queue, 's'), queue.fifo, messages);
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
        placesOf(queue).map(async (place) => count(client, await urlOf(queue, place))),
      );
      return {
        messages: counts.reduce((sum, { messages }) => sum + messages, 0),
        held: counts.reduce((sum, { held }) => sum + held, 0),
      };
    },
  };
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
