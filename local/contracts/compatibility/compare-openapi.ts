import type { JsonSchema } from '../json-schema.ts';
import { compareSchemas } from './compare-schemas.ts';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: JsonSchema;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: JsonSchema }>>;
}

interface Operation {
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: Content & { readonly required?: boolean };
  readonly responses: Readonly<Record<string, Content>>;
  readonly deprecated?: boolean;
  readonly 'x-crossdock-scope'?: string;
  readonly 'x-crossdock-maximum-body-bytes'?: number;
}

export interface OpenApi {
  readonly info: { readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly parameters: Readonly<Record<string, Parameter>> };
}

/** The breaking changes from one contract to the next; none count when its major version is a new one. */
export function compareOpenapi(before: OpenApi, after: OpenApi): readonly string[] {
  if (majorOf(after) > majorOf(before)) return [];
  return Object.entries(before.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, old]) => {
      const now = after.paths[path]?.[method];
      const at = `${method.toUpperCase()} ${path}`;
      // Whoever was told that it ends may find it ended.
      if (!now) return old.deprecated ? [] : [`${at}: the operation is gone`];
      return compareOperations({ operation: old, document: before }, { operation: now, document: after }, at);
    }),
  );
}

const majorOf = ({ info }: OpenApi): number => Number(info.version.split('.')[0]);

interface Side {
  readonly operation: Operation;
  readonly document: OpenApi;
}

function compareOperations(before: Side, after: Side, at: string): readonly string[] {
  const changes: string[] = [];
  const [old, now] = [before.operation, after.operation];
  if (now['x-crossdock-scope'] !== undefined && now['x-crossdock-scope'] !== old['x-crossdock-scope']) {
    changes.push(`${at}: it needs the scope ${now['x-crossdock-scope']} now`);
  }
  const bytes = 'x-crossdock-maximum-body-bytes';
  if ((now[bytes] ?? Number.POSITIVE_INFINITY) < (old[bytes] ?? Number.POSITIVE_INFINITY)) {
    changes.push(`${at}: bodies of more than ${now[bytes]} bytes are no longer accepted`);
  }
  return [
    ...changes,
    ...compareParameters(before, after, at),
    ...compareBodies(before, after, at),
    ...compareAnswers(before, after, at),
  ];
}

function compareParameters(before: Side, after: Side, at: string): readonly string[] {
  const old = parametersOf(before);
  const now = parametersOf(after);
  const changes: string[] = [];
  for (const [key, parameter] of now) {
    if (parameter.required && !old.get(key)?.required) changes.push(`${at} ${key}: it must be given now`);
  }
  for (const [key, parameter] of old) {
    const kept = now.get(key);
    if (!kept) changes.push(`${at} ${key}: the parameter is gone`);
    else changes.push(...compare(before, after, parameter.schema, kept.schema, 'sent', `${at} ${key}`));
  }
  return changes;
}

function parametersOf({ operation, document }: Side): ReadonlyMap<string, Parameter> {
  const all = (operation.parameters ?? []).map((parameter) =>
    '$ref' in parameter ? document.components.parameters[parameter.$ref.split('/').at(-1) ?? ''] : parameter,
  );
  return new Map(
    all.flatMap((parameter) => (parameter ? [[`${parameter.in}/${parameter.name}`, parameter]] : [])),
  );
}

function compareBodies(before: Side, after: Side, at: string): readonly string[] {
  const old = before.operation.requestBody;
  const now = after.operation.requestBody;
  const [was, is] = [jsonOf(old), jsonOf(now)];
  return [
    ...(now?.required && !old?.required ? [`${at}: a body must be sent now`] : []),
    ...(was && is ? compare(before, after, was, is, 'sent', `${at} body`) : []),
    ...(was && !is ? [`${at}: a body is no longer accepted`] : []),
  ];
}

function compareAnswers(before: Side, after: Side, at: string): readonly string[] {
  return Object.entries(before.operation.responses)
    .filter(([status]) => status.startsWith('2'))
    .flatMap(([status, old]) => {
      const now = after.operation.responses[status];
      if (!now) return [`${at}: it no longer answers ${status}`];
      const [was, is] = [jsonOf(old), jsonOf(now)];
      return was && is ? compare(before, after, was, is, 'read', `${at} ${status}`) : [];
    });
}

const jsonOf = (content: Content | undefined): JsonSchema | undefined =>
  content?.content?.['application/json']?.schema;

const compare = (
  { document: old }: Side,
  { document: now }: Side,
  was: JsonSchema,
  is: JsonSchema,
  direction: 'sent' | 'read',
  at: string,
): readonly string[] =>
  compareSchemas({ schema: was, root: { ...old } }, { schema: is, root: { ...now } }, direction, at);
