import {
  BatchGetCommand,
  type BatchGetCommandInput,
  type BatchGetCommandOutput,
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import type { RecordType } from '#core/canonical/record-schemas.ts';
import type { Identifier } from '#core/kernel/identifiers.ts';
import { ProblemError } from '#core/kernel/problem.ts';
import type { HistoryEntry } from '#core/kernel/records.ts';
import { historyEntry } from '#platform/journal/history.ts';
import { recordKey } from '#platform/journal/model.ts';
import { aliasTableKey, eventOf, eventPrefix, type HeadItem, headKey, headOf } from './records-layout.ts';
import { backOff, orUnavailable, unavailable } from './retry.ts';

export interface Table {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
}

/** What DynamoDB takes in one BatchGetItem. */
const keysPerBatch = 100;
/** How often keys that DynamoDB left unprocessed are asked for again. */
const attempts = 7;
const what = 'The records table';

export async function readHead<T extends RecordType>(
  { client, table }: Table,
  type: T,
  id: string,
): Promise<HeadItem<T> | undefined> {
  const command = new GetCommand({ TableName: table, Key: headKey(type, id), ConsistentRead: true });
  const { Item } = await orUnavailable(what, client.send(command));
  return Item && headOf(Item);
}

/** The heads under these keys, each once, in no order; up to four batches at a time. */
export async function readHeads<T extends RecordType>(
  table: Table,
  keys: readonly { readonly type: T; readonly id: string }[],
): Promise<readonly HeadItem<T>[]> {
  const distinct = new Map(keys.map(({ type, id }) => [recordKey(type, id), headKey(type, id)]));
  const all = [...distinct.values()];
  const heads: HeadItem<T>[] = [];
  for (let at = 0; at < all.length; at += 4 * keysPerBatch) {
    const batches = [0, 1, 2, 3].map((n) => all.slice(at + n * keysPerBatch, at + (n + 1) * keysPerBatch));
    const answers = await Promise.all(batches.map((batch) => readBatch<T>(table, batch)));
    heads.push(...answers.flat());
  }
  return heads;
}

/** DynamoDB may leave keys of a batch out when it has too much to do: those are asked for again, more slowly. */
async function readBatch<T extends RecordType>(
  { client, table }: Table,
  keys: readonly { readonly pk: string; readonly sk: string }[],
): Promise<readonly HeadItem<T>[]> {
  const found: HeadItem<T>[] = [];
  let pending: BatchGetCommandInput['RequestItems'] =
    keys.length > 0 ? { [table]: { Keys: [...keys], ConsistentRead: true } } : {};
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (!pending?.[table]) return found;
    if (attempt > 0) await backOff(attempt);
    const command = new BatchGetCommand({ RequestItems: pending });
    const answer: BatchGetCommandOutput = await orUnavailable(what, client.send(command));
    found.push(...(answer.Responses?.[table] ?? []).map((item) => headOf<T>(item)));
    pending = answer.UnprocessedKeys;
  }
  if (!pending?.[table]) return found;
  throw new ProblemError(unavailable(what));
}

/** The id an outside identifier leads to. */
export async function readAlias(
  { client, table }: Table,
  type: RecordType,
  identifier: Identifier,
): Promise<string | undefined> {
  const Key = aliasTableKey(type, identifier);
  const { Item } = await orUnavailable(
    what,
    client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true })),
  );
  return typeof Item?.id === 'string' ? Item.id : undefined;
}

/** The newest events of a record, newest first. */
export async function readHistory(
  { client, table }: Table,
  type: RecordType,
  id: string,
  limit: number,
): Promise<readonly HistoryEntry[]> {
  const entries: HistoryEntry[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const command = new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :events)',
      ExpressionAttributeValues: { ':pk': recordKey(type, id), ':events': eventPrefix },
      ScanIndexForward: false,
      ConsistentRead: true,
      Limit: limit - entries.length,
      ExclusiveStartKey: from,
    });
    const page = await orUnavailable(what, client.send(command));
    entries.push(...(page.Items ?? []).map((item) => historyEntry(eventOf(item).envelope)));
    from = page.LastEvaluatedKey;
  } while (from && entries.length < limit);
  return entries;
}
