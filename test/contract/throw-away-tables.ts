import { randomUUID } from 'node:crypto';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DeleteTableCommand,
  DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { embeddedCloud } from './embedded-cloud.ts';

export interface ThrowAwayTable {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  readonly remove: () => Promise<void>;
}

interface Index {
  readonly name: string;
  readonly pk: string;
  readonly sk: string;
}

/** The indexes of the `Records` table, as docs/access-patterns.md names them. */
export const recordsIndexes: readonly Index[] = [
  { name: 'list1', pk: 'list1Pk', sk: 'list1Sk' },
  { name: 'list2', pk: 'list2Pk', sk: 'list2Sk' },
  { name: 'outbox', pk: 'outboxPk', sk: 'outboxSk' },
];

/** A table of its own with the key schema of the deployed one, so that a contract test depends on no stack. */
export async function throwAwayTable(indexes: readonly Index[] = []): Promise<ThrowAwayTable> {
  const { endpoint, region, credentials } = embeddedCloud();
  const client = new DynamoDBClient({ endpoint, region, credentials });
  const table = `contract-${randomUUID()}`;
  const keys = [...new Set(['pk', 'sk', ...indexes.flatMap(({ pk, sk }) => [pk, sk])])];
  const input: CreateTableCommandInput = {
    TableName: table,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: keySchema('pk', 'sk'),
    AttributeDefinitions: keys.map((name) => ({ AttributeName: name, AttributeType: 'S' as const })),
    ...(indexes.length === 0
      ? {}
      : {
          GlobalSecondaryIndexes: indexes.map(({ name, pk, sk }) => ({
            IndexName: name,
            KeySchema: keySchema(pk, sk),
            Projection: { ProjectionType: 'ALL' as const },
          })),
        }),
  };
  await client.send(new CreateTableCommand(input));
  return {
    client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    table,
    remove: async () => {
      await client.send(new DeleteTableCommand({ TableName: table }));
      client.destroy();
    },
  };
}

const keySchema = (pk: string, sk: string) => [
  { AttributeName: pk, KeyType: 'HASH' as const },
  { AttributeName: sk, KeyType: 'RANGE' as const },
];
