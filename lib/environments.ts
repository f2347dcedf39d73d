/** The environments, from one code base: everything in which they differ stands here, typed. */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';

export type EnvironmentName = 'local' | 'dev' | 'test' | 'prod';

/** What an AWS account has and the embedded cloud lacks; left out where it is false, never worked around in code. */
export interface Features {
  /** `AWS::Events::Archive`: the embedded cloud refuses the type. */
  readonly busArchive: boolean;
  /** `AWS::WAFv2::WebACLAssociation`: likewise. */
  readonly webFirewall: boolean;
  /** `AWS::CloudWatch::CompositeAlarm`: likewise. */
  readonly compositeAlarms: boolean;
  /** Alarms on a metric computed from others: the embedded cloud takes alarms on one metric only. */
  readonly computedAlarms: boolean;
  /** `AWS::ApiGateway::Account`, the role with which API Gateway writes access logs. */
  readonly apiAccessLogs: boolean;
}

export interface Environment {
  readonly name: EnvironmentName;
  /** Fixed where a stack must know it; otherwise the account and region of the deploying credentials. */
  readonly account?: string;
  readonly region?: string;
  /** Where the SDK and the callers find AWS; absent on AWS itself. */
  readonly endpoint?: string;
  /** The embedded cloud does not find the workflow behind a task token, and so cannot check a right on one. */
  readonly taskTokensNameNoWorkflow?: true;
  /** The embedded cloud asks for a right of its own on each batch call of SQS; AWS asks for that on the single call. */
  readonly queueBatchesByName?: true;
  /** Addresses that may come without TLS: none but the machine itself, where AWS is embedded in it. */
  readonly plainHttpFrom?: string;
  /** What stands behind a distribution's label where AWS is embedded, which serves browsers without TLS. */
  readonly distributionsUnder?: string;
  /** Whether people must sign in with a second factor; Cognito's sign-in page lets them add one only where they must. */
  readonly secondFactor: 'required' | 'possible';
  /** How long a person's access token is good; what was granted counts that long after it was taken away. */
  readonly accessTokensLast: Duration;
  /** Keep tables, buckets and users when a stack is deleted. */
  readonly dataRemoval: RemovalPolicy;
  /** One customer-managed key for all data of the environment, instead of AWS-owned keys. */
  readonly customerKey: boolean;
  readonly logRetention: RetentionDays;
  readonly features: Features;
}

const onAws: Features = {
  busArchive: true,
  webFirewall: true,
  compositeAlarms: true,
  computedAlarms: true,
  apiAccessLogs: true,
};

/** What `local` leaves out of `prod`: the only difference a test allows between their templates. */
export const missingLocally: Features = {
  busArchive: false,
  webFirewall: false,
  compositeAlarms: false,
  computedAlarms: false,
  apiAccessLogs: false,
};

const environments: { readonly [N in EnvironmentName]: Environment } = {
  local: {
    name: 'local',
    account: '000000000000',
    region: 'us-east-1',
    endpoint: 'http://127.0.0.1:4566',
    taskTokensNameNoWorkflow: true,
    queueBatchesByName: true,
    plainHttpFrom: '127.0.0.0/8',
    distributionsUnder: 'cloudfront.localhost',
    secondFactor: 'possible',
    // A token that the embedded Cognito renews has lost its groups.
    accessTokensLast: Duration.days(1),
    dataRemoval: RemovalPolicy.DESTROY,
    customerKey: false,
    logRetention: RetentionDays.ONE_WEEK,
    features: missingLocally,
  },
  dev: {
    name: 'dev',
    secondFactor: 'possible',
    accessTokensLast: Duration.minutes(30),
    dataRemoval: RemovalPolicy.DESTROY,
    customerKey: false,
    logRetention: RetentionDays.TWO_WEEKS,
    features: onAws,
  },
  test: {
    name: 'test',
    secondFactor: 'possible',
    accessTokensLast: Duration.minutes(30),
    dataRemoval: RemovalPolicy.DESTROY,
    customerKey: false,
    logRetention: RetentionDays.ONE_MONTH,
    features: onAws,
  },
  prod: {
    name: 'prod',
    secondFactor: 'required',
    accessTokensLast: Duration.minutes(30),
    dataRemoval: RemovalPolicy.RETAIN,
    customerKey: false,
    logRetention: RetentionDays.SIX_MONTHS,
    features: onAws,
  },
};

export interface EnvironmentOptions {
  /** The embedded cloud's address, when it is not the usual one. */
  readonly endpoint?: string | undefined;
  /** `true` turns the customer-managed key on. */
  readonly customerKey?: boolean | undefined;
}

/** The environment of a name; throws a sentence that lists the names when there is none. */
export function environmentNamed(name: string, options: EnvironmentOptions = {}): Environment {
  if (!Object.hasOwn(environments, name)) {
    throw new Error(
      `There is no environment "${name}". Use -c environment=${Object.keys(environments).join('|')}.`,
    );
  }
  const environment = environments[name as EnvironmentName];
  return {
    ...environment,
    ...(environment.endpoint && options.endpoint ? { endpoint: options.endpoint } : {}),
    customerKey: options.customerKey ?? environment.customerKey,
  };
}
