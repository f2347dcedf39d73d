import type { Message, MessageAttributeValue } from '@aws-sdk/client-sqs';
import type { DeadMessage, MessageAttribute } from '#platform/dead-letters/ports.ts';

/** A message as SQS gives it; `place` stands in front of its receipt. */
export function deadMessage(message: Message, place: string): DeadMessage {
  const { MessageId = '', ReceiptHandle = '', Body = '', Attributes = {}, MessageAttributes = {} } = message;
  const { SentTimestamp = '0', ApproximateReceiveCount = '1', MessageGroupId } = Attributes;
  return {
    messageId: MessageId,
    receipt: `${place} ${ReceiptHandle}`,
    body: Body,
    sentAt: new Date(Number(SentTimestamp)).toISOString(),
    receives: Number(ApproximateReceiveCount),
    ...(MessageGroupId === undefined ? {} : { messageGroup: MessageGroupId }),
    attributes: Object.fromEntries(
      Object.entries(MessageAttributes).map(([name, value]) => [name, attributeOf(value)]),
    ),
  };
}

const attributeOf = ({
  DataType = 'String',
  StringValue,
  BinaryValue,
}: MessageAttributeValue): MessageAttribute => ({
  dataType: DataType,
  value: BinaryValue ?? StringValue ?? '',
});

export const sdkAttributes = (
  attributes: Readonly<Record<string, MessageAttribute>>,
): Record<string, MessageAttributeValue> =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, { dataType: DataType, value }]) => [
      name,
      typeof value === 'string' ? { DataType, StringValue: value } : { DataType, BinaryValue: value },
    ]),
  );
