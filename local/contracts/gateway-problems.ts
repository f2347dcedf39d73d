import { problemType } from '#api/problem-details.ts';
import { entryOf, type ProblemCode } from '#core/kernel/problem.ts';

/** What API Gateway refuses by itself, as the problem it is; the code behind never sees these requests. */
const refusals: Readonly<Record<string, readonly [ProblemCode, string]>> = {
  // A token without the scope is answered like none at all: API Gateway does not tell the two apart.
  UNAUTHORIZED: ['unauthenticated', 'The token is missing, not valid, or lacks the scope of this operation.'],
  EXPIRED_TOKEN: ['unauthenticated', 'The token has expired.'],
  INVALID_SIGNATURE: ['unauthenticated', 'The token is not signed by our user pool.'],
  ACCESS_DENIED: ['forbidden', 'The token lacks the scope of this operation.'],
  INVALID_API_KEY: ['forbidden', 'The x-api-key header is missing or not valid.'],
  WAF_FILTERED: ['forbidden', 'The request looks like an attack and was filtered.'],
  MISSING_AUTHENTICATION_TOKEN: ['not-found', 'There is no such operation.'],
  RESOURCE_NOT_FOUND: ['not-found', 'There is no such operation.'],
  THROTTLED: ['too-many-requests', 'The rate of your usage plan is exceeded.'],
  QUOTA_EXCEEDED: ['too-many-requests', 'The quota of your usage plan is exhausted.'],
  REQUEST_TOO_LARGE: ['payload-too-large', 'The body is larger than any operation accepts.'],
  UNSUPPORTED_MEDIA_TYPE: ['unsupported-media-type', 'The content type is not accepted.'],
  BAD_REQUEST_BODY: ['malformed-request', 'The body could not be read.'],
  BAD_REQUEST_PARAMETERS: ['validation-failed', 'A parameter is missing or not valid.'],
  AUTHORIZER_FAILURE: ['temporarily-unavailable', 'The token could not be checked.'],
  INTEGRATION_TIMEOUT: ['temporarily-unavailable', 'The answer took too long.'],
  INTEGRATION_FAILURE: ['temporarily-unavailable', 'The operation did not answer.'],
};

/** By API Gateway's response type: status, headers, and a body template in which the gateway puts its request id. */
export const gatewayProblems = (): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(refusals).map(([type, [code, detail]]) => {
      const { status, title, hint } = entryOf(code);
      const body = {
        type: problemType(code),
        title,
        status,
        detail,
        code,
        hint,
        correlationId: '$context.requestId',
      };
      return [type, { status, headers: gatewayHeaders(code), body: JSON.stringify(body) }];
    }),
  );

const gatewayHeaders = (code: ProblemCode): Record<string, string> => ({
  'Content-Type': 'application/problem+json',
  'x-correlation-id': '$context.requestId',
  ...(code === 'too-many-requests' ? { 'Retry-After': '1' } : {}),
  ...(code === 'unauthenticated' ? { 'WWW-Authenticate': 'Bearer' } : {}),
});
