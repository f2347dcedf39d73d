import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { awsClient } from '#adapters/aws-client.ts';

/** SQS takes 256 KB; a message that wakes someone is a few hundred bytes, a larger one is a mistake. */
const largestMessage = 200 * 1024;

export interface Message {
  readonly body: unknown;
  /** FIFO queues: messages of a group are worked on one after the other. */
  readonly groupId?: string;
  /** FIFO queues: a second message with the same id within five minutes is accepted and never delivered. */
  readonly deduplicationId?: string;
}

export interface Queue {
  send(message: Message): Promise<void>;
}

/** The queue behind a URL. Throws for a body above 200 KB as JSON. */
export function sqsQueue(url: string, client: SQSClient = sqsClient()): Queue {
  return {
    send: async ({ body, groupId, deduplicationId }) => {
      const MessageBody = JSON.stringify(body);
      const bytes = Buffer.byteLength(MessageBody);
      if (bytes > largestMessage)
        throw new RangeError(`a message of ${bytes} bytes: keep the bulk in an object`);
      const command = new SendMessageCommand({
        QueueUrl: url,
        MessageBody,
        MessageGroupId: groupId,
        MessageDeduplicationId: deduplicationId,
      });
      await client.send(command);
    },
  };
}

let shared: SQSClient | undefined;

/** One client a process. */
export function sqsClient(): SQSClient {
  shared ??= awsClient(
    new SQSClient({
      maxAttempts: 4,
      requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
    }),
  );
  return shared;
}
