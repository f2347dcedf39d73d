import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import { expect } from 'vitest';
import { problemDetailsSchema } from '#api/problem-details.ts';
import type { Consumer } from '#core/canonical/settings.ts';
import { sha256 } from '#core/kernel/identifiers.ts';
import { memorySettings } from '#test/doubles/memory-settings.ts';
import { type ApiEventParts, aLambdaContext, anApiEvent } from './an-api-event.ts';

export type GatewayHandler = (
  event: APIGatewayProxyEvent,
  context: Context,
) => Promise<APIGatewayProxyResult>;

/** A consumer whose key is `key-of-<client id>`. */
export const aConsumer = (clientId: string, changes: Partial<Consumer> = {}): Consumer => ({
  clientId,
  name: `consumer ${clientId}`,
  status: 'active',
  apiKeys: [{ id: 'key-1', sha256: sha256(`key-of-${clientId}`) }],
  ...changes,
});

/** Settings in which `client-1` is an active consumer. */
export const settingsWithConsumer = () => memorySettings().put('consumer', aConsumer('client-1'), 'client-1');

export const call = (handler: GatewayHandler, parts: ApiEventParts): Promise<APIGatewayProxyResult> =>
  handler(anApiEvent(parts), aLambdaContext());

/** Expect a problem with its code and status, and the correlation id both in header and body. */
export function expectProblem(answer: APIGatewayProxyResult, status: number, code: string) {
  expect(answer.headers?.['Content-Type']).toBe('application/problem+json');
  const details = problemDetailsSchema.parse(JSON.parse(answer.body));
  expect({ status: answer.statusCode, inBody: details.status, code: details.code }).toEqual({
    status,
    inBody: status,
    code,
  });
  expect(details.type).toBe(`urn:crossdock:problem:${code}`);
  expect(details.correlationId).toBe(answer.headers?.['x-correlation-id']);
  return details;
}
