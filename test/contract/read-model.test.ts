import { describe, expect, it } from 'vitest';
import { dynamoEventsOfRecord } from '#adapters/dynamodb/read-model-events.ts';
import { dynamoReadModelTable } from '#adapters/dynamodb/read-model-table.ts';
import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { countingRules } from '#business/measures/counting-rules.ts';
import type { AnyChange } from '#core/kernel/records.ts';
import { unwrap } from '#core/kernel/result.ts';
import { figuresIn } from '#platform/read-model/figures.ts';
import { keepReadModel } from '#platform/read-model/keep-read-model.ts';
import { readModelIn } from '#platform/read-model/read-model.ts';
import { happenings } from '#test/builders/read-model-happenings.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { memoryItemTable } from '#test/doubles/memory-item-table.ts';
import { commitOf } from './open-records.ts';
import { readModelContract } from './read-model-suite.ts';
import { recordsIndexes, throwAwayTable } from './throw-away-tables.ts';

readModelContract('in memory', async () => ({ table: memoryItemTable(), close: async () => undefined }));

readModelContract('DynamoDB', async () => {
  const { client, table, remove } = await throwAwayTable();
  return { table: dynamoReadModelTable({ client, table }), close: remove };
});

describe('The read model kept in DynamoDB', () => {
  it('[E3] counts every event once when they come at the same moment, twice and out of order', async () => {
    const journal = await throwAwayTable(recordsIndexes);
    const model = await throwAwayTable();
    const clock = fixedClock();
    const records = dynamoRecords({ ...journal, auditTable: journal.table, clock });
    const ports = {
      records,
      events: dynamoEventsOfRecord(journal),
      readModel: readModelIn(dynamoReadModelTable(model)),
      rules: countingRules({}),
    };
    const commit = async (...changes: readonly AnyChange[]) => {
      unwrap(await records.commit(commitOf(...changes)));
      return [];
    };
    const [open, claim, resolve] = happenings.exception;
    for (const id of ['ex-1', 'ex-2', 'ex-3']) {
      for (const act of [open, claim, resolve, open]) await act({ records, clock, commit }, id);
    }
    const published = (
      await Promise.all(['ex-1', 'ex-2', 'ex-3'].map((id) => ports.events.between('exception', id, 1, 9)))
    ).flat();
    expect(published).toHaveLength(12);
    const deliveries = [...published, ...published].reverse();
    await Promise.all(deliveries.map(async (event) => unwrap(await keepReadModel(ports, event))));
    const figures = figuresIn(dynamoReadModelTable(model));
    const opened = { counted: 'exceptions-opened', dimension: 'all', value: 'all' } as const;
    const days = await figures.days(opened, '2000-01-01', '2100-01-01');
    expect(days.reduce((sum, { numerator }) => sum + numerator, 0)).toBe(6);
    const waiting = await figures.waiting('exceptions', '2000-01-01');
    expect(waiting.reduce((sum, { count }) => sum + count, 0)).toBe(3);
    await Promise.all([journal.remove(), model.remove()]);
  });
});
