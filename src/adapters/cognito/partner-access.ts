import {
  type APIGatewayClient,
  GetApiKeyCommand,
  GetUsagePlansCommand,
  type UsagePlans,
} from '@aws-sdk/client-api-gateway';
import { DescribeUserPoolClientCommand } from '@aws-sdk/client-cognito-identity-provider';
import { scopesOfAgreement } from '#api/supplier-scopes.ts';
import type { PartnerAccessIssuer } from '#business/partners/ports.ts';
import { ok } from '#core/kernel/result.ts';
import { type ConsumerPlaces, createConsumer } from './create-consumer.ts';

/** As for consumers, the usage plan by its name: nothing that the gateway is made of can name it by its id. */
export type PartnerPlaces = Omit<ConsumerPlaces, 'usagePlanId'> & { readonly usagePlan: string };

/** Lets partners into the API: a client of the user pool, an API key in the plan, a consumer bound to the partner. */
export const partnerAccess = (places: PartnerPlaces): PartnerAccessIssuer => ({
  issue: async (agreement, { actor, reason }) => {
    const { id: partnerId } = agreement;
    const usagePlanId = await usagePlanNamed(places.apiGateway, places.usagePlan);
    const request = { name: partnerId, scopes: scopesOfAgreement(agreement), actor, reason, partnerId };
    const created = await createConsumer({ ...places, usagePlanId }, request);
    if (!created.ok) return created;
    const { clientId, apiKeyId } = created.value;
    return ok({ clientId, apiKeyId });
  },
  reveal: async ({ clientId, apiKeyId }) => {
    const { cognito, apiGateway, userPoolId } = places;
    const [client, key] = await Promise.all([
      cognito.send(new DescribeUserPoolClientCommand({ UserPoolId: userPoolId, ClientId: clientId })),
      apiGateway.send(new GetApiKeyCommand({ apiKey: apiKeyId, includeValue: true })),
    ]);
    return {
      clientSecret: given(client.UserPoolClient?.ClientSecret, `the secret of client ${clientId}`),
      apiKey: given(key.value, `API key ${apiKeyId}`),
    };
  },
});

async function usagePlanNamed(apiGateway: APIGatewayClient, name: string): Promise<string> {
  let position: string | undefined;
  do {
    const page: UsagePlans = await apiGateway.send(
      new GetUsagePlansCommand({ limit: 500, ...(position !== undefined && { position }) }),
    );
    const found = page.items?.find((plan) => plan.name === name)?.id;
    if (found !== undefined) return found;
    position = page.position;
  } while (position !== undefined);
  throw new Error(`There is no usage plan ${name}: deploy the stack of the API.`);
}

function given(value: string | undefined, what: string): string {
  if (value) return value;
  throw new Error(`AWS does not answer ${what}.`);
}
