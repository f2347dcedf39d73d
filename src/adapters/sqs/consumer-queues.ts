import {
  GetQueueUrlCommand,
  QueueDoesNotExist,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { environmentVariable } from '#adapters/lambda/environment.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok } from '#core/kernel/result.ts';
import type { ConsumerQueues } from '#platform/replay/ports.ts';
import { sqsClient } from './queue.ts';

export interface ConsumerQueuesOptions {
  readonly client?: SQSClient;
  /** What stands before every queue's name in this environment. */
  readonly prefix?: string;
}

/** The queues of consumers in SQS, by their names in this environment. */
export function sqsConsumerQueues(options: ConsumerQueuesOptions = {}): ConsumerQueues {
  const client = options.client ?? sqsClient();
  const prefix = options.prefix ?? environmentVariable('QUEUE_NAME_PREFIX');
  const urls = new Map<string, string>();
  const urlOf = async (queue: string): Promise<string> => {
    const known = urls.get(queue);
    if (known) return known;
    const { QueueUrl = '' } = await client.send(new GetQueueUrlCommand({ QueueName: `${prefix}${queue}` }));
    urls.set(queue, QueueUrl);
    return QueueUrl;
  };
  return {
    send: async (queue, event) => {
      try {
        const QueueUrl = await urlOf(queue);
        const place = { account: accountOf(QueueUrl), region: await client.config.region() };
        await client.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(event(place)) }));
        return ok(undefined);
      } catch (error) {
        if (error instanceof QueueDoesNotExist) {
          return fail(problem('not-found', `There is no queue ${prefix}${queue}.`));
        }
        if (!isPassing(error)) throw error;
        return fail(problem('temporarily-unavailable', `The queue ${prefix}${queue} did not take an event.`));
      }
    },
  };
}

/** `https://sqs.<region>.amazonaws.com/<account>/<name>` */
const accountOf = (url: string): string => new URL(url).pathname.split('/').at(-2) ?? '';

/** The SDK has tried several times by then. */
const isPassing = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'TimeoutError' ||
    ('$retryable' in error && error.$retryable !== undefined) ||
    ('$fault' in error && error.$fault === 'server') ||
    ('code' in error && (error.code === 'ECONNREFUSED' || error.code === 'ECONNRESET')));
