import { dynamoReadModelTable } from '#adapters/dynamodb/read-model-table.ts';
import { memoryItemTable } from '#test/doubles/memory-item-table.ts';
import { readModelContract } from './read-model-suite.ts';
import { throwAwayTable } from './throw-away-tables.ts';

readModelContract('in memory', async () => ({ table: memoryItemTable(), close: async () => undefined }));

readModelContract('DynamoDB', async () => {
  const { client, table, remove } = await throwAwayTable();
  return { table: dynamoReadModelTable({ client, table }), close: remove };
});
