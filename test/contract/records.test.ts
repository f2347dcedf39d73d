import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { memoryRecords } from '#test/doubles/memory-records.ts';
import type { OpenRecords } from './open-records.ts';
import { recordsContract } from './records-suite.ts';
import { recordsIndexes, throwAwayTable } from './throw-away-tables.ts';

recordsContract('in memory', async (): Promise<OpenRecords> => {
  const records = memoryRecords();
  return {
    records,
    audit: async () => records.audit().map(({ action, target }) => `${action} ${target.type}#${target.id}`),
    close: async () => undefined,
  };
});

recordsContract('DynamoDB', async (): Promise<OpenRecords> => {
  const records = await throwAwayTable(recordsIndexes);
  const audit = await throwAwayTable();
  const { client, table } = records;
  return {
    records: dynamoRecords({ client, table, auditTable: audit.table }),
    audit: async () => {
      const { Items = [] } = await client.send(new ScanCommand({ TableName: audit.table }));
      return Items.map(({ action, target }) => `${action} ${target}`);
    },
    close: async () => {
      await Promise.all([records.remove(), audit.remove()]);
    },
  };
});
