import { dynamoReadModelTable } from '#adapters/dynamodb/read-model-table.ts';
import { dynamoSettings } from '#adapters/dynamodb/settings.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { apiOperation } from '#api/operation.ts';
import * as route from '#api/routes/measures.ts';
import { getMeasure } from '#business/measures/get-measure.ts';
import type { OverviewPorts } from '#business/measures/get-overview.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { figuresIn } from '#platform/read-model/figures.ts';

export const operation = (ports: Pick<OverviewPorts, 'figures' | 'settings' | 'clock'>) =>
  apiOperation(route.getMeasure, ({ params, query }) => getMeasure(ports, { ...params, ...query }));

export const handler = apiHandler(
  operation({
    figures: figuresIn(dynamoReadModelTable()),
    settings: dynamoSettings(),
    clock: systemClock,
  }),
);
