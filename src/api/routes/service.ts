import * as z from 'zod';
import { readRoute } from '../route.ts';

export const getHealth = readRoute({
  operationId: 'get-health',
  path: '/v1/health',
  tag: 'Service',
  summary: 'Whether the API answers',
  scope: 'public',
  tier: 'informational',
  answer: {
    description: 'It does',
    schema: z.object({ status: z.literal('ok'), environment: z.string() }),
  },
});

export const getOpenapi = readRoute({
  operationId: 'get-openapi',
  path: '/v1/openapi.json',
  tag: 'Service',
  summary: 'This document',
  scope: 'public',
  tier: 'informational',
  answer: { description: 'OpenAPI 3.1', schema: z.looseObject({ openapi: z.string() }) },
});
