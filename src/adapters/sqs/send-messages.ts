import {
  SendMessageBatchCommand,
  SendMessageCommand,
  type SendMessageCommandInput,
  type SQSClient,
  SQSServiceException,
} from '@aws-sdk/client-sqs';
import type { Resent, SendOutcome } from '#platform/dead-letters/ports.ts';
import { sdkAttributes } from './dead-message.ts';

/** What one call takes together. */
const bytesPerCall = 256 * 1024;

/**
 * Put messages into a queue, one outcome each. A first-in first-out queue gets them one after the other, and after a
 * refusal none of the rest of that group: a batch may be taken in part, and its order would be lost.
 */
export const sendMessages = (
  client: SQSClient,
  url: string,
  fifo: boolean,
  messages: readonly Resent[],
): Promise<readonly SendOutcome[]> =>
  fifo ? sendInOrder(client, url, messages) : sendTogether(client, url, messages);

async function sendInOrder(
  client: SQSClient,
  QueueUrl: string,
  messages: readonly Resent[],
): Promise<readonly SendOutcome[]> {
  const outcomes: SendOutcome[] = [];
  const stopped = new Set<string | undefined>();
  for (const resent of messages) {
    const group = resent.message.messageGroup;
    const order = { MessageGroupId: group, MessageDeduplicationId: resent.deduplicationId };
    const isFirst = outcomes.length === 0;
    const outcome = stopped.has(group)
      ? afterRefusal
      : await sendOne(client, QueueUrl, resent, isFirst, order);
    if (!outcome.sent) stopped.add(group);
    outcomes.push(outcome);
  }
  return outcomes;
}

const afterRefusal: SendOutcome = { sent: false, refused: 'one before it was refused' };

/** Once one is sent nothing may be thrown: it would be forgotten that it was. */
async function sendOne(
  client: SQSClient,
  QueueUrl: string,
  { message, attributes }: Resent,
  isFirst: boolean,
  order: Pick<SendMessageCommandInput, 'MessageGroupId' | 'MessageDeduplicationId'> = {},
): Promise<SendOutcome> {
  const MessageAttributes = sdkAttributes(attributes);
  const command = new SendMessageCommand({
    QueueUrl,
    MessageBody: message.body,
    MessageAttributes,
    ...order,
  });
  try {
    await client.send(command);
    return { sent: true };
  } catch (error) {
    const isRefusal = error instanceof SQSServiceException && error.$fault === 'client';
    if (!isRefusal && isFirst) throw error;
    return { sent: false, refused: error instanceof Error ? error.message : 'unknown' };
  }
}

/** As SQS counts: attributes with their names and types belong to it. */
const bytesOf = ({ message, attributes }: Resent): number =>
  Object.entries(attributes).reduce(
    (sum, [name, { dataType, value }]) => sum + Buffer.byteLength(name + dataType) + Buffer.byteLength(value),
    Buffer.byteLength(message.body),
  );

async function sendTogether(
  client: SQSClient,
  QueueUrl: string,
  messages: readonly Resent[],
): Promise<readonly SendOutcome[]> {
  const bytes = messages.reduce((sum, message) => sum + bytesOf(message), 0);
  // Large ones go alone: together they would not be taken at all.
  if (bytes > bytesPerCall) return sendAlone(client, QueueUrl, messages);
  const Entries = messages.map(({ message, attributes }, index) => ({
    Id: String(index),
    MessageBody: message.body,
    MessageAttributes: sdkAttributes(attributes),
  }));
  const { Successful = [], Failed = [] } = await client.send(
    new SendMessageBatchCommand({ QueueUrl, Entries }),
  );
  const sent = new Set(Successful.map(({ Id }) => Id));
  return messages.map((_, index): SendOutcome => {
    if (sent.has(String(index))) return { sent: true };
    const failed = Failed.find(({ Id }) => Id === String(index));
    return { sent: false, refused: `${failed?.Code ?? 'unknown'}: ${failed?.Message ?? 'no reason given'}` };
  });
}

async function sendAlone(
  client: SQSClient,
  QueueUrl: string,
  messages: readonly Resent[],
): Promise<readonly SendOutcome[]> {
  const outcomes: SendOutcome[] = [];
  for (const resent of messages)
    outcomes.push(await sendOne(client, QueueUrl, resent, outcomes.length === 0));
  return outcomes;
}
