import { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { createConsumer } from '#adapters/cognito/create-consumer.ts';
import { type Scope, scopes } from '#api/scopes.ts';
import { unwrap } from '#core/kernel/result.ts';
import { operator, settingTables } from './settings.ts';
import type { StackOutputs } from './stack-outputs.ts';

/** Let a new consumer use the API; answers what to hand over, once, as JSON. */
export async function addConsumer(
  outputs: StackOutputs,
  name: string,
  asked: readonly string[],
): Promise<string> {
  const unknown = asked.filter((scope) => !Object.hasOwn(scopes, scope));
  if (unknown.length > 0) {
    throw new Error(`There is no scope ${unknown.join(', ')}. There are: ${Object.keys(scopes).join(', ')}.`);
  }
  const created = await createConsumer(
    {
      cognito: new CognitoIdentityProviderClient({}),
      apiGateway: new APIGatewayClient({}),
      userPoolId: outputs('UserPoolId'),
      usagePlanId: outputs('StandardUsagePlanId'),
      settings: settingTables(outputs),
    },
    { name, scopes: asked as Scope[], actor: operator() },
  );
  const { clientId, clientSecret, apiKey } = unwrap(created);
  return JSON.stringify(
    { apiUrl: outputs('ApiUrl'), tokenUrl: outputs('TokenUrl'), clientId, clientSecret, apiKey },
    null,
    2,
  );
}
