import { ArnFormat } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { workflowArn } from '../names.ts';
import type { Granting } from './granting.ts';

/** What functions may do with the bus, workflows, identities, secrets and keys. */
export const onServices = ({ stack, environment, names, allow, table }: Granting) => ({
  relayEvents: () => [
    allow('MarkEventsSent', ['dynamodb:UpdateItem'], [table(names.recordsTable)]),
    allow(
      'PublishEvents',
      ['events:PutEvents'],
      [stack.formatArn({ service: 'events', resource: 'event-bus', resourceName: names.bus })],
    ),
  ],
  /** A client of the user pool and an API key in a usage plan, and to take back what was made by halves. */
  admitConsumers: () => [
    allow(
      'AdmitConsumers',
      [
        'cognito-idp:CreateUserPoolClient',
        'cognito-idp:DescribeUserPoolClient',
        'cognito-idp:DeleteUserPoolClient',
      ],
      [
        stack.formatArn({
          service: 'cognito-idp',
          resource: 'userpool',
          resourceName: StringParameter.valueForStringParameter(stack, names.userPoolParameter),
        }),
      ],
    ),
    allow(
      'GiveApiKeys',
      ['apigateway:GET', 'apigateway:POST', 'apigateway:DELETE'],
      ['/apikeys', '/apikeys/*', '/usageplans', '/usageplans/*/keys'].map(
        (path) => `arn:${stack.partition}:apigateway:${stack.region}::${path}`,
      ),
    ),
  ],
  readSystemSecrets: () => [
    allow(
      'ReadSystemSecrets',
      ['secretsmanager:GetSecretValue'],
      [
        stack.formatArn({
          service: 'secretsmanager',
          resource: 'secret',
          resourceName: `${names.systemSecretsPrefix}/*`,
          arnFormat: ArnFormat.COLON_RESOURCE_NAME,
        }),
      ],
    ),
  ],
  startWorkflow: (name: string) => [
    allow('StartWorkflow', ['states:StartExecution'], [workflowArn(stack, name)]),
  ],
  /** A group waits in an execution of its own below the workflow: `name/label`. */
  wakeWorkflow: (name: string) => [
    allow(
      'WakeWorkflow',
      ['states:SendTaskSuccess'],
      environment.taskTokensNameNoWorkflow
        ? ['*']
        : [workflowArn(stack, name), workflowArn(stack, `${name}/*`)],
    ),
  ],
  mayUseEnvironmentKey: () =>
    environment.customerKey
      ? [
          new PolicyStatement({
            sid: 'UseEnvironmentKey',
            actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
            resources: [stack.formatArn({ service: 'kms', resource: 'key', resourceName: '*' })],
            conditions: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': names.keyAlias } },
          }),
        ]
      : [],
});
