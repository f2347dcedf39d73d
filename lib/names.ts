/**
 * Physical names, derived from the environment. Stacks find each other's resources by name and never by export, so
 * no deploy is locked by another.
 */
import { ArnFormat, Aws, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
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
  /** Machine clients. */
  readonly userPool: string;
  /** People who sign in. */
  readonly peoplePool: string;
  readonly consoleBucket: string;
  /** Usage plans. */
  readonly standardPlan: string;
  readonly criticalPlan: string;
  readonly peoplePlan: string;
  /** SSM parameters for what AWS names itself. */
  readonly recordsStreamParameter: string;
  readonly userPoolParameter: string;
  readonly peoplePoolParameter: string;
  readonly apiParameter: string;
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
    peoplePool: `${prefix}-people`,
    consoleBucket: `${prefix}-console-${owner}`,
    standardPlan: `${prefix}-standard`,
    criticalPlan: `${prefix}-critical`,
    peoplePlan: `${prefix}-people`,
    recordsStreamParameter: `/crossdock/${name}/records-stream`,
    userPoolParameter: `/crossdock/${name}/user-pool`,
    peoplePoolParameter: `/crossdock/${name}/people-pool`,
    apiParameter: `/crossdock/${name}/api`,
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

/** The one stage of the API. */
export const apiStage = 'live';

/** `crossdock-prod-split-forecast-file` */
export const functionName = (environment: Environment, name: string): string =>
  `${namesOf(environment).prefix}-${name}`;

/** The part of a Cognito domain that is ours; a domain belongs to all of AWS, so the account stands in it. */
export const signInDomain = (of: IConstruct, pool: string): string => `${pool}-${Stack.of(of).account}`;

/** Where people and machines of a pool sign in: `<address>/oauth2/token` and so on. */
export function signInAddress(of: IConstruct, { endpoint }: Environment, domain: string): string {
  return endpoint ?? `https://${domain}.auth.${Stack.of(of).region}.amazoncognito.com`;
}

/** Who made out the tokens of a pool, as they say. */
export function issuerOf(of: IConstruct, poolId: string): string {
  const { region, urlSuffix } = Stack.of(of);
  return `https://cognito-idp.${region}.${urlSuffix}/${poolId}`;
}

/** Where another stack's gateway answers, as browsers and consumers call it. */
export interface GatewayAddress {
  readonly host: string;
  readonly path: string;
}

/** The address of the API: `https://<host><path>/v1/…`; where AWS is embedded it is one of its paths, without TLS. */
export function gatewayAddress(of: IConstruct, { endpoint }: Environment, apiId: string): GatewayAddress {
  if (endpoint)
    return { host: new URL(endpoint).host, path: `/restapis/${apiId}/${apiStage}/_user_request_` };
  const { region, urlSuffix } = Stack.of(of);
  return { host: `${apiId}.execute-api.${region}.${urlSuffix}`, path: `/${apiStage}` };
}
