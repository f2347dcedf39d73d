import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  AlarmRule,
  ComparisonOperator,
  CompositeAlarm,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Construct } from 'constructs';
import { alarm, alarmTopic } from '../constructs/alarm.ts';
import type { Environment } from '../environments.ts';
import { functionName } from '../names.ts';
import { chain } from '../observability/chain.ts';
import { dashboards, shareOf } from '../observability/dashboards.ts';
import {
  metricOf,
  type WatchedMetric,
  type WatchedShare,
  watchedMetrics,
  watchedShares,
} from '../observability/watched.ts';
import { CrossdockStack } from './crossdock-stack.ts';

/** What people look at: dashboards, alarms on what is counted, and one alarm above the many. */
export class ObservabilityStack extends CrossdockStack {
  constructor(scope: Construct, environment: Environment) {
    super(scope, 'observability', environment, 'Crossdock: dashboards and the alarm above the alarms');
    dashboards(this, environment);
    for (const watched of watchedMetrics) this.metricAlarm(watched);
    if (environment.features.computedAlarms) for (const watched of watchedShares) this.shareAlarm(watched);
    if (environment.features.compositeAlarms) this.ordersStandStill();
  }

  private metricAlarm({
    name,
    service,
    statistic,
    threshold,
    minutes = 5,
    of = {},
    ...said
  }: WatchedMetric): void {
    const whose = Object.values(of);
    alarm(this, [name, ...whose].join('-'), {
      environment: this.target,
      name: [this.names.prefix, name, ...whose].join('-'),
      ...said,
      metric: new Metric({
        namespace: 'Crossdock',
        metricName: name,
        statistic,
        period: Duration.minutes(minutes),
        dimensionsMap: { service, ...of },
      }),
      threshold,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }

  private shareAlarm({ counted, below, ofAtLeast, hours, ...said }: WatchedShare): void {
    const name = `${metricOf(counted)}Low`;
    alarm(this, name, {
      environment: this.target,
      name: `${this.names.prefix}-${name}`,
      ...said,
      metric: shareOf(counted, Duration.hours(hours), ofAtLeast),
      threshold: below,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
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
    composite.addAlarmAction(new SnsAction(alarmTopic(this, 'Topic', this.target)));
  }
}
