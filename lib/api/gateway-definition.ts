import type { Operation } from './contract.ts';

export interface GatewayOptions {
  readonly title: string;
  readonly userPoolArn: string;
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
            providerARNs: [options.userPoolArn],
          },
        },
        apiKey: { type: 'apiKey', name: 'x-api-key', in: 'header' },
      },
    },
    'x-amazon-apigateway-api-key-source': 'HEADER',
    'x-amazon-apigateway-gateway-responses': gatewayResponses,
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
  security: operation.scope ? [{ consumer: [operation.scope], apiKey: [] }] : [],
  'x-amazon-apigateway-integration': {
    type: 'aws_proxy',
    httpMethod: 'POST',
    passthroughBehavior: 'when_no_match',
    uri: integrationOf(operation),
  },
});

/** What the gateway refuses by itself answers in the shape of every other problem. */
const refusal = (status: number, code: string, title: string, hint: string): object => ({
  statusCode: status,
  responseParameters: { 'gatewayresponse.header.Content-Type': "'application/problem+json'" },
  responseTemplates: {
    'application/json': JSON.stringify({
      type: `urn:crossdock:problem:${code}`,
      title,
      status,
      code,
      detail: title,
      hint,
    }),
  },
});

const gatewayResponses: Readonly<Record<string, object>> = {
  UNAUTHORIZED: refusal(
    401,
    'unauthenticated',
    'The request carries no valid token',
    'Fetch a token with your client credentials and send it as a bearer token.',
  ),
  ACCESS_DENIED: refusal(
    403,
    'forbidden',
    'The token does not allow this',
    'Ask for the scope that the contract names for this operation.',
  ),
  INVALID_API_KEY: refusal(
    403,
    'forbidden',
    'The x-api-key header is missing or unknown',
    'Send the key that belongs to your client.',
  ),
  THROTTLED: refusal(
    429,
    'too-many-requests',
    'Too many requests',
    'Slow down to the rate of your usage plan.',
  ),
  QUOTA_EXCEEDED: refusal(
    429,
    'too-many-requests',
    'The quota of your usage plan is used up',
    'Wait for the next period or ask for another plan.',
  ),
  MISSING_AUTHENTICATION_TOKEN: refusal(
    404,
    'not-found',
    'There is no such route',
    'The routes are listed in /v1/openapi.json.',
  ),
  REQUEST_TOO_LARGE: refusal(
    413,
    'payload-too-large',
    'The body is larger than this operation accepts',
    'Ask for a presigned upload instead.',
  ),
};
