import type { APIGatewayProxyEvent } from 'aws-lambda';
import * as z from 'zod';
import type { CallingPartner, CallingPerson } from '#api/operation.ts';
import { roles, rolesThatMay } from '#api/roles.ts';
import { isForSuppliers, type Route } from '#api/route.ts';
import { consoleScope, type Scope, tokenScope } from '#api/scopes.ts';
import type { Consumer } from '#core/canonical/settings.ts';
import type { Actor } from '#core/kernel/correlation.ts';
import { sha256 } from '#core/kernel/identifiers.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { Settings } from '#core/kernel/settings.ts';
import { headerOf } from './api-request.ts';
import { environmentVariable } from './environment.ts';

/** What Cognito puts into an access token, once the gateway has checked it; the last three into a person's alone. */
const claimsSchema = z.looseObject({
  client_id: z.string().min(1).max(80),
  token_use: z.literal('access').optional(),
  scope: z.string().transform((granted) => granted.split(' ')),
  iss: z.string().optional(),
  username: z.string().min(1).max(128).optional(),
  // A list comes as text: `ops,buyer` from AWS, `[ops buyer]` from others.
  'cognito:groups': z
    .string()
    .default('')
    .transform((groups) => groups.split(/[[\],\s]+/)),
});
type Claims = z.infer<typeof claimsSchema>;

export interface Caller {
  readonly actor: Actor;
  readonly partner?: CallingPartner;
  readonly person?: CallingPerson;
}

/** What a route says about who may call it. */
export type Guarded = Pick<Route, 'path'> & { readonly scope: Scope };

/**
 * Who asks, by the token alone; its API key must be the one that belongs to it. A consumer that speaks for a partner
 * reaches the routes of suppliers and no others, and nobody else reaches those. A person comes through the console,
 * which is a consumer like any other, and may what the person's roles may.
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
  const person = personOf(claims.data);
  const allowed = person ? allowedPerson(route, person) : allowedConsumer(route, claims.data);
  if (!allowed.ok) return allowed;
  const consumer = await knownConsumer(claims.data.client_id, event, settings);
  if (!consumer.ok) return consumer;
  const { partnerId } = consumer.value;
  if (person) return ok({ actor: { kind: 'person', id: person.id }, person });
  const actor: Actor = { kind: 'consumer', id: claims.data.client_id };
  if (isForSuppliers(route)) return supplierCaller(actor, partnerId, settings);
  if (partnerId === undefined) return ok({ actor });
  return fail(problem('forbidden', 'A supplier asks under /v1/supplier/ and nowhere else.'));
}

/** The person of a token: the pool of people made it out, for the console. */
function personOf({ scope, iss, username, 'cognito:groups': groups }: Claims): CallingPerson | undefined {
  if (!scope.includes(tokenScope(consoleScope)) || username === undefined) return undefined;
  if (iss !== environmentVariable('PEOPLE_ISSUER')) return undefined;
  return { id: username, roles: roles.filter((role) => groups.includes(role)) };
}

function allowedPerson(route: Guarded, { roles: held }: CallingPerson): Result<undefined> {
  if (isForSuppliers(route))
    return fail(problem('forbidden', 'What is under /v1/supplier/ is for suppliers.'));
  const needed = rolesThatMay(route.scope);
  if (needed.some((role) => held.includes(role))) return ok(undefined);
  if (needed.length === 0) return fail(problem('forbidden', 'No role allows this: it is for machines.'));
  const have = held.join(' and ') || 'none';
  return fail(problem('forbidden', `This needs the role ${needed.join(' or ')}; you have ${have}.`));
}

function allowedConsumer(route: Guarded, { scope }: Claims): Result<undefined> {
  const needed = tokenScope(route.scope);
  if (scope.includes(needed)) return ok(undefined);
  return fail(problem('forbidden', `This operation needs the scope ${needed}.`));
}

/** The gateway has checked that the key is one of ours; whose it is, is checked here. */
async function knownConsumer(
  clientId: string,
  event: APIGatewayProxyEvent,
  settings: Settings,
): Promise<Result<Consumer>> {
  const consumer = await settings.get('consumer', clientId);
  if (!consumer) return fail(problem('forbidden', 'The client of this token is not a consumer of this API.'));
  if (consumer.value.status !== 'active') return fail(problem('forbidden', 'This consumer is suspended.'));
  const key = sha256(headerOf(event, 'x-api-key') ?? '');
  if (consumer.value.apiKeys.some((own) => own.sha256 === key)) return ok(consumer.value);
  return fail(problem('forbidden', 'The x-api-key does not belong to the client of this token.'));
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
