import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import * as resources from '../resources/replenishment-run.ts';
import { pageQuery } from '../resources/resource.ts';
import { readRoute } from '../route.ts';

const tag = 'Replenishment';

export const listReplenishmentRuns = readRoute({
  operationId: 'list-replenishment-runs',
  path: '/v1/replenishment-runs',
  tag,
  summary: 'List replenishment runs, newest first',
  scope: 'replenishment-runs.read',
  query: z.strictObject(pageQuery),
  answer: { description: 'A page of runs', schema: resources.runPage },
});

export const getReplenishmentRun = readRoute({
  operationId: 'get-replenishment-run',
  path: '/v1/replenishment-runs/{runId}',
  tag,
  summary: 'Get one replenishment run with its approval groups',
  scope: 'replenishment-runs.read',
  params: z.strictObject({ runId: idSchema }),
  answer: { description: 'The run', schema: resources.runWithGroups, etag: true },
});
