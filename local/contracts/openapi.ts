import type { Route } from '#api/route.ts';
import { type OperationId, routes } from '#api/routes.ts';
import { scopes, tokenScope } from '#api/scopes.ts';
import { componentRegistry, componentUri } from './components.ts';
import { gatewayProblems } from './gateway-problems.ts';
import { type JsonSchema, jsonSchema, jsonSchemas } from './json-schema.ts';
import { failureResponses, operation, requestName } from './operation.ts';

const table = Object.entries(routes) as unknown as readonly (readonly [OperationId, Route])[];

/** The whole contract of the API as OpenAPI 3.1, from the schemas that the code runs on. */
export function openapi() {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Crossdock API',
      version: '1.0.0',
      summary: 'Forecasts in, purchase orders out: the integration backbone of a distributor.',
      description: introduction,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: 'https://api.crossdock.example', description: 'Each environment has its own.' }],
    tags: [...new Set(table.map(([, { tag }]) => tag))].map((name) => ({ name })),
    paths: paths(),
    components: {
      schemas: { ...jsonSchemas(componentRegistry, componentUri, 'read'), ...requestSchemas() },
      responses: failureResponses(table.map(([, route]) => route)),
      parameters,
      headers: { ...headers, ...(table.some(([, route]) => isDeprecated(route)) ? lifecycleHeaders : {}) },
      securitySchemes: securitySchemes(),
    },
    'x-crossdock-gateway-problems': gatewayProblems(),
  };
}

const introduction = [
  'Quantities and amounts are exact decimals as text; instants are UTC; dates have no time.',
  'Failures are RFC 9457 problems whose `code` never changes its meaning.',
  'A write needs an `Idempotency-Key`: same key and body, same answer; another body, 422; still running, 409.',
  'Answers may gain fields, and enums values: ignore what you do not know.',
].join('\n');

function paths(): Record<string, Record<string, unknown>> {
  const result: Record<string, Record<string, unknown>> = {};
  for (const [id, route] of table) {
    const item = result[route.path] ?? {};
    item[route.method.toLowerCase()] = operation(id, route);
    result[route.path] = item;
  }
  return result;
}

const requestSchemas = (): Record<string, JsonSchema> =>
  Object.fromEntries(
    table
      .filter(([, { write, accepts }]) => write && accepts === 'json')
      .map(([id, { body }]) => [requestName(id), jsonSchema(body, 'sent')]),
  );

const securitySchemes = () => ({
  clientCredentials: {
    type: 'oauth2',
    flows: {
      clientCredentials: {
        tokenUrl: 'https://sign-in.crossdock.example/oauth2/token',
        scopes: Object.fromEntries(
          Object.entries(scopes).map(([scope, allows]) => [tokenScope(scope as keyof typeof scopes), allows]),
        ),
      },
    },
  },
  apiKey: { type: 'apiKey', in: 'header', name: 'x-api-key' },
});

const correlationId = { type: 'string', pattern: '^[A-Za-z0-9._:-]{8,80}$' };

const parameters = {
  CorrelationId: {
    name: 'x-correlation-id',
    in: 'header',
    required: false,
    description:
      'Your own id for what this belongs to; without it, or with one that is not valid, we make one.',
    schema: correlationId,
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'A new one for a new intent, the same one for a retry. Remembered for 35 days.',
    schema: { type: 'string', pattern: '^[A-Za-z0-9._:-]{8,128}$' },
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'The ETag of the state you decided on.',
    schema: { type: 'string', pattern: '^"[1-9][0-9]{0,15}"$' },
  },
};

const headers = {
  CorrelationId: { description: 'Give it to us when you ask about this request.', schema: correlationId },
  ETag: { description: 'The version of the resource.', schema: { type: 'string' } },
  IdempotencyReplayed: {
    description: 'The answer of an earlier request with the same key.',
    schema: { type: 'string', enum: ['true'] },
  },
  RetryAfter: { description: 'Seconds to wait before a retry.', schema: { type: 'integer', minimum: 1 } },
};

const isDeprecated = ({ lifecycle }: Route): boolean => lifecycle.state === 'deprecated';

const lifecycleHeaders = {
  Deprecation: {
    description: 'Since when the operation is deprecated (RFC 9745).',
    schema: { type: 'string' },
  },
  Sunset: { description: 'When the operation ends (RFC 8594).', schema: { type: 'string' } },
};
