import { randomUUID } from 'node:crypto';
import {
  APIGatewayClient,
  CreateUsagePlanCommand,
  GetUsagePlanKeysCommand,
} from '@aws-sdk/client-api-gateway';
import {
  CognitoIdentityProviderClient,
  CreateResourceServerCommand,
  CreateUserPoolCommand,
  DeleteUserPoolCommand,
  DescribeUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partnerAccess } from '#adapters/cognito/partner-access.ts';
import { dynamoSettings } from '#adapters/dynamodb/settings.ts';
import { resourceServer, scopes } from '#api/scopes.ts';
import { sha256 } from '#core/kernel/identifiers.ts';
import { unwrap } from '#core/kernel/result.ts';
import { aPartnerAgreement } from '#test/builders/a-partner-agreement.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { embeddedCloud } from './embedded-cloud.ts';
import { type ThrowAwayTable, throwAwayTable } from './throw-away-tables.ts';

const plan = `partners-${randomUUID()}`;
const decision = {
  actor: { kind: 'person', id: 'steward-1' },
  reason: 'new supplier',
  correlationId: 'cor-12345678',
} as const;

describe('a way into the API for a partner', () => {
  const clock = fixedClock('2026-11-23T08:00:00.000Z');
  let cognito: CognitoIdentityProviderClient;
  let apiGateway: APIGatewayClient;
  let userPoolId: string;
  let planId: string;
  let tables: ThrowAwayTable[];

  beforeAll(async () => {
    cognito = new CognitoIdentityProviderClient(embeddedCloud());
    apiGateway = new APIGatewayClient(embeddedCloud());
    const pool = await cognito.send(new CreateUserPoolCommand({ PoolName: 'partner-access' }));
    userPoolId = pool.UserPool?.Id ?? '';
    const Scopes = Object.entries(scopes).map(([ScopeName, ScopeDescription]) => ({
      ScopeName,
      ScopeDescription,
    }));
    const server = { UserPoolId: userPoolId, Identifier: resourceServer, Name: resourceServer, Scopes };
    await cognito.send(new CreateResourceServerCommand(server));
    await apiGateway.send(new CreateUsagePlanCommand({ name: 'another-plan' }));
    planId = (await apiGateway.send(new CreateUsagePlanCommand({ name: plan }))).id ?? '';
    tables = [await throwAwayTable(), await throwAwayTable([{ name: 'byTarget', pk: 'target', sk: 'at' }])];
  });
  afterAll(async () => {
    await cognito.send(new DeleteUserPoolCommand({ UserPoolId: userPoolId }));
    for (const table of tables) await table.remove();
  });

  const places = () => {
    const [settings, audit] = tables;
    if (!settings || !audit) throw new Error('the tables were not made');
    const { client, table } = settings;
    return {
      ...{ cognito, apiGateway, userPoolId, usagePlan: plan },
      settings: { client, table, auditTable: audit.table, clock },
    };
  };

  it('[A5] is a client with the scopes of the agreement, a key in the plan, and a consumer bound to the partner', async () => {
    const access = partnerAccess(places());
    const issued = unwrap(await access.issue(aPartnerAgreement(), decision));
    const { UserPoolClient: client } = await cognito.send(
      new DescribeUserPoolClientCommand({ UserPoolId: userPoolId, ClientId: issued.clientId }),
    );
    expect(client?.AllowedOAuthFlows).toEqual(['client_credentials']);
    expect([...(client?.AllowedOAuthScopes ?? [])].sort()).toEqual([
      'crossdock/supplier-documents.read',
      'crossdock/supplier-interchanges.post',
      'crossdock/supplier-interchanges.read',
      'crossdock/supplier-invoices.submit',
      'crossdock/supplier-orders.acknowledge',
      'crossdock/supplier-orders.read',
      'crossdock/supplier-shipments.announce',
    ]);
    const { items } = await apiGateway.send(new GetUsagePlanKeysCommand({ usagePlanId: planId }));
    expect(items?.map(({ id }) => id)).toEqual([issued.apiKeyId]);
    const { clientSecret, apiKey } = await access.reveal(issued);
    expect(clientSecret).toBe(client?.ClientSecret);
    const consumer = await dynamoSettings(places().settings).get('consumer', issued.clientId);
    expect(consumer?.value).toEqual({
      clientId: issued.clientId,
      name: 'acme',
      status: 'active',
      partnerId: 'acme',
      apiKeys: [{ id: issued.apiKeyId, sha256: sha256(apiKey) }],
    });
  });

  it('[A5] nothing is left of it where the plan is not there', async () => {
    const access = partnerAccess({ ...places(), usagePlan: 'no-such-plan' });
    await expect(access.issue(aPartnerAgreement(), decision)).rejects.toThrow(/no usage plan no-such-plan/);
  });
});
