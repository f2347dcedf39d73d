import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { environmentVariable } from '#adapters/lambda/environment.ts';
import { type Outbox, outboxSort } from '#platform/journal/ports.ts';
import { documentClient } from './client.ts';
import { eventKey, eventOf, outboxEvent, outboxPartition } from './records-layout.ts';

export interface DynamoOutboxOptions {
  readonly client?: DynamoDBDocumentClient;
  readonly table?: string;
}

/** The outbox in the records table: events that still have their place in the sparse index `outbox`. */
export function dynamoOutbox(options: DynamoOutboxOptions = {}): Outbox {
  const client = options.client ?? documentClient();
  const table = options.table ?? environmentVariable('RECORDS_TABLE');
  return {
    pending: async (shard, before, limit, after) => {
      const command = new QueryCommand({
        TableName: table,
        IndexName: 'outbox',
        KeyConditionExpression: 'outboxPk = :shard AND outboxSk BETWEEN :from AND :to',
        // A space comes before every character of a key: "after" is left out, as is what is committed at `before`.
        ExpressionAttributeValues: {
          ':shard': outboxPartition(shard),
          ':from': after ? `${outboxSort(after)} ` : ' ',
          ':to': before,
        },
        Limit: limit,
      });
      const { Items = [] } = await client.send(command);
      return Items.map((item) => outboxEvent(eventOf(item)));
    },
    markSent: async (event) => {
      const command = new UpdateCommand({
        TableName: table,
        Key: eventKey(event.type, event.id, event.sequence),
        UpdateExpression: 'REMOVE outboxPk, outboxSk',
        ConditionExpression: 'attribute_exists(outboxPk)',
      });
      try {
        await client.send(command);
      } catch (error) {
        // Sent before, or gone after its retention: nothing is left to mark.
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },
  };
}
