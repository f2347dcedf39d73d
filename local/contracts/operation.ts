import type * as z from 'zod';
import { examples } from '#api/examples.ts';
import { problemDetails } from '#api/problem-details.ts';
import { interchangeMediaTypes, problemsOf, type Route } from '#api/route.ts';
import type { OperationId } from '#api/routes.ts';
import { tokenScope } from '#api/scopes.ts';
import { entryOf, type ProblemCode } from '#core/kernel/problem.ts';
import { componentName, componentUri } from './components.ts';
import { type JsonSchema, jsonSchema } from './json-schema.ts';

/** One route as an OpenAPI operation. */
export function operation(id: OperationId, route: Route): Record<string, unknown> {
  const scope = route.scope === 'public' ? undefined : tokenScope(route.scope);
  return {
    operationId: id,
    tags: [route.tag],
    summary: route.summary,
    ...(route.description === undefined ? {} : { description: route.description }),
    ...(route.lifecycle.state === 'deprecated' ? { deprecated: true } : {}),
    security: scope === undefined ? [] : [{ clientCredentials: [scope], apiKey: [] }],
    parameters: [...fieldParameters(route), ...headerParameters(route)],
    ...(route.write ? { requestBody: requestBody(id, route) } : {}),
    responses: { [route.answer.status]: success(id, route), ...failures(route) },
    'x-crossdock-function': id,
    ...(scope === undefined ? {} : { 'x-crossdock-scope': scope }),
    'x-crossdock-tier': route.tier,
    ...(route.write ? { 'x-crossdock-maximum-body-bytes': route.maximumBodyBytes } : {}),
  };
}

function fieldParameters(route: Route): unknown[] {
  return [
    ...parametersOf('path', jsonSchema(route.params, 'sent')),
    ...parametersOf('query', jsonSchema(route.query, 'sent')),
  ];
}

function parametersOf(place: 'path' | 'query', schema: JsonSchema): unknown[] {
  const required = new Set((schema.required ?? []) as readonly string[]);
  return Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>).map(([name, field]) => ({
    name,
    in: place,
    required: required.has(name),
    schema: field,
  }));
}

const parameter = (name: string) => ({ $ref: `#/components/parameters/${name}` });

function headerParameters(route: Route): unknown[] {
  const names = ['CorrelationId'];
  if (route.write) names.push('IdempotencyKey');
  if (route.ifMatch) names.push('IfMatch');
  return names.map(parameter);
}

function requestBody(id: OperationId, route: Route): unknown {
  if (route.accepts === 'interchange') {
    const bytes = { schema: { type: 'string', format: 'binary' } };
    return {
      required: true,
      content: Object.fromEntries(interchangeMediaTypes.map((type) => [type, bytes])),
    };
  }
  return {
    // A body whose every field may be left out may be left out itself.
    required: !route.body.safeParse({}).success,
    content: {
      'application/json': { schema: { $ref: componentUri(requestName(id)) }, example: examples[id].body },
    },
  };
}

/** `approve-proposal` → `ApproveProposalRequest`. */
export const requestName = (id: OperationId): string => `${typeName(id)}Request`;

/** `approve-proposal` → `ApproveProposal`. */
export const typeName = (id: string): string =>
  id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

function success(id: OperationId, route: Route): unknown {
  const { description, etag } = route.answer;
  const headers = {
    'x-correlation-id': { $ref: '#/components/headers/CorrelationId' },
    ...(etag ? { ETag: { $ref: '#/components/headers/ETag' } } : {}),
    ...(route.write ? { 'idempotency-replayed': { $ref: '#/components/headers/IdempotencyReplayed' } } : {}),
    ...(route.lifecycle.state === 'deprecated'
      ? {
          Deprecation: { $ref: '#/components/headers/Deprecation' },
          Sunset: { $ref: '#/components/headers/Sunset' },
        }
      : {}),
  };
  const content = {
    'application/json': { schema: answerSchema(route.answer.schema), example: examples[id].answer },
  };
  return { description, headers, content };
}

function answerSchema(schema: z.ZodType): JsonSchema {
  const name = componentName(schema);
  return name === undefined ? jsonSchema(schema, 'read') : { $ref: componentUri(name) };
}

function failures(route: Route): Record<string, unknown> {
  const byStatus = Map.groupBy(problemsOf(route), (code) => entryOf(code).status);
  const sorted = [...byStatus].sort(([a], [b]) => a - b);
  return Object.fromEntries(
    sorted.map(([status, codes]) => [status, { $ref: `#/components/responses/${responseName(codes)}` }]),
  );
}

/** Every failed answer of some routes, by the name under which the operations refer to it. */
export function failureResponses(routes: readonly Route[]): Record<string, unknown> {
  const groups = routes.flatMap((route) => [
    ...Map.groupBy(problemsOf(route), (code) => entryOf(code).status).values(),
  ]);
  const named = groups.map((codes) => [responseName(codes), failure(codes)] as const);
  return Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const responseName = (codes: readonly ProblemCode[]): string => codes.map(typeName).join('.');

function failure(codes: readonly ProblemCode[]): unknown {
  return {
    description: codes.map((code) => `\`${code}\`: ${entryOf(code).title}`).join('; '),
    headers: {
      'x-correlation-id': { $ref: '#/components/headers/CorrelationId' },
      ...(codes.some((code) => entryOf(code).disposition === 'retryable')
        ? { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } }
        : {}),
    },
    content: {
      'application/problem+json': {
        schema: { $ref: componentUri('Problem') },
        examples: Object.fromEntries(codes.map((code) => [code, { value: exampleOf(code) }])),
      },
    },
    'x-crossdock-problems': codes,
  };
}

const exampleOf = (code: ProblemCode) =>
  problemDetails({ code, detail: entryOf(code).title }, 'cor-7f0c2a7e-2f6b-4f0e-9a57-0d2f2f1f3c11');
