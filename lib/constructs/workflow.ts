import { ArnFormat, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { Environment } from '../environments.ts';
import { acknowledge, acknowledgeWildcards } from './acknowledge.ts';
import { alarm } from './alarm.ts';
import type { CrossdockFunction } from './crossdock-function.ts';

export interface WorkflowProps {
  readonly environment: Environment;
  readonly name: string;
  /** Amazon States Language, JSONata; tokens allowed. */
  readonly definition: object;
  /** Functions it calls. */
  readonly calls: readonly CrossdockFunction[];
  /** Bucket its distributed maps read their lists from. */
  readonly listsBucketArn: string;
}

/** A Standard workflow: logged, traced, allowed to call its own functions and nothing else, with an alarm on failure. */
export class Workflow extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, props: WorkflowProps) {
    super(scope, id);
    const { environment, name } = props;
    const stack = Stack.of(this);
    const logs = new LogGroup(this, 'Logs', {
      logGroupName: `/aws/vendedlogs/states/${name}`,
      retention: environment.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const own = (resource: string) =>
      stack.formatArn({
        service: 'states',
        resource,
        resourceName: `${name}*`,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      });
    const may = [
      new PolicyStatement({
        sid: 'CallItsFunctions',
        actions: ['lambda:InvokeFunction'],
        resources: props.calls.map((called) => called.function.functionArn),
      }),
      new PolicyStatement({
        sid: 'ReadItsLists',
        actions: ['s3:GetObject'],
        resources: [`${props.listsBucketArn}/releases/*`, `${props.listsBucketArn}/runs/*`],
      }),
      new PolicyStatement({
        sid: 'RunItsDistributedMaps',
        actions: [
          'states:StartExecution',
          'states:DescribeExecution',
          'states:StopExecution',
          'states:RedriveExecution',
        ],
        resources: [own('stateMachine'), own('execution'), own('mapRun')],
      }),
    ];
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('states.amazonaws.com'),
      inlinePolicies: { may: new PolicyDocument({ statements: may }) },
    });
    acknowledgeWildcards(
      role,
      may,
      'Map runs are named by the service below its own name; lists are per release and run.',
    );
    acknowledge(role, 'AwsSolutions-IAM5[Resource::*]', 'Log delivery and traces have no resources to name.');
    this.stateMachine = new StateMachine(this, 'StateMachine', {
      stateMachineName: name,
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(stack.toJsonString(props.definition)),
      role,
      tracingEnabled: true,
      logs: { destination: logs, level: LogLevel.ALL, includeExecutionData: false },
    });
    alarm(this, 'Failed', {
      environment,
      name: `${name}-failed`,
      description: 'A workflow ended in failure; its release or order group stands still.',
      impact: 'orders-stop',
      runbook: 'workflow-failed',
      metric: this.stateMachine.metricFailed({ period: Duration.minutes(5) }),
      threshold: 1,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }
}
