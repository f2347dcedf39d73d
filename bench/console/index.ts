/**
 * How long a page of each list takes among 100,000 exceptions and a million documents, and what it reads: through the
 * real adapter, on a table that counts. The embedded cloud reads a whole table for every query (65 ms at 20,000
 * records, and in proportion beyond), so its times would be its own; those of DynamoDB follow from the reads.
 */
import { performance } from 'node:perf_hooks';
import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import {
  type AskedList,
  everyList,
  fillEveryList,
  recordsOf,
  type Sizes,
} from '#test/builders/every-list.ts';
import { CountingTable } from '#test/doubles/counting-table.ts';

const full: Sizes = { exceptions: 100_000, documents: 1_000_000, others: 10_000 };
const PAGE = 100;
const ROUNDS = 20;

const tell = (figure: string, value: number, unit: string): void => {
  process.stdout.write(
    `${JSON.stringify({ bench: 'console', figure, value: Number(value.toFixed(3)), unit })}\n`,
  );
};

interface Measured {
  readonly queries: number;
  readonly items: number;
  readonly milliseconds: readonly number[];
}

/** Pages one after the other, as somebody turns them; the most that one of them read. */
async function turnPages(table: CountingTable, { list, scope }: AskedList): Promise<Measured> {
  const records = dynamoRecords({ client: table.client, table: 'records' });
  const milliseconds: number[] = [];
  let [queries, items] = [0, 0];
  let cursor: string | undefined;
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = { ...table.reads };
    const started = performance.now();
    const page = await records.list(recordsOf[list], {
      ...{ list, scope, order: 'descending', limit: PAGE },
      ...(cursor && { cursor }),
    });
    milliseconds.push(performance.now() - started);
    queries = Math.max(queries, table.reads.queries - before.queries);
    items = Math.max(items, table.reads.items - before.items);
    cursor = page.cursor;
  }
  return { queries, items, milliseconds };
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor(share * (sorted.length - 1))] ?? 0;

export async function run(): Promise<void> {
  const table = new CountingTable();
  const started = performance.now();
  fillEveryList(table, full);
  process.stderr.write(`filled in ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
  const all: number[] = [];
  const most = { queries: 0, items: 0 };
  for (const asked of everyList) {
    const { queries, items, milliseconds } = await turnPages(table, asked);
    const sorted = [...milliseconds].sort((a, b) => a - b);
    const name = asked.scope === '' ? asked.list : `${asked.list} ${asked.scope}`;
    tell(`${name}: queries a page`, queries, 'queries');
    tell(`${name}: records read a page`, items, 'records');
    tell(`${name}: p95`, at(sorted, 0.95), 'ms');
    all.push(...milliseconds);
    most.queries = Math.max(most.queries, queries);
    most.items = Math.max(most.items, items);
  }
  const sorted = all.sort((a, b) => a - b);
  tell(`every list, page of ${PAGE}: most queries`, most.queries, 'queries');
  tell(`every list, page of ${PAGE}: most records read`, most.items, 'records');
  tell(`every list, page of ${PAGE}: p50`, at(sorted, 0.5), 'ms');
  tell(`every list, page of ${PAGE}: p99`, at(sorted, 0.99), 'ms');
  tell('anything but queries', table.reads.others, 'reads');
}
