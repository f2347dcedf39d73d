import { dynamoReadModelTable } from '#adapters/dynamodb/read-model-table.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { apiOperation } from '#api/operation.ts';
import * as route from '#api/routes/measures.ts';
import type { Finder } from '#business/measures/ports.ts';
import { searchRecords } from '#business/measures/search-records.ts';
import { ok } from '#core/kernel/result.ts';
import { figuresIn } from '#platform/read-model/figures.ts';

export const operation = (finder: Finder) =>
  apiOperation(route.search, async ({ query }) => ok(await searchRecords(finder, query)));

export const handler = apiHandler(operation(figuresIn(dynamoReadModelTable())));
