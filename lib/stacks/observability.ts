import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  AlarmRule,
  ComparisonOperator,
  CompositeAlarm,
  Dashboard,
  GraphWidget,
  type IMetric,
  Metric,
  TextWidget,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Construct } from 'constructs';
import { alarm, alarmTopic, type Impact } from '../constructs/alarm.ts';
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
  'post-document',
  'relay-events',
];

/** The dialogue with suppliers: functions, and the queues they hear through. */
const dialogue = [
  { name: 'receive-interchange', queue: 'edi-files' },
  { name: 'send-purchase-order', queue: 'orders-to-send' },
  { name: 'send-order-change', queue: 'order-changes-to-send' },
  { name: 'apply-acknowledgement', queue: 'acknowledgements' },
  { name: 'apply-ship-notice', queue: 'ship-notices' },
  { name: 'apply-goods-receipt', queue: 'goods-receipts' },
  { name: 'match-invoice', queue: 'invoices' },
  { name: 'apply-resolution', queue: 'resolutions' },
];

interface Measure {
  /** As the function counts it. */
  readonly name: string;
  /** The function that does, as `room.function`. */
  readonly service: string;
  readonly statistic: 'Sum' | 'Maximum';
  readonly threshold: number;
  readonly description: string;
  readonly impact: Impact;
  readonly runbook: string;
}

/** What goes right technically and still needs a person: no function failed, and yet something stands still. */
const measures: readonly Measure[] = [
  {
    name: 'PostingsRefused',
    service: 'posting.post-document',
    statistic: 'Sum',
    threshold: 1,
    description: 'The ERP will not take an order, a change or an invoice; the exception says why.',
    impact: 'orders-stop',
    runbook: 'orders-that-wait',
  },
  {
    name: 'PostingsNeedPerson',
    service: 'posting.post-document',
    statistic: 'Sum',
    threshold: 1,
    description: 'The ERP allows no proof whether a purchase order exists; somebody must look.',
    impact: 'orders-stop',
    runbook: 'orders-that-wait',
  },
  {
    name: 'ApprovalsOverdue',
    service: 'replenishment.escalate-overdue-approvals',
    statistic: 'Sum',
    threshold: 1,
    description: 'Nobody decided an approval group in time; what it proposes is not ordered.',
    impact: 'work-is-late',
    runbook: 'approvals-overdue',
  },
  {
    name: 'DocumentsNotKept',
    service: 'intake.receive-forecast-file',
    statistic: 'Sum',
    threshold: 1,
    description: 'A dropped file was gone before it was read, or is too large to keep.',
    impact: 'work-is-late',
    runbook: 'document-not-kept',
  },
  {
    name: 'PartnerFilesNotKept',
    service: 'edi.receive-interchange',
    statistic: 'Sum',
    threshold: 1,
    description: "A partner's file was gone before it was read, or is too large to keep.",
    impact: 'work-is-late',
    runbook: 'document-not-kept',
  },
  {
    name: 'InterchangesQuarantined',
    service: 'edi.receive-interchange',
    statistic: 'Sum',
    threshold: 1,
    description: 'An interchange was set aside: nobody known sent it, or it cannot be read as agreed.',
    impact: 'work-is-late',
    runbook: 'interchange-quarantined',
  },
  {
    name: 'OutboxOldestAge',
    service: 'journal.relay-stragglers',
    statistic: 'Maximum',
    threshold: 300,
    description: 'A committed event has waited for the bus for five minutes.',
    impact: 'orders-stop',
    runbook: 'function-errors',
  },
];

/** What people look at: the dashboard, and one alarm above the many. */
export class ObservabilityStack extends CrossdockStack {
  constructor(scope: Construct, environment: Environment) {
    super(scope, 'observability', environment, 'Crossdock: dashboard and the alarm above the alarms');
    this.dashboard();
    for (const measure of measures) this.measureAlarm(measure);
    if (environment.features.compositeAlarms) this.ordersStandStill();
  }

  private dashboard(): void {
    new Dashboard(this, 'Dashboard', {
      dashboardName: this.names.prefix,
      widgets: [
        [
          new TextWidget({
            markdown:
              '# Crossdock\nFrom forecast files to purchase orders and invoices. Runbooks: `docs/runbooks`.',
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
        [
          this.graph(
            'Dialogue with suppliers',
            dialogue.map(({ name }) => this.lambdaMetric(name, 'Invocations')),
          ),
          this.graph(
            'Its dead letters',
            dialogue.map(({ queue }) => this.queueMetric(`${queue}-dead`)),
          ),
        ],
      ],
    });
  }

  private measureAlarm({ name, service, statistic, threshold, ...said }: Measure): void {
    alarm(this, name, {
      environment: this.target,
      name: `${this.names.prefix}-${name}`,
      ...said,
      metric: new Metric({
        namespace: 'Crossdock',
        metricName: name,
        statistic,
        period: Duration.minutes(5),
        dimensionsMap: { service },
      }),
      threshold,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
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
