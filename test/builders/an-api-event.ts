import type { APIGatewayProxyEvent, Context } from 'aws-lambda';

export interface ApiEventParts {
  readonly method?: string;
  readonly path?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text as it is; bytes as a gateway hands them on; anything else as JSON. */
  readonly body?: unknown;
  readonly clientId?: string;
  /** The value of the key, as it is sent. */
  readonly apiKey?: string;
  /** Undefined: no token at all. */
  readonly scopes?: readonly string[] | undefined;
  /** More claims of the token, as a person's has them. */
  readonly claims?: Readonly<Record<string, string>>;
}

/** What API Gateway gives to a function, as it does for a consumer with a valid token and key. */
export function anApiEvent(parts: ApiEventParts = {}): APIGatewayProxyEvent {
  const { clientId = 'client-1', apiKey = 'key-of-client-1' } = parts;
  const claims = {
    client_id: clientId,
    token_use: 'access',
    scope: (parts.scopes ?? []).join(' '),
    ...parts.claims,
  };
  return {
    resource: parts.path ?? '/',
    path: parts.path ?? '/',
    httpMethod: parts.method ?? 'GET',
    headers: {
      'X-API-Key': apiKey,
      ...(parts.body === undefined || parts.body instanceof Uint8Array
        ? {}
        : { 'Content-Type': 'application/json' }),
      ...parts.headers,
    },
    multiValueHeaders: {},
    pathParameters: parts.params ? { ...parts.params } : null,
    queryStringParameters: null,
    multiValueQueryStringParameters: parts.query
      ? Object.fromEntries(Object.entries(parts.query).map(([name, value]) => [name, [value].flat()]))
      : null,
    stageVariables: null,
    body: textOf(parts.body),
    isBase64Encoded: parts.body instanceof Uint8Array,
    requestContext: {
      ...requestContext,
      authorizer: parts.scopes === undefined ? null : { claims },
      identity: { ...requestContext.identity, apiKey, sourceIp: '192.0.2.7' },
    },
  };
}

function textOf(body: unknown): string | null {
  if (body === undefined) return null;
  if (body instanceof Uint8Array) return Buffer.from(body).toString('base64');
  return typeof body === 'string' ? body : JSON.stringify(body);
}

const identity: APIGatewayProxyEvent['requestContext']['identity'] = {
  accessKey: null,
  accountId: null,
  apiKey: null,
  apiKeyId: null,
  caller: null,
  clientCert: null,
  cognitoAuthenticationProvider: null,
  cognitoAuthenticationType: null,
  cognitoIdentityId: null,
  cognitoIdentityPoolId: null,
  principalOrgId: null,
  sourceIp: '',
  user: null,
  userAgent: null,
  userArn: null,
};

const requestContext: APIGatewayProxyEvent['requestContext'] = {
  accountId: '000000000000',
  apiId: 'api',
  authorizer: null,
  protocol: 'HTTP/1.1',
  httpMethod: 'GET',
  identity,
  path: '/',
  stage: 'live',
  requestId: 'request-1',
  requestTimeEpoch: 0,
  resourceId: 'resource',
  resourcePath: '/',
};

/** What Lambda gives beside the event: fifteen seconds are left, unless said otherwise. */
export const aLambdaContext = (remainingMs = 15_000): Context => ({
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'function',
  functionVersion: '1',
  invokedFunctionArn: 'arn:aws:lambda:eu-central-1:000000000000:function:function',
  memoryLimitInMB: '256',
  awsRequestId: 'request-1',
  logGroupName: 'group',
  logStreamName: 'stream',
  getRemainingTimeInMillis: () => remainingMs,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
});
