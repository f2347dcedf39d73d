import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Effect, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Environment } from '../environments.ts';
import { functionName } from '../names.ts';
import { acknowledge, acknowledgeWildcards } from './acknowledge.ts';
import { alarm, type Impact } from './alarm.ts';

export interface CrossdockFunctionProps {
  readonly environment: Environment;
  /** `forecasting/split-forecast-file`: the file below `functions/`. */
  readonly entry: string;
  /** One sentence for the Lambda console and the alarm. */
  readonly description: string;
  readonly variables: Readonly<Record<string, string>>;
  /** Every action the function may take; nothing else is allowed. */
  readonly may: readonly PolicyStatement[];
  /** How hard a failure hits the business. */
  readonly impact: Impact;
  readonly memoryMiB?: number;
  readonly timeout?: Duration;
  readonly reservedConcurrency?: number;
}

/**
 * One Lambda function from the bundle, with what every function has: its own least-privilege role, bounded memory
 * and time, JSON logs with retention, tracing, and an alarm on errors that names its runbook.
 */
export class CrossdockFunction extends Construct {
  readonly function: LambdaFunction;
  readonly timeout: Duration;
  /** Its file without its room: `split-forecast-file`. */
  readonly name: string;

  constructor(scope: Construct, id: string, props: CrossdockFunctionProps) {
    super(scope, id);
    const { environment, entry } = props;
    this.name = entry.slice(entry.indexOf('/') + 1);
    const name = functionName(environment, this.name);
    this.timeout = props.timeout ?? Duration.seconds(30);

    const logGroup = new LogGroup(this, 'Logs', {
      logGroupName: `/aws/lambda/${name}`,
      retention: environment.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });

    this.function = new LambdaFunction(this, 'Function', {
      functionName: name,
      description: props.description,
      code: Code.fromAsset(`dist/functions/${entry}`),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memoryMiB ?? 512,
      timeout: this.timeout,
      tracing: Tracing.ACTIVE,
      loggingFormat: LoggingFormat.JSON,
      logGroup,
      role: this.roleOf(props, logGroup.logGroupArn),
      environment: {
        CROSSDOCK_ENVIRONMENT: environment.name,
        LOG_LEVEL: 'INFO',
        // Small young generations keep memory flat while files of any size stream through.
        NODE_OPTIONS: '--enable-source-maps --max-semi-space-size=8',
        POWERTOOLS_METRICS_NAMESPACE: 'Crossdock',
        POWERTOOLS_SERVICE_NAME: entry.replace('/', '.'),
        ...props.variables,
      },
      ...(props.reservedConcurrency ? { reservedConcurrentExecutions: props.reservedConcurrency } : {}),
    });

    alarm(this, 'Errors', {
      environment,
      name: `${name}-errors`,
      description: `${props.description} It failed.`,
      impact: props.impact,
      runbook: 'function-errors',
      metric: this.function.metricErrors({ period: Duration.minutes(5) }),
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }

  private roleOf(props: CrossdockFunctionProps, logGroupArn: string): Role {
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `What ${props.entry} may do in ${Stack.of(this).stackName}`,
      inlinePolicies: {
        may: new PolicyDocument({
          statements: [
            new PolicyStatement({
              sid: 'WriteOwnLogs',
              effect: Effect.ALLOW,
              actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
              resources: [logGroupArn],
            }),
            ...props.may,
          ],
        }),
      },
    });
    acknowledgeWildcards(
      role,
      props.may,
      'Indexes, objects and secrets are named by their table, prefix or path.',
    );
    acknowledge(role, 'AwsSolutions-IAM5[Resource::*]', 'Sending traces has no resource to name.');
    return role;
  }
}
