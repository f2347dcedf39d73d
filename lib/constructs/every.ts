import type { Duration } from 'aws-cdk-lib';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { CrossdockFunction } from './crossdock-function.ts';

/** Call a function on a schedule; a missed call is not made up for, the next one does its work. */
export function every(called: CrossdockFunction, interval: Duration, input: object = {}): void {
  new Schedule(called, 'Schedule', {
    schedule: ScheduleExpression.rate(interval),
    description: `Calls ${called.node.id} every ${interval.toHumanString()}`,
    target: new LambdaInvoke(called.function, {
      input: ScheduleTargetInput.fromObject(input),
      retryAttempts: 0,
    }),
  });
}
