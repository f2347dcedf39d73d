/** The part of the generated OpenAPI document that infrastructure is made from. */
import { readFileSync } from 'node:fs';

export interface Operation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  /** The part of the contract it stands in. */
  readonly tag: string;
  /** `crossdock/items.read`; absent where no token is needed. */
  readonly scope: string | undefined;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>;
  readonly components: {
    readonly securitySchemes: {
      readonly clientCredentials: {
        readonly flows: { readonly clientCredentials: { readonly scopes: Readonly<Record<string, string>> } };
      };
    };
  };
  readonly 'x-crossdock-gateway-problems': Readonly<Record<string, GatewayProblem>>;
}

/** What the gateway answers by itself, in the shape of every other problem: `UNAUTHORIZED` and so on. */
export interface GatewayProblem {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface RawOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly [string];
  readonly 'x-crossdock-function': string;
  readonly 'x-crossdock-scope'?: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
}

const document = JSON.parse(
  readFileSync(new URL('../../contracts/openapi.json', import.meta.url), 'utf8'),
) as Document;

/** Every operation, in the order of the document. */
export const operations: readonly Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(([method]) => ['get', 'post', 'put', 'patch', 'delete'].includes(method))
    .map(([method, operation]) => ({
      operationId: operation['x-crossdock-function'],
      method,
      path,
      summary: operation.summary,
      tag: operation.tags[0],
      scope: operation['x-crossdock-scope'],
    })),
);

/** Bodies that are handed on as the bytes they are: every media type of a request that is not JSON. */
export const binaryMediaTypes: readonly string[] = [
  ...new Set(
    Object.values(document.paths)
      .flatMap((methods) => Object.values(methods))
      .flatMap(({ requestBody }) => Object.keys(requestBody?.content ?? {}))
      .filter((type) => type !== 'application/json'),
  ),
];

/** Scope → what it allows, with the resource server's name in front of the scope. */
export const scopes: Readonly<Record<string, string>> =
  document.components.securitySchemes.clientCredentials.flows.clientCredentials.scopes;

/** By API Gateway's response type. */
export const gatewayProblems: Readonly<Record<string, GatewayProblem>> =
  document['x-crossdock-gateway-problems'];
