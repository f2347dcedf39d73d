import { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { partnerAccess } from '#adapters/cognito/partner-access.ts';
import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { dynamoSettingsWriter } from '#adapters/dynamodb/write-setting.ts';
import { rehearsal } from '#adapters/rehearsal.ts';
import { s3Objects } from '#adapters/s3/objects.ts';
import type { CertificationPorts } from '#business/partners/certify-partner.ts';
import type { PartnerAccessIssuer } from '#business/partners/ports.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import { faultOfExpression } from '#edi/exchange/fault-of-expression.ts';
import { settingTables } from './settings.ts';
import type { StackOutputs } from './stack-outputs.ts';

const bucketOutputs = {
  landing: 'LandingBucketName',
  documents: 'DocumentsBucketName',
  work: 'WorkBucketName',
} as const;

/** Partners of a deployed environment, with the credentials of the shell. */
export function partnerPorts(
  outputs: StackOutputs,
  environment: string,
): CertificationPorts & { readonly access: PartnerAccessIssuer; readonly objects: ObjectStore } {
  const tables = settingTables(outputs);
  const { client, auditTable, clock } = tables;
  return {
    records: dynamoRecords({ client, table: outputs('RecordsTableName'), auditTable }),
    settings: dynamoSettingsWriter(tables),
    clock,
    faultOfExpression,
    objects: s3Objects({ bucketName: (bucket) => outputs(bucketOutputs[bucket]) }),
    rehearse: rehearsal(clock),
    access: partnerAccess({
      cognito: new CognitoIdentityProviderClient({}),
      apiGateway: new APIGatewayClient({}),
      userPoolId: outputs('UserPoolId'),
      usagePlan: `crossdock-${environment}-standard`,
      settings: tables,
    }),
  };
}
