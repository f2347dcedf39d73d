import type { Context, DynamoDBRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { type StreamItem, streamHandler } from '#adapters/lambda/stream-handler.ts';

const context = { functionName: 'under-test', getRemainingTimeInMillis: () => 30_000 } as Context;
const record = (sk: string, SequenceNumber: string): DynamoDBRecord => ({
  eventName: 'INSERT',
  dynamodb: { SequenceNumber, NewImage: { pk: { S: 'item#A' }, sk: { S: sk }, n: { N: '7' } } },
});

describe('streamHandler', () => {
  it('[O7] names the sequence numbers of what failed, from which the stream goes on', async () => {
    const seen: StreamItem[] = [];
    const handler = streamHandler(async (items) => {
      seen.push(...items);
      return new Set(items.filter(({ sk }) => sk !== 'EVENT#1'));
    });
    const Records = [record('EVENT#1', '101'), record('EVENT#2', '102'), record('EVENT#3', '103')];
    expect(await handler({ Records }, context)).toEqual({
      batchItemFailures: [{ itemIdentifier: '102' }, { itemIdentifier: '103' }],
    });
    expect(seen[0]).toEqual({ pk: 'item#A', sk: 'EVENT#1', n: 7 });
  });

  it('a batch without a failure is done', async () => {
    const handler = streamHandler(async () => new Set());
    expect(await handler({ Records: [record('EVENT#1', '101')] }, context)).toEqual({
      batchItemFailures: [],
    });
  });

  it('a stream without new images is a fault of the stack, said so', async () => {
    const handler = streamHandler(async () => new Set());
    await expect(handler({ Records: [{ dynamodb: { SequenceNumber: '1' } }] }, context)).rejects.toThrow(
      'NEW_IMAGE',
    );
  });
});
