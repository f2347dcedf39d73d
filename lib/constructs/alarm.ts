import { Stack } from 'aws-cdk-lib';
import { Alarm, type AlarmProps } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Environment } from '../environments.ts';
import { namesOf } from '../names.ts';

/** How hard it hits the business: orders stop, work is late, or someone should look when there is time. */
export type Impact = 'orders-stop' | 'work-is-late' | 'look-into-it';

export interface CrossdockAlarmProps extends Omit<AlarmProps, 'alarmName' | 'alarmDescription'> {
  readonly environment: Environment;
  readonly name: string;
  readonly description: string;
  readonly impact: Impact;
  /** File in docs/runbooks, without its ending. */
  readonly runbook: string;
}

/** An alarm that says what it means for the business and which runbook helps, sent to the alarm topic. */
export function alarm(scope: Construct, id: string, props: CrossdockAlarmProps): Alarm {
  const { environment, name, description, impact, runbook, ...rest } = props;
  const made = new Alarm(scope, `${id}Alarm`, {
    ...rest,
    alarmName: name,
    alarmDescription: `[${impact}] ${description} Runbook: docs/runbooks/${runbook}.md`,
  });
  made.addAlarmAction(new SnsAction(alarmTopic(scope, `${id}Topic`, environment)));
  return made;
}

/** The topic every alarm goes to, as seen from a scope. */
export const alarmTopic = (scope: Construct, id: string, environment: Environment) =>
  Topic.fromTopicArn(
    scope,
    id,
    Stack.of(scope).formatArn({ service: 'sns', resource: namesOf(environment).alarmTopic }),
  );
