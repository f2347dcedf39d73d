import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { environmentVariable } from '#adapters/lambda/environment.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok } from '#core/kernel/result.ts';
import type { PostingStore, SystemLoads } from '#platform/posting/ports.ts';
import { idleLoad } from '#platform/posting/rules/system-load.ts';
import { documentClient } from './client.ts';
import {
  dueShards,
  dueSortOf,
  dueUntil,
  loadItem,
  loadKey,
  loadOf,
  postingItem,
  postingKey,
  postingOf,
} from './postings-layout.ts';
import { orUnavailable } from './retry.ts';

export interface DynamoPostingsOptions {
  readonly client?: DynamoDBDocumentClient;
  readonly table?: string;
}

interface Table {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
}

type Item = Record<string, unknown>;

const what = 'The postings table';

const tableOf = ({ client, table }: DynamoPostingsOptions): Table => ({
  client: client ?? documentClient(),
  table: table ?? environmentVariable('POSTINGS_TABLE'),
});

/** Postings in DynamoDB; the table is that of the environment unless another is named. */
export function dynamoPostings(options: DynamoPostingsOptions = {}): PostingStore {
  const table = tableOf(options);
  return {
    get: async (effectId) => {
      const item = await read(table, postingKey(effectId));
      return item && postingOf(item);
    },
    create: (posting) => put(table, postingItem(posting), 0),
    save: async (posting) => {
      const next = { ...posting, fence: posting.fence + 1 };
      if (await put(table, postingItem(next), posting.fence)) return ok(next);
      return fail(problem('posting-claimed-elsewhere', `Posting ${posting.effectId} was written since.`));
    },
    due: async (now, limit) => {
      const shards = dueShards.map((shard) =>
        query(table, {
          IndexName: 'due',
          KeyConditionExpression: 'dueShard = :shard AND dueAt <= :until',
          ExpressionAttributeValues: { ':shard': shard, ':until': dueUntil(now) },
          Limit: limit,
        }),
      );
      const items = (await Promise.all(shards)).flat();
      items.sort((a, b) => (dueSortOf(a) < dueSortOf(b) ? -1 : 1));
      return items.slice(0, limit).map(postingOf);
    },
    byDocument: async (documentId) => {
      const items = await query(table, {
        IndexName: 'byDocument',
        KeyConditionExpression: 'documentId = :document',
        ExpressionAttributeValues: { ':document': documentId },
        Limit: 1000,
      });
      return items.map(postingOf);
    },
  };
}

/** The loads of systems, beside their postings. */
export function dynamoSystemLoads(options: DynamoPostingsOptions = {}): SystemLoads {
  const table = tableOf(options);
  return {
    get: async (system) => {
      const item = await read(table, loadKey(system));
      return item ? loadOf(item) : idleLoad(system);
    },
    save: (load) => put(table, loadItem({ ...load, fence: load.fence + 1 }), load.fence),
  };
}

async function read({ client, table }: Table, key: Item): Promise<Item | undefined> {
  const command = new GetCommand({ TableName: table, Key: key, ConsistentRead: true });
  return (await orUnavailable(what, client.send(command))).Item;
}

/**
 * Write an item whose stored fence is as expected, 0 meaning that there is none. False when it is not. A write whose
 * answer is lost and that the client repeats is answered false too: its writer stops, and the lease runs out.
 */
async function put({ client, table }: Table, item: Item, fence: number): Promise<boolean> {
  const condition =
    fence === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'fence = :fence', ExpressionAttributeValues: { ':fence': fence } };
  try {
    await orUnavailable(what, client.send(new PutCommand({ TableName: table, Item: item, ...condition })));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

interface IndexQuery {
  readonly IndexName: string;
  readonly KeyConditionExpression: string;
  readonly ExpressionAttributeValues: Item;
  readonly Limit: number;
}

/** Up to `Limit` items, however many pages of 1 MB that takes. */
async function query({ client, table }: Table, input: IndexQuery): Promise<readonly Item[]> {
  const items: Item[] = [];
  let from: Item | undefined;
  do {
    const command = new QueryCommand({ TableName: table, ...input, ExclusiveStartKey: from });
    const page = await orUnavailable(what, client.send(command));
    items.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from && items.length < input.Limit);
  return items;
}
