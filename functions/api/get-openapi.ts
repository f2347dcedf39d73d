import { publicHandler } from '#adapters/lambda/api-public-handler.ts';
import { apiOperation } from '#api/operation.ts';
import { getOpenapi } from '#api/routes/service.ts';
import document from '#contracts/openapi.json' with { type: 'json' };
import { ok } from '#core/kernel/result.ts';

export const operation = apiOperation(getOpenapi, async () => ok(document));

export const handler = publicHandler(operation);
