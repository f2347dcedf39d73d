import type { APIGatewayProxyEvent } from 'aws-lambda';
import * as z from 'zod';
import { type Scope, tokenScope } from '#api/scopes.ts';
import type { Actor } from '#core/kernel/correlation.ts';
import { sha256 } from '#core/kernel/identifiers.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { Settings } from '#core/kernel/settings.ts';
import { headerOf } from './api-request.ts';

/** What Cognito puts into an access token of client credentials, once the gateway has checked it. */
const claimsSchema = z.looseObject({
  client_id: z.string().min(1).max(80),
  token_use: z.literal('access').optional(),
  scope: z.string(),
});

/**
 * Who asks, by the token alone; its API key must be the one that belongs to it.
 * Read on every request, so that a suspension counts at once. Problems: `unauthenticated`, `forbidden`.
 */
export async function identify(
  scope: Scope,
  event: APIGatewayProxyEvent,
  settings: Settings,
): Promise<Result<Actor>> {
  const claims = claimsSchema.safeParse(event.requestContext.authorizer?.claims);
  if (!claims.success) return fail(problem('unauthenticated', 'The request carries no access token.'));
  const { client_id: clientId, scope: granted } = claims.data;
  const needed = tokenScope(scope);
  if (!granted.split(' ').includes(needed)) {
    return fail(problem('forbidden', `This operation needs the scope ${needed}.`));
  }
  const consumer = await settings.get('consumer', clientId);
  if (!consumer) return fail(problem('forbidden', 'The client of this token is not a consumer of this API.'));
  if (consumer.value.status !== 'active') return fail(problem('forbidden', 'This consumer is suspended.'));
  // The gateway has checked that it is a key of ours; whose it is, is checked here.
  const key = sha256(headerOf(event, 'x-api-key') ?? '');
  if (!consumer.value.apiKeys.some((own) => own.sha256 === key)) {
    return fail(problem('forbidden', 'The x-api-key does not belong to the client of this token.'));
  }
  return ok({ kind: 'consumer', id: clientId });
}
