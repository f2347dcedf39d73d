import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { newCorrelationId } from '#core/kernel/correlation.ts';
import { lambdaHandler, loggerFor } from './lambda-handler.ts';
import type { TaskContext } from './task-handler.ts';

export type StreamItem = Readonly<Record<string, unknown>>;

/**
 * New items of a table's stream, as one batch. `run` answers the items that failed; the stream goes on from the
 * first of them, so that their order is kept, and splits the batch when that happens again.
 */
export const streamHandler = (
  run: (items: readonly StreamItem[], context: TaskContext) => Promise<ReadonlySet<StreamItem>>,
) =>
  lambdaHandler(async (event: DynamoDBStreamEvent, lambda): Promise<DynamoDBBatchResponse> => {
    const correlationId = newCorrelationId();
    const context = {
      correlationId,
      logger: loggerFor(correlationId),
      remaining: () => lambda.getRemainingTimeInMillis(),
    };
    const items = event.Records.map((record) => ({ record, item: itemOf(record) }));
    const failed = await run(
      items.map(({ item }) => item),
      context,
    );
    const identifiers = items
      .filter(({ item }) => failed.has(item))
      .map(({ record }) => record.dynamodb?.SequenceNumber)
      .filter((sequence) => sequence !== undefined);
    return { batchItemFailures: identifiers.map((itemIdentifier) => ({ itemIdentifier })) };
  });

/** The item's new state; the stream is set to give it, so its absence is a fault of the stack. */
function itemOf({ dynamodb }: DynamoDBRecord): StreamItem {
  if (!dynamodb?.NewImage) throw new Error('the stream gives no new images: set its view type to NEW_IMAGE');
  return unmarshall(dynamodb.NewImage as Record<string, AttributeValue>);
}
