import { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { PartnerAccessIssuer, PartnerPorts } from '#business/partners/ports.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { faultOfExpression } from '#edi/exchange/fault-of-expression.ts';
import { awsClient } from './aws-client.ts';
import { partnerAccess } from './cognito/partner-access.ts';
import { documentClient } from './dynamodb/client.ts';
import { dynamoRecords } from './dynamodb/records.ts';
import { dynamoSettingsWriter, type SettingTables } from './dynamodb/write-setting.ts';
import { environmentVariable } from './lambda/environment.ts';

const tables = (): SettingTables => ({
  client: documentClient(),
  table: environmentVariable('SETTINGS_TABLE'),
  auditTable: environmentVariable('AUDIT_TABLE'),
  clock: systemClock,
});

/** What looking after partners needs, in AWS. */
export const partnerPorts = (): PartnerPorts => ({
  records: dynamoRecords(),
  settings: dynamoSettingsWriter(tables()),
  clock: systemClock,
  faultOfExpression,
});

/** The way into the API for partners, where the variables of a function say. */
export const partnerAccessHere = (): PartnerAccessIssuer =>
  partnerAccess({
    cognito: awsClient(new CognitoIdentityProviderClient({})),
    apiGateway: awsClient(new APIGatewayClient({})),
    userPoolId: environmentVariable('USER_POOL_ID'),
    usagePlan: environmentVariable('PARTNERS_USAGE_PLAN'),
    settings: tables(),
  });
