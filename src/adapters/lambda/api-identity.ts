import type { APIGatewayProxyEvent } from 'aws-lambda';
import * as z from 'zod';
import type { CallingPartner } from '#api/operation.ts';
import { isForSuppliers, type Route } from '#api/route.ts';
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

export interface Caller {
  readonly actor: Actor;
  readonly partner?: CallingPartner;
}

/** What a route says about who may call it. */
export type Guarded = Pick<Route, 'path'> & { readonly scope: Scope };

/**
 * Who asks, by the token alone; its API key must be the one that belongs to it. A consumer that speaks for a partner
 * reaches the routes of suppliers and no others, and nobody else reaches those.
 * Read on every request, so that a suspension counts at once. Problems: `unauthenticated`, `forbidden`,
 * `partner-suspended`.
 */
export async function identify(
  route: Guarded,
  event: APIGatewayProxyEvent,
  settings: Settings,
): Promise<Result<Caller>> {
  const claims = claimsSchema.safeParse(event.requestContext.authorizer?.claims);
  if (!claims.success) return fail(problem('unauthenticated', 'The request carries no access token.'));
  const { client_id: clientId, scope: granted } = claims.data;
  const needed = tokenScope(route.scope);
  if (!granted.split(' ').includes(needed)) {
    return fail(problem('forbidden', `This operation needs the scope ${needed}.`));
  }
  const consumer = await settings.get('consumer', clientId);
  if (!consumer) return fail(problem('forbidden', 'The client of this token is not a consumer of this API.'));
  const { status, apiKeys, partnerId } = consumer.value;
  if (status !== 'active') return fail(problem('forbidden', 'This consumer is suspended.'));
  // The gateway has checked that it is a key of ours; whose it is, is checked here.
  const key = sha256(headerOf(event, 'x-api-key') ?? '');
  if (!apiKeys.some((own) => own.sha256 === key)) {
    return fail(problem('forbidden', 'The x-api-key does not belong to the client of this token.'));
  }
  const actor: Actor = { kind: 'consumer', id: clientId };
  if (isForSuppliers(route)) return supplierCaller(actor, partnerId, settings);
  if (partnerId === undefined) return ok({ actor });
  return fail(problem('forbidden', 'A supplier asks under /v1/supplier/ and nowhere else.'));
}

async function supplierCaller(
  actor: Actor,
  partnerId: string | undefined,
  settings: Settings,
): Promise<Result<Caller>> {
  const agreement = partnerId === undefined ? undefined : await settings.get('partner', partnerId);
  if (!agreement) return fail(problem('forbidden', 'Only a supplier with an agreement may ask for this.'));
  const { id, supplierId, status, documents, edi } = agreement.value;
  if (status === 'suspended') return fail(problem('partner-suspended', `Partner ${id} is suspended.`));
  const partner: CallingPartner = {
    id,
    supplierId,
    agreementVersion: agreement.version,
    receives: documents.receive,
    edi: edi !== undefined,
    test: status === 'onboarding',
  };
  return ok({ actor, partner });
}
