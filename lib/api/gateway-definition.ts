import { binaryMediaTypes, type Operation } from './contract.ts';

export interface GatewayOptions {
  readonly title: string;
  /** The pools whose tokens are let in: of machine clients and of people. */
  readonly userPoolArns: readonly string[];
  /** The ARN API Gateway calls a function under, by operation. */
  readonly integrationOf: (operation: Operation) => string;
}

/**
 * The OpenAPI 3.0 flavour that API Gateway imports: paths, security and integrations. Schemas stay out of it:
 * requests are validated by the code that knows them, and API Gateway does not read OpenAPI 3.1.
 */
export function gatewayDefinition(operations: readonly Operation[], options: GatewayOptions): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of operations) {
    paths[operation.path] ??= {};
    Object.assign(paths[operation.path] ?? {}, { [operation.method]: gatewayOperation(operation, options) });
  }
  return {
    openapi: '3.0.1',
    info: { title: options.title, version: 'v1' },
    paths,
    components: {
      securitySchemes: {
        consumer: {
          type: 'apiKey',
          name: 'Authorization',
          in: 'header',
          'x-amazon-apigateway-authtype': 'cognito_user_pools',
          'x-amazon-apigateway-authorizer': {
            type: 'cognito_user_pools',
            providerARNs: options.userPoolArns,
          },
        },
        apiKey: { type: 'apiKey', name: 'x-api-key', in: 'header' },
      },
    },
    'x-amazon-apigateway-api-key-source': 'HEADER',
    'x-amazon-apigateway-binary-media-types': binaryMediaTypes,
  };
}

const gatewayOperation = (operation: Operation, { integrationOf }: GatewayOptions): object => ({
  operationId: operation.operationId,
  summary: operation.summary,
  parameters: [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  })),
  responses: { default: { description: 'See the contract.' } },
  security: operation.scope ? [{ consumer: scopesFor(operation.path, operation.scope), apiKey: [] }] : [],
  'x-amazon-apigateway-integration': {
    type: 'aws_proxy',
    httpMethod: 'POST',
    passthroughBehavior: 'when_no_match',
    uri: integrationOf(operation),
  },
});

/** The scope of people who sign in: what they may in the end is decided by their roles, in the function. */
const consoleScope = 'crossdock/console';

/** A machine client comes with the operation's own scope, a person with the one of people: either will do. */
const scopesFor = (path: string, scope: string): readonly string[] =>
  path.startsWith('/v1/supplier/') ? [scope] : [scope, consoleScope];
