import type { Duration } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { CrossdockFunction } from './crossdock-function.ts';

/** Call a function on a schedule; a missed call is not made up for, the next one does its work. */
export function every(called: CrossdockFunction, interval: Duration, input: object = {}): void {
  const role = new Role(called, 'ScheduleRole', {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com'),
    inlinePolicies: {
      may: new PolicyDocument({
        statements: [
          new PolicyStatement({
            actions: ['lambda:InvokeFunction'],
            resources: [called.function.functionArn],
          }),
        ],
      }),
    },
  });
  const minutes = interval.toMinutes();
  new CfnSchedule(called, 'Schedule', {
    description: `Calls ${called.node.id} every ${interval.toHumanString()}`,
    scheduleExpression: `rate(${minutes} ${minutes === 1 ? 'minute' : 'minutes'})`,
    flexibleTimeWindow: { mode: 'OFF' },
    target: {
      arn: called.function.functionArn,
      roleArn: role.roleArn,
      input: JSON.stringify(input),
      retryPolicy: { maximumRetryAttempts: 0 },
    },
  });
}
