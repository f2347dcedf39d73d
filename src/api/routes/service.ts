import * as z from 'zod';
import { publicRoute } from '../route.ts';

/** That the API answers, and which environment it is. */
export const healthAnswer = z.object({ status: z.literal('ok'), environment: z.string() });

export const getHealth = publicRoute({
  operationId: 'get-health',
  path: '/v1/health',
  tag: 'Service',
  summary: 'Whether the API answers',
  tier: 'informational',
  answer: {
    description: 'It does',
    schema: healthAnswer,
  },
});

export const getOpenapi = publicRoute({
  operationId: 'get-openapi',
  path: '/v1/openapi.json',
  tag: 'Service',
  summary: 'This document',
  tier: 'informational',
  answer: { description: 'OpenAPI 3.1', schema: z.looseObject({ openapi: z.string() }) },
});
