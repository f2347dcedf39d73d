import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { lists } from '#core/canonical/record-lists.ts';
import type { RecordType } from '#core/canonical/record-schemas.ts';
import type { ListQuery, Page, StoredRecord } from '#core/kernel/records.ts';
import { checkLimit, decodeCursor, encodeCursor } from '#platform/journal/cursor.ts';
import { mergeSorted } from '#platform/journal/merge-sorted.ts';
import { limits } from '#platform/journal/model.ts';
import { partitionsOf } from '#platform/journal/shards.ts';
import type { Table } from './read-records.ts';
import { type HeadItem, headOf, storedRecord } from './records-layout.ts';
import { orUnavailable } from './retry.ts';

interface Place<T extends RecordType> {
  readonly head: HeadItem<T>;
  readonly sort: string;
}

interface ShardQuery {
  readonly index: 'list1' | 'list2';
  readonly partition: string;
  readonly after: string | undefined;
  readonly descending: boolean;
  readonly pageSize: number;
}

/** One page of a list: its shards are read side by side and merged by their sort text. */
export async function listRecords<T extends RecordType>(
  table: Table,
  type: T,
  query: ListQuery,
): Promise<Page<StoredRecord<T>>> {
  checkLimit(query, limits.entriesPerPage);
  const after = decodeCursor(query);
  const descending = query.order === 'descending';
  const index = lists[query.list].place === 2 ? 'list2' : 'list1';
  const partitions = partitionsOf(query.list, query.scope ?? '');
  // An even share of each shard and a little more; a shard that holds more than that is asked again.
  const pageSize = Math.ceil(query.limit / partitions.length) + 5;
  const shards = partitions.map((partition) =>
    readShard<T>(table, { index, partition, after, descending, pageSize }),
  );
  const direction = descending ? -1 : 1;
  const page: Place<T>[] = [];
  for await (const place of mergeSorted(shards, (a, b) => (a.sort < b.sort ? -direction : direction))) {
    const last = page.at(-1);
    if (page.length === query.limit && last) {
      return { entries: page.map(({ head }) => storedRecord(head)), cursor: encodeCursor(query, last.sort) };
    }
    if (place.head.type !== type) throw new Error(`list ${query.list} holds ${place.head.type}, not ${type}`);
    page.push(place);
  }
  return { entries: page.map(({ head }) => storedRecord(head)) };
}

async function* readShard<T extends RecordType>(
  { client, table }: Table,
  { index, partition, after, descending, pageSize }: ShardQuery,
): AsyncGenerator<Place<T>> {
  let from: Record<string, unknown> | undefined;
  do {
    const beyond = descending ? '<' : '>';
    const command = new QueryCommand({
      TableName: table,
      IndexName: index,
      KeyConditionExpression: after === undefined ? '#pk = :pk' : `#pk = :pk AND #sk ${beyond} :after`,
      ExpressionAttributeNames: after === undefined ? { '#pk': `${index}Pk` } : namesOf(index),
      ExpressionAttributeValues: { ':pk': partition, ...(after === undefined ? {} : { ':after': after }) },
      ScanIndexForward: !descending,
      Limit: pageSize,
      ExclusiveStartKey: from,
    });
    const page = await orUnavailable('The records table', client.send(command));
    for (const item of page.Items ?? []) {
      const head = headOf<T>(item);
      yield { head, sort: head[`${index}Sk`] ?? '' };
    }
    from = page.LastEvaluatedKey;
  } while (from);
}

const namesOf = (index: 'list1' | 'list2') => ({ '#pk': `${index}Pk`, '#sk': `${index}Sk` });
