import { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { createConsumer } from '#adapters/cognito/create-consumer.ts';
import { type Scope, scopes } from '#api/scopes.ts';
import { type ClientOptions, clientCredentials } from '#contracts/client.ts';
import type { Outputs } from '../deploy.ts';
import { STEWARD, settingTables } from './configure.ts';
import { outputOf } from './outputs.ts';

/** A new consumer of the API: how the client is told, and what a person needs to sign in by hand. */
export interface OnboardedConsumer extends ClientOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly tokenUrl: string;
}

/** Make a consumer of the API who may do everything a consumer may. */
export async function onboardConsumer(outputs: Outputs, name: string): Promise<OnboardedConsumer> {
  const created = await createConsumer(
    {
      cognito: new CognitoIdentityProviderClient({}),
      apiGateway: new APIGatewayClient({}),
      userPoolId: outputOf(outputs, 'UserPoolId'),
      usagePlanId: outputOf(outputs, 'StandardUsagePlanId'),
      settings: settingTables(outputs),
    },
    { name, scopes: Object.keys(scopes) as Scope[], actor: STEWARD },
  );
  if (!created.ok) throw new Error(`The consumer was refused: ${created.problem.detail}`);
  const { clientId, clientSecret, apiKey } = created.value;
  const tokenUrl = outputOf(outputs, 'TokenUrl');
  const token = clientCredentials({ tokenUrl, clientId, clientSecret });
  // While a release is planned the embedded cloud answers 429 to what comes beside: ask again patiently.
  const attempts = 12;
  return {
    baseUrl: outputOf(outputs, 'ApiUrl'),
    apiKey,
    token,
    attempts,
    longestWait: 3_000,
    clientId,
    clientSecret,
    tokenUrl,
  };
}
