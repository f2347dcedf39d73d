import {
  type APIGatewayClient,
  CreateApiKeyCommand,
  CreateUsagePlanKeyCommand,
  DeleteApiKeyCommand,
} from '@aws-sdk/client-api-gateway';
import {
  type CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  DeleteUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { type SettingTables, writeSetting } from '#adapters/dynamodb/write-setting.ts';
import { type Scope, tokenScope } from '#api/scopes.ts';
import type { Actor } from '#core/kernel/correlation.ts';
import { sha256 } from '#core/kernel/identifiers.ts';
import type { Result } from '#core/kernel/result.ts';
import { ok } from '#core/kernel/result.ts';

export interface ConsumerPlaces {
  readonly cognito: CognitoIdentityProviderClient;
  readonly apiGateway: APIGatewayClient;
  readonly userPoolId: string;
  readonly usagePlanId: string;
  readonly settings: SettingTables;
}

export interface ConsumerRequest {
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Who lets them in, and why, for the audit record. */
  readonly actor: Actor;
  readonly reason?: string;
  /** The partner it speaks for. */
  readonly partnerId?: string;
}

/** What the consumer is given, once: neither secret nor key can be read again from anything we log or store. */
export interface CreatedConsumer {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly apiKeyId: string;
  readonly apiKey: string;
}

/**
 * Let a new consumer use the API.
 * 1. A client of the user pool that may ask for tokens with these scopes and nothing else.
 * 2. An API key in the usage plan of its tier.
 * 3. The consumer as a setting, with its audit record: from then on its requests are answered.
 * What was made is taken back when a later step fails.
 */
export async function createConsumer(
  places: ConsumerPlaces,
  request: ConsumerRequest,
): Promise<Result<CreatedConsumer>> {
  const undo: (() => Promise<unknown>)[] = [];
  const takeBack = async (): Promise<void> => {
    for (const step of undo.reverse()) await step();
  };
  try {
    const client = await createClient(places, request);
    undo.push(() => places.cognito.send(new DeleteUserPoolClientCommand(client.address)));
    const key = await createKey(places, request);
    undo.push(() => places.apiGateway.send(new DeleteApiKeyCommand({ apiKey: key.id })));
    const clientId = client.address.ClientId;
    await places.apiGateway.send(
      new CreateUsagePlanKeyCommand({ usagePlanId: places.usagePlanId, keyId: key.id, keyType: 'API_KEY' }),
    );
    const stored = await writeSetting(places.settings, {
      kind: 'consumer',
      id: clientId,
      value: {
        clientId,
        name: request.name,
        status: 'active',
        ...(request.partnerId !== undefined && { partnerId: request.partnerId }),
        apiKeys: [{ id: key.id, sha256: sha256(key.value) }],
      },
      actor: request.actor,
      reason: request.reason ?? 'onboarding',
    });
    if (stored.ok) return ok({ clientId, clientSecret: client.secret, apiKeyId: key.id, apiKey: key.value });
    await takeBack();
    return stored;
  } catch (error) {
    await takeBack();
    throw error;
  }
}

async function createClient({ cognito, userPoolId }: ConsumerPlaces, { name, scopes }: ConsumerRequest) {
  const { UserPoolClient: made } = await cognito.send(
    new CreateUserPoolClientCommand({
      UserPoolId: userPoolId,
      ClientName: name,
      GenerateSecret: true,
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['client_credentials'],
      AllowedOAuthScopes: scopes.map(tokenScope),
      AccessTokenValidity: 60,
      TokenValidityUnits: { AccessToken: 'minutes' },
      EnableTokenRevocation: true,
    }),
  );
  return {
    address: { UserPoolId: userPoolId, ClientId: required(made?.ClientId, 'client id') },
    secret: required(made?.ClientSecret, 'client secret'),
  };
}

async function createKey({ apiGateway }: ConsumerPlaces, { name }: ConsumerRequest) {
  const { id, value } = await apiGateway.send(new CreateApiKeyCommand({ name, enabled: true }));
  return { id: required(id, 'key id'), value: required(value, 'key') };
}

function required(value: string | undefined, what: string): string {
  if (value) return value;
  throw new Error(`AWS made a consumer's ${what} and did not answer it.`);
}
