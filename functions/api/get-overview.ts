import { dynamoReadModelTable } from '#adapters/dynamodb/read-model-table.ts';
import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { dynamoSettings } from '#adapters/dynamodb/settings.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { apiOperation } from '#api/operation.ts';
import * as route from '#api/routes/measures.ts';
import { getOverview, type OverviewPorts } from '#business/measures/get-overview.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { ok } from '#core/kernel/result.ts';
import { figuresIn } from '#platform/read-model/figures.ts';

export const operation = (ports: OverviewPorts) =>
  apiOperation(route.getOverview, async ({ query }) => ok(await getOverview(ports, query)));

export const handler = apiHandler(
  operation({
    figures: figuresIn(dynamoReadModelTable()),
    records: dynamoRecords(),
    settings: dynamoSettings(),
    clock: systemClock,
  }),
);
