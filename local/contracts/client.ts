import { readFileSync } from 'node:fs';
import { compile } from 'json-schema-to-typescript';
import type { Route } from '#api/route.ts';
import { type OperationId, routes } from '#api/routes.ts';
import { unitWords } from '#core/kernel/quantity-in-words.ts';
import { componentName } from './components.ts';
import { type JsonSchema, jsonSchema } from './json-schema.ts';
import { requestName, typeName } from './operation.ts';

const table = Object.entries(routes) as unknown as readonly (readonly [OperationId, Route])[];

/** The typed client: types of the contract, one method an operation, and the runtime below them; imports nothing. */
export async function clientSource(schemas: Readonly<Record<string, JsonSchema>>): Promise<string> {
  const runtime = readFileSync(new URL('./client-runtime.ts', import.meta.url), 'utf8');
  return [
    '// Generated from the route table by local/generate-contracts.ts: change the routes, not this file.',
    await typesOf(schemas),
    ...table.map(([id, route]) => inputType(id, route)),
    runtime
      .replace(/^import .*\n/gm, '')
      .replace('export async function send', 'async function send')
      .trim(),
    wordsOfUnits(),
    clientInterface(),
    clientFunction(),
    '',
  ].join('\n\n');
}

/** What people call the units that the contract names by code. */
const wordsOfUnits = (): string => {
  const entries = Object.entries(unitWords).map(
    ([unit, [one, several]]) => `  ${unit}: ['${one}', '${several}'],`,
  );
  return [
    '/** What people call one of a unit, and several. */',
    'export const unitWords: Readonly<Record<string, readonly [one: string, several: string]>> = {',
    ...entries,
    '};',
  ].join('\n');
};

async function typesOf(schemas: Readonly<Record<string, JsonSchema>>): Promise<string> {
  const titled = Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, { title: name, ...schema }]),
  );
  const references = Object.keys(schemas).map((name) => [name, { $ref: `#/components/schemas/${name}` }]);
  const root = {
    type: 'object',
    properties: Object.fromEntries(references),
    components: { schemas: titled },
  };
  const source = await compile(root as Parameters<typeof compile>[0], 'EveryType', {
    additionalProperties: false,
    bannerComment: '',
    ignoreMinAndMaxItems: true,
    style: { singleQuote: true, printWidth: 110 },
  });
  // What holds them together is of no use to anybody.
  return source.replace(/^export interface EveryType \{[^}]*\}\n/m, '').trim();
}

const methodName = (id: OperationId): string => {
  const name = typeName(id);
  return name.charAt(0).toLowerCase() + name.slice(1);
};

const inputName = (id: OperationId): string => `${typeName(id)}Input`;

interface Field {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
}

function fieldsOf(schema: JsonSchema): readonly Field[] {
  const required = new Set((schema.required ?? []) as readonly string[]);
  return Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>).map(([name, field]) => ({
    name,
    type: 'const' in field ? JSON.stringify(field.const).replaceAll('"', "'") : scalarType(field),
    optional: !required.has(name),
  }));
}

const scalarType = ({ type }: JsonSchema): string =>
  type === 'integer' || type === 'number' ? 'number' : 'string';

const pathFields = (route: Route): readonly Field[] => fieldsOf(jsonSchema(route.params, 'sent'));
const queryFields = (route: Route): readonly Field[] => fieldsOf(jsonSchema(route.query, 'sent'));

function inputType(id: OperationId, route: Route): string {
  const fields = [...pathFields(route), ...queryFields(route)];
  const lines = fields.map(
    ({ name, type, optional }) => `  readonly ${name}${optional ? '?' : ''}: ${type};`,
  );
  if (route.ifMatch)
    lines.push('  /** The etag of the state you decided on. */', '  readonly ifMatch: string;');
  if (route.write) lines.push(`  readonly body${bodyOptional(route) ? '?' : ''}: ${bodyType(id, route)};`);
  const base = route.write ? 'WriteOptions' : 'CallOptions';
  if (lines.length === 0) return `export type ${inputName(id)} = ${base};`;
  return `export interface ${inputName(id)} extends ${base} {\n${lines.join('\n')}\n}`;
}

/** Interchanges go as the bytes they are; a text goes as UTF-8. */
const bodyType = (id: OperationId, { accepts }: Route): string =>
  accepts === 'json' ? requestName(id) : 'string | Uint8Array<ArrayBuffer>';

const bodyOptional = (route: Route): boolean => route.body.safeParse({}).success;

const inputOptional = (route: Route): boolean =>
  pathFields(route).length === 0 &&
  queryFields(route).every(({ optional }) => optional) &&
  !route.ifMatch &&
  (!route.write || bodyOptional(route));

const answerName = (route: Route): string =>
  componentName(route.answer.schema) ?? 'Readonly<Record<string, unknown>>';

function clientInterface(): string {
  const methods = table.map(([id, route]) => {
    const deprecated =
      route.lifecycle.state === 'deprecated'
        ? `  /** @deprecated ${route.summary} */`
        : `  /** ${route.summary}. */`;
    const optional = inputOptional(route) ? '?' : '';
    return `${deprecated}\n  ${methodName(id)}(input${optional}: ${inputName(id)}): Promise<Answer<${answerName(route)}>>;`;
  });
  return `/** One method an operation. */\nexport interface CrossdockClient {\n${methods.join('\n')}\n}`;
}

function clientFunction(): string {
  const methods = table.map(([id, route]) => {
    const fallback = inputOptional(route) ? ' = {}' : '';
    return `    ${methodName(id)}: (input${fallback}) =>\n      send(options, ${callSource(route)}),`;
  });
  return [
    'export function crossdockClient(options: ClientOptions): CrossdockClient {',
    '  return {',
    ...methods,
    '  };',
    '}',
  ].join('\n');
}

function callSource(route: Route): string {
  // A placeholder of the route becomes one of the template: `{itemId}` → `${encodeURIComponent(input.itemId)}`.
  const path = route.path.replace(
    /\{(\w+)\}/g,
    (_all, name: string) => `\${encodeURIComponent(input.${name})}`,
  );
  const query = queryFields(route).map(({ name }) => `${name}: input.${name}`);
  const headers = ["'x-correlation-id': input.correlationId"];
  if (route.write) headers.push("'Idempotency-Key': input.idempotencyKey ?? crypto.randomUUID()");
  if (route.ifMatch) headers.push("'If-Match': input.ifMatch");
  const parts = [
    `method: '${route.method}'`,
    path === route.path ? `path: '${path}'` : `path: \`${path}\``,
    ...(query.length > 0 ? [`query: { ${query.join(', ')} }`] : []),
    ...(route.write ? [route.accepts === 'json' ? 'body: input.body' : 'bytes: input.body'] : []),
    `headers: { ${headers.join(', ')} }`,
  ];
  return `{\n${parts.map((part) => `        ${part},`).join('\n')}\n      }`;
}
