/**
 * Physical names, derived from the environment. Stacks find each other's resources by name and never by export, so
 * no deploy is locked by another.
 */
import { ArnFormat, Aws, type Stack } from 'aws-cdk-lib';
import type { Environment } from './environments.ts';

export interface Names {
  readonly prefix: string;
  readonly recordsTable: string;
  readonly auditTable: string;
  readonly postingsTable: string;
  readonly idempotencyTable: string;
  readonly settingsTable: string;
  readonly readModelTable: string;
  readonly landingBucket: string;
  readonly documentsBucket: string;
  readonly workBucket: string;
  readonly accessLogsBucket: string;
  readonly bus: string;
  readonly alarmTopic: string;
  readonly releaseWorkflow: string;
  readonly replenishmentWorkflow: string;
  readonly systemSecretsPrefix: string;
  readonly keyAlias: string;
  readonly userPool: string;
  /** SSM parameters for what AWS names itself. */
  readonly recordsStreamParameter: string;
  readonly userPoolParameter: string;
}

export function namesOf({ name, account }: Environment): Names {
  const prefix = `crossdock-${name}`;
  const owner = account ?? Aws.ACCOUNT_ID;
  return {
    prefix,
    recordsTable: `${prefix}-records`,
    auditTable: `${prefix}-audit`,
    postingsTable: `${prefix}-postings`,
    idempotencyTable: `${prefix}-idempotency`,
    settingsTable: `${prefix}-settings`,
    readModelTable: `${prefix}-read-model`,
    landingBucket: `${prefix}-landing-${owner}`,
    documentsBucket: `${prefix}-documents-${owner}`,
    workBucket: `${prefix}-work-${owner}`,
    accessLogsBucket: `${prefix}-access-logs-${owner}`,
    bus: `${prefix}-bus`,
    alarmTopic: `${prefix}-alarms`,
    releaseWorkflow: `${prefix}-forecast-release`,
    replenishmentWorkflow: `${prefix}-replenish-release`,
    systemSecretsPrefix: `${prefix}/systems`,
    keyAlias: `alias/${prefix}`,
    userPool: `${prefix}-consumers`,
    recordsStreamParameter: `/crossdock/${name}/records-stream`,
    userPoolParameter: `/crossdock/${name}/user-pool`,
  };
}

/** Where a workflow of a stack's account is found: by name, as everything is. */
export const workflowArn = (stack: Stack, name: string): string =>
  stack.formatArn({
    service: 'states',
    resource: 'stateMachine',
    resourceName: name,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

/** `crossdock-prod-split-forecast-file` */
export const functionName = (environment: Environment, name: string): string =>
  `${namesOf(environment).prefix}-${name}`;
