/** The deployed stacks, and ways into them that a test has and a consumer has not. */
import { readFileSync } from 'node:fs';
import { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type CreatedConsumer, createConsumer } from '#adapters/cognito/create-consumer.ts';
import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import type { Scope } from '#api/scopes.ts';
import { clientCredentials } from '#contracts/client.ts';
import { systemClock } from '#core/kernel/clock.ts';
import type { Records } from '#core/kernel/records.ts';
import { unwrap } from '#core/kernel/result.ts';

const outputsSchema = z.record(z.string(), z.string());

/** An output of the deployed stacks; a sentence when the runner did not deploy them. */
export function outputOf(name: string): string {
  const file = process.env.CROSSDOCK_OUTPUTS;
  if (!file) {
    throw new Error(
      'CROSSDOCK_OUTPUTS is not set: run integration tests with npm test, which deploys the stacks.',
    );
  }
  const value = outputsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))[name];
  if (value) return value;
  throw new Error(`The stacks have no output ${name}.`);
}

export const deployedTables = () => ({
  client: DynamoDBDocumentClient.from(new DynamoDBClient({}), {
    marshallOptions: { removeUndefinedValues: true },
  }),
  table: outputOf('SettingsTableName'),
  auditTable: outputOf('AuditTableName'),
  clock: systemClock,
});

export const deployedRecords = (): Records =>
  dynamoRecords({
    client: deployedTables().client,
    table: outputOf('RecordsTableName'),
    auditTable: outputOf('AuditTableName'),
  });

export interface TestConsumer extends CreatedConsumer {
  readonly token: () => Promise<string>;
}

/** A new consumer with these scopes, in the standard plan unless another is given. */
export async function aNewConsumer(
  scopes: readonly Scope[],
  { usagePlanId = outputOf('StandardUsagePlanId'), name = 'integration test' } = {},
): Promise<TestConsumer> {
  const places = {
    cognito: new CognitoIdentityProviderClient({}),
    apiGateway: new APIGatewayClient({}),
    userPoolId: outputOf('UserPoolId'),
    usagePlanId,
    settings: deployedTables(),
  };
  const actor = { kind: 'person', id: 'integration-test' } as const;
  const made = unwrap(await createConsumer(places, { name, scopes, actor }));
  return { ...made, token: clientCredentials({ tokenUrl: outputOf('TokenUrl'), ...made }) };
}
