import { Stack } from 'aws-cdk-lib';
import {
  Alarm,
  AlarmRule,
  CompositeAlarm,
  Dashboard,
  GraphWidget,
  type IMetric,
  Metric,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Environment } from '../environments.ts';
import { functionName } from '../names.ts';
import { CrossdockStack } from './crossdock-stack.ts';

/** What stops orders when it fails: together they say whether the business stands still. */
const chain = [
  'split-forecast-file',
  'conclude-forecast-release',
  'plan-chunk',
  'conclude-replenishment',
  'request-purchase-order',
  'post-purchase-order',
  'relay-events',
];

/** What people look at: the dashboard, and one alarm above the many. */
export class ObservabilityStack extends CrossdockStack {
  constructor(scope: Construct, environment: Environment) {
    super(scope, 'observability', environment, 'Crossdock: dashboard and the alarm above the alarms');
    this.dashboard();
    if (environment.features.compositeAlarms) this.ordersStandStill();
  }

  private dashboard(): void {
    new Dashboard(this, 'Dashboard', {
      dashboardName: this.names.prefix,
      widgets: [
        [
          new TextWidget({
            markdown: '# Crossdock\nFrom forecast files to purchase orders. Runbooks: `docs/runbooks`.',
            width: 24,
            height: 2,
          }),
        ],
        [
          this.graph(
            'Work done by the chain',
            chain.map((name) => this.lambdaMetric(name, 'Invocations')),
          ),
          this.graph(
            'Failures in the chain',
            chain.map((name) => this.lambdaMetric(name, 'Errors')),
          ),
        ],
        [
          this.graph(
            'Dead letters',
            ['forecast-files', 'replenishment-starts', 'approval-wakes', 'posting-requests']
              .map((name) => this.queueMetric(`${name}-dead`))
              .concat(this.queueMetric('postings-tryton-dead.fifo')),
          ),
          this.graph('Postings waiting', [this.queueMetric('postings-tryton.fifo')]),
        ],
      ],
    });
  }

  private ordersStandStill(): void {
    const alarms = chain.map((name) => {
      const full = `${functionName(this.target, name)}-errors`;
      return Alarm.fromAlarmName(this, `On${full}`, full);
    });
    const composite = new CompositeAlarm(this, 'OrdersStandStill', {
      compositeAlarmName: `${this.names.prefix}-orders-stand-still`,
      alarmDescription:
        '[orders-stop] The way from forecast to purchase order is interrupted. Runbook: docs/runbooks/function-errors.md',
      alarmRule: AlarmRule.anyOf(...alarms),
    });
    const topic = Topic.fromTopicArn(
      this,
      'Topic',
      Stack.of(this).formatArn({ service: 'sns', resource: this.names.alarmTopic }),
    );
    composite.addAlarmAction(new SnsAction(topic));
  }

  private graph(title: string, left: IMetric[]): GraphWidget {
    return new GraphWidget({ title, left, width: 12, height: 6 });
  }

  private lambdaMetric(name: string, metricName: string): IMetric {
    return new Metric({
      namespace: 'AWS/Lambda',
      metricName,
      statistic: 'Sum',
      label: name,
      dimensionsMap: { FunctionName: functionName(this.target, name) },
    });
  }

  private queueMetric(name: string): IMetric {
    return new Metric({
      namespace: 'AWS/SQS',
      metricName: 'ApproximateNumberOfMessagesVisible',
      statistic: 'Maximum',
      label: name,
      dimensionsMap: { QueueName: `${this.names.prefix}-${name}` },
    });
  }
}
