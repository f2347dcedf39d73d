import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { environmentVariable } from '#adapters/lambda/environment.ts';
import type { EventEnvelope } from '#events/envelope.ts';
import type { EventsOfRecord } from '#platform/read-model/ports.ts';
import { documentClient } from './client.ts';
import { eventKey, eventOf } from './records-layout.ts';
import { orUnavailable } from './retry.ts';

/** The events of a record in the journal, by their sequence; the table is that of the environment unless named. */
export function dynamoEventsOfRecord(
  options: { readonly client?: DynamoDBDocumentClient; readonly table?: string } = {},
): EventsOfRecord {
  const client = options.client ?? documentClient();
  const table = options.table ?? environmentVariable('RECORDS_TABLE');
  return {
    between: async (type, id, from, to) => {
      const envelopes: EventEnvelope[] = [];
      const { pk, sk: first } = eventKey(type, id, from);
      const { sk: last } = eventKey(type, id, to);
      let start: Record<string, unknown> | undefined;
      do {
        const command: QueryCommand = new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
          ExpressionAttributeValues: { ':pk': pk, ':first': first, ':last': last },
          ConsistentRead: true,
          ExclusiveStartKey: start,
        });
        const page = await orUnavailable('The records table', client.send(command));
        envelopes.push(...(page.Items ?? []).map((item) => eventOf(item).envelope));
        start = page.LastEvaluatedKey;
      } while (start);
      return envelopes;
    },
  };
}
