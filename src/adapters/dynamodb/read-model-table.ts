import { randomUUID } from 'node:crypto';
import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { environmentVariable } from '#adapters/lambda/environment.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import {
  type Item,
  type ItemKey,
  type ItemTable,
  type ItemWrite,
  type RangeQuery,
  tableLimits,
} from '#platform/read-model/item-table.ts';
import { documentClient } from './client.ts';
import { backOff, isPassing, orUnavailable, unavailable } from './retry.ts';

const what = 'The read model';
/** How often a transaction that met another one, or a throttle, is sent again. */
const attempts = 8;

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** The read model's table in DynamoDB; that of the environment unless another is named. */
export function dynamoReadModelTable(
  options: { readonly client?: DynamoDBDocumentClient; readonly table?: string } = {},
): ItemTable {
  const client = options.client ?? documentClient();
  const table = options.table ?? environmentVariable('READ_MODEL_TABLE');
  return {
    get: async (key) => {
      const command = new GetCommand({ TableName: table, Key: key, ConsistentRead: true });
      const { Item: found } = await orUnavailable(what, client.send(command));
      return found && itemOf(found);
    },
    query: (query) => readRange(client, table, query),
    write: (writes) => writeAll(client, table, writes),
    removeZero: async (key) => removeZero(client, table, key),
  };
}

/** Everything in the table has both keys: it is its key schema. */
const itemOf = (found: Readonly<Record<string, unknown>>): Item => found as Item;

async function readRange(
  client: DynamoDBDocumentClient,
  table: string,
  { pk, between, limit }: RangeQuery,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const command: QueryCommand = new QueryCommand({
      TableName: table,
      KeyConditionExpression: between ? 'pk = :pk AND sk BETWEEN :from AND :to' : 'pk = :pk',
      ExpressionAttributeValues: {
        ':pk': pk,
        ...(between && { ':from': between[0], ':to': between[1] }),
      },
      Limit: limit - items.length,
      ExclusiveStartKey: from,
    });
    const page = await orUnavailable(what, client.send(command));
    items.push(...(page.Items ?? []).map(itemOf));
    from = page.LastEvaluatedKey;
  } while (from && items.length < limit);
  return items;
}

/** The request token stays the same over all attempts: one whose answer was lost is not done twice. */
async function writeAll(
  client: DynamoDBDocumentClient,
  table: string,
  writes: readonly ItemWrite[],
): Promise<Result<void>> {
  if (writes.length > tableLimits.writesPerTransaction)
    throw new Error(`a step of ${writes.length} items is more than a transaction takes`);
  const command = new TransactWriteCommand({
    ClientRequestToken: randomUUID(),
    TransactItems: writes.map((write) => transactItem(table, write)),
  });
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (attempt > 0) await backOff(attempt);
    try {
      await client.send(command);
      return ok(undefined);
    } catch (error) {
      if (isChanged(error)) {
        return fail(problem('record-changed', 'The read model was kept by another at the same moment.'));
      }
      if (!mayPass(error)) throw error;
    }
  }
  return fail(unavailable(what));
}

function transactItem(table: string, write: ItemWrite): TransactItem {
  if (write.kind === 'put') return { Put: { TableName: table, Item: write.item } };
  if (write.kind === 'add') return { Update: { TableName: table, ...additionOf(write) } };
  const { item, expect } = write;
  if (!expect) {
    return { Put: { TableName: table, Item: item, ConditionExpression: 'attribute_not_exists(pk)' } };
  }
  const names = Object.keys(expect);
  return {
    Put: {
      TableName: table,
      Item: item,
      ConditionExpression: names.map((_, n) => `#c${n} = :c${n}`).join(' AND '),
      ExpressionAttributeNames: Object.fromEntries(names.map((name, n) => [`#c${n}`, name])),
      ExpressionAttributeValues: Object.fromEntries(names.map((name, n) => [`:c${n}`, expect[name]])),
    },
  };
}

function additionOf({ key, numbers, expiresAt }: Extract<ItemWrite, { kind: 'add' }>) {
  const entries = Object.entries(numbers);
  const add = `ADD ${entries.map((_, n) => `#a${n} :a${n}`).join(', ')}`;
  return {
    Key: { ...key },
    UpdateExpression: expiresAt === undefined ? add : `${add} SET expiresAt = :expires`,
    ExpressionAttributeNames: Object.fromEntries(entries.map(([name], n) => [`#a${n}`, name])),
    ExpressionAttributeValues: {
      ...Object.fromEntries(entries.map(([, number], n) => [`:a${n}`, number])),
      ...(expiresAt === undefined ? {} : { ':expires': expiresAt }),
    },
  };
}

const codesOf = (error: unknown): readonly string[] =>
  error instanceof TransactionCanceledException
    ? (error.CancellationReasons ?? []).map(({ Code = 'None' }) => Code).filter((code) => code !== 'None')
    : [];

const isChanged = (error: unknown): boolean => codesOf(error).includes('ConditionalCheckFailed');

/** Transactions of two events meet at the same figure: one of them is sent again. */
function mayPass(error: unknown): boolean {
  const codes = codesOf(error);
  const passing = ['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'];
  return codes.length > 0 ? codes.every((code) => passing.includes(code)) : isPassing(error);
}

/** Whether it is gone matters to nobody but the reader, who skips it: another moment will do. */
async function removeZero(client: DynamoDBDocumentClient, table: string, key: ItemKey): Promise<void> {
  try {
    await client.send(
      new DeleteCommand({
        TableName: table,
        Key: { ...key },
        ConditionExpression: 'n = :zero',
        ExpressionAttributeValues: { ':zero': 0 },
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException) && !isPassing(error)) throw error;
  }
}
