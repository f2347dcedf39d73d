import { publicHandler } from '#adapters/lambda/api-public-handler.ts';
import { environmentVariable } from '#adapters/lambda/environment.ts';
import { apiOperation } from '#api/operation.ts';
import { getHealth } from '#api/routes/service.ts';
import { ok } from '#core/kernel/result.ts';

export const operation = apiOperation(getHealth, async () =>
  ok({ status: 'ok', environment: environmentVariable('CROSSDOCK_ENVIRONMENT') }),
);

export const handler = publicHandler(operation);
