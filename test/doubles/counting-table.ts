/**
 * The lists of the records table as DynamoDB answers them, for sizes that the embedded cloud does not carry: it reads a
 * whole table for each query. Entries are their sort texts alone; a record is made when it is read. Counts every read.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type ListName, lists } from '#core/canonical/record-lists.ts';
import type { RecordType } from '#core/canonical/record-schemas.ts';
import { partitionsOf, shardOf } from '#platform/journal/shards.ts';

export interface Reads {
  /** Queries sent, the items they read, and anything else that was sent. */
  queries: number;
  items: number;
  others: number;
}

interface Partition {
  readonly type: RecordType;
  readonly sorts: string[];
}

export class CountingTable {
  readonly reads: Reads = { queries: 0, items: 0, others: 0 };
  readonly client: DynamoDBDocumentClient;
  private readonly partitions = new Map<string, Partition>();

  constructor() {
    this.client = DynamoDBDocumentClient.from(
      new DynamoDBClient({ region: 'local', credentials: { accessKeyId: 'none', secretAccessKey: 'none' } }),
    );
    const answer = (command: unknown) => this.answer(command);
    Object.defineProperty(this.client, 'send', { value: async (command: unknown) => answer(command) });
  }

  /** So many records in one scope of a list, their sort texts in the order of `sortOf`. */
  fill(
    list: ListName,
    scope: string,
    type: RecordType,
    { count, sortOf }: { readonly count: number; readonly sortOf: (n: number) => string },
  ): void {
    const keys = partitionsOf(list, scope);
    const shards = keys.map((): string[] => []);
    for (let n = 0; n < count; n += 1) {
      const id = `${type}-${n}`;
      shards[shardOf(id, lists[list].shards)]?.push(`${sortOf(n)}#${id}`);
    }
    for (const [shard, sorts] of shards.entries()) {
      this.partitions.set(keys[shard] ?? '', { type, sorts: sorts.sort() });
    }
  }

  private answer(command: unknown) {
    if (!(command instanceof QueryCommand)) {
      this.reads.others += 1;
      throw new Error('a list was not read by a query');
    }
    const { ExpressionAttributeValues: values = {}, ScanIndexForward: ascending, Limit = 0 } = command.input;
    const { input } = command;
    const { type, sorts } = this.partitions.get(String(values[':pk'])) ?? { type: 'item', sorts: [] };
    const after = input.ExclusiveStartKey ? String(input.ExclusiveStartKey.sort) : values[':after'];
    const from = after === undefined ? undefined : String(after);
    const read = ascending === false ? before(sorts, from, Limit) : behind(sorts, from, Limit);
    this.reads.queries += 1;
    this.reads.items += read.length;
    const last = read.at(-1);
    const isEnd = last === undefined || last === (ascending === false ? sorts[0] : sorts.at(-1));
    return {
      Items: read.map((sort) => headOf(type, sort, input.IndexName ?? '')),
      ...(isEnd ? {} : { LastEvaluatedKey: { sort: last } }),
    };
  }
}

/** A record with the least that reading a list looks at. */
const headOf = (type: RecordType, sort: string, index: string) => ({
  type,
  id: sort.slice(sort.lastIndexOf('#') + 1),
  version: 1,
  body: { id: sort.slice(sort.lastIndexOf('#') + 1) },
  correlationId: 'cor-bench-1',
  updatedAt: '2026-11-20T08:00:00.000Z',
  [`${index}Sk`]: sort,
});

/** Where a text is, or would be, among sorted texts. */
function placeOf(sorts: readonly string[], text: string): number {
  let [low, high] = [0, sorts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorts[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

function behind(sorts: readonly string[], after: string | undefined, limit: number): readonly string[] {
  const from = after === undefined ? 0 : placeOf(sorts, after);
  return sorts.slice(
    sorts[from] === after ? from + 1 : from,
    limit + (sorts[from] === after ? from + 1 : from),
  );
}

function before(sorts: readonly string[], after: string | undefined, limit: number): readonly string[] {
  const to = after === undefined ? sorts.length : placeOf(sorts, after);
  return sorts.slice(Math.max(0, to - limit), to).reverse();
}
