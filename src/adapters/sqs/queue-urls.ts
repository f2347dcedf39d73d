import { GetQueueUrlCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { SourceQueue } from '#platform/dead-letters/ports.ts';
import { physicalName } from './deployed-queues.ts';

/** Where dead messages of a queue may be: `d` in its dead-letter queue, `s` in the queue itself. */
export type Place = 'd' | 's';

/** What nothing works has its news in the queue itself, and in its dead letters once it was looked at often enough. */
export const placesOf = ({ consumer }: SourceQueue): readonly Place[] =>
  consumer === undefined ? ['s', 'd'] : ['d'];

export type UrlOf = (queue: SourceQueue, place: Place) => Promise<string>;

/** The URLs of an environment's queues, each asked for once; what could not be found is looked for again. */
export function queueUrls(client: SQSClient, prefix: string): UrlOf {
  const urls = new Map<string, Promise<string>>();
  return (queue, place) => {
    const name = physicalName(prefix, queue, place === 'd' ? '-dead' : '');
    const url = urls.get(name) ?? findUrl(client, name);
    urls.set(name, url);
    url.catch(() => urls.delete(name));
    return url;
  };
}

async function findUrl(client: SQSClient, QueueName: string): Promise<string> {
  const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName }));
  if (QueueUrl) return QueueUrl;
  throw new Error(`SQS knows the queue ${QueueName} and not where it is`);
}
