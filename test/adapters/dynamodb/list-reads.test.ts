import { describe, expect, it } from 'vitest';
import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { lists } from '#core/canonical/record-lists.ts';
import { everyList, fillEveryList, recordsOf, type Sizes } from '#test/builders/every-list.ts';
import { CountingTable } from '#test/doubles/counting-table.ts';

const few: Sizes = { exceptions: 2800, documents: 1000, others: 200 };
const many: Sizes = { exceptions: 14_000, documents: 20_000, others: 2000 };
const limit = 50;

const tableOf = (sizes: Sizes) => {
  const table = new CountingTable();
  fillEveryList(table, sizes);
  return { table, records: dynamoRecords({ client: table.client, table: 'records' }) };
};

describe('reading lists', () => {
  const small = tableOf(few);
  const large = tableOf(many);

  it.each(
    everyList.flatMap((asked) =>
      (['ascending', 'descending'] as const).map((order) => ({ ...asked, order })),
    ),
  )(
    '[O2] a page of $list in "$scope", $order, is one bounded query a shard, however many there are',
    async ({ list, scope, order }) => {
      const { shards } = lists[list];
      const share = Math.ceil(limit / shards) + 5;
      for (const { table, records } of [small, large]) {
        let cursor: string | undefined;
        const seen: string[] = [];
        for (let page = 0; page < 3; page += 1) {
          const before = { ...table.reads };
          const read = await records.list(recordsOf[list], {
            list,
            scope,
            order,
            limit,
            ...(cursor && { cursor }),
          });
          // A shard that has more of a page than its share is asked once more.
          expect(table.reads.queries - before.queries).toBeLessThanOrEqual(2 * shards);
          expect(table.reads.items - before.items).toBeLessThanOrEqual(limit + shards * share);
          expect(read.entries).toHaveLength(limit);
          seen.push(...read.entries.map(({ id }) => id));
          cursor = read.cursor;
        }
        expect(new Set(seen).size).toBe(3 * limit);
        expect(table.reads.others).toBe(0);
      }
    },
  );
});
