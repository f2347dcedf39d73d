import { Duration } from 'aws-cdk-lib';
import {
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  MathExpression,
  Metric,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { Environment } from '../environments.ts';
import { functionName, namesOf } from '../names.ts';
import { chain, dialogue, housekeeping } from './chain.ts';
import { exceptionOwners, metricOf } from './watched.ts';

const keeping = 'measures.keep-read-model';
const watching = 'measures.watch-waiting';

/** A dashboard for each who looks: the business, those who talk to suppliers, those who keep it running. */
export function dashboards(scope: Construct, environment: Environment): void {
  const { prefix } = namesOf(environment);
  const of = widgetsIn(environment);
  const board = (audience: string, text: string, rows: IWidget[][]): void => {
    const heading = new TextWidget({ markdown: `# Crossdock: ${audience}\n${text}`, width: 24, height: 2 });
    new Dashboard(scope, `${metricOf(audience)}Dashboard`, {
      dashboardName: `${prefix}-${audience}`,
      widgets: [[heading], ...rows],
    });
  };
  board('business', 'Is the business in step? Exact figures and what is behind them: the console.', [
    [
      of.shares('Shares', ['forecast-rows', 'postings', 'touchless-orders', 'matched-invoices']),
      of.durations('From forecast to order', ['forecast-publication', 'order-cycle', 'order-cycle-machine']),
    ],
    [
      of.watched('What waits', ['ExceptionsOpen', 'ProposalsWaiting', 'PostingsWaiting', 'DocumentsParked']),
      of.overdue('Exceptions past their due date, by owner'),
    ],
  ]);
  board('suppliers', 'The dialogue with suppliers: answers, shipments, invoices.', [
    [
      of.shares('Answers', ['acknowledged-lines', 'acknowledged-in-time', 'matched-invoices']),
      of.sums('Exceptions and things done by hand', ['exceptions-opened', 'manual-touches']),
    ],
    [
      of.lambdas(
        'Work done',
        dialogue.map(({ name }) => name),
        'Invocations',
      ),
      of.queues(
        'Dead letters',
        dialogue.map(({ queue }) => `${queue}-dead`),
      ),
    ],
  ]);
  board('operations', 'What runs, what failed, what is late. Runbooks: `docs/runbooks`.', [
    [
      of.lambdas('Work done by the chain', chain, 'Invocations'),
      of.lambdas('Failures in the chain', chain, 'Errors'),
    ],
    [
      of.queues('Dead letters', [
        ...['forecast-files', 'replenishment-starts', 'approval-wakes', 'posting-requests', 'read-model'].map(
          (name) => `${name}-dead`,
        ),
        'postings-tryton-dead.fifo',
      ]),
      of.queues('Waiting', ['postings-tryton.fifo', 'read-model']),
    ],
    [
      of.watched('Freshness', ['SourcesStale', 'OldestPullAge']),
      of.durations('Behind sources, and to the ERP', ['sync-lag', 'posting-delay']),
    ],
    [
      of.lambdas('Failures in housekeeping', housekeeping, 'Errors'),
      of.counted('Events counted, late and lost', ['EventsCounted', 'EventGaps', 'EventsLost']),
    ],
  ]);
}

function widgetsIn(environment: Environment) {
  const { prefix } = namesOf(environment);
  const own = (metricName: string, service: string, statistic: string, more = {}): Metric =>
    new Metric({
      namespace: 'Crossdock',
      metricName,
      statistic,
      period: Duration.minutes(5),
      dimensionsMap: { service, ...more },
    });
  const graph = (title: string, left: IMetric[]): IWidget =>
    new GraphWidget({ title, left, width: 12, height: 6 });
  const share = (counted: string): IMetric => shareOf(counted, Duration.hours(1));
  return {
    shares: (title: string, counted: readonly string[]) => graph(title, counted.map(share)),
    durations: (title: string, counted: readonly string[]) =>
      graph(
        title,
        counted.map((one) => own(metricOf(one), keeping, 'p95').with({ label: `${one}, seconds (p95)` })),
      ),
    sums: (title: string, counted: readonly string[]) =>
      graph(
        title,
        counted.map((one) => own(`${metricOf(one)}Good`, keeping, 'Sum').with({ label: one })),
      ),
    counted: (title: string, names: readonly string[]) =>
      graph(
        title,
        names.map((name) => own(name, keeping, 'Sum')),
      ),
    watched: (title: string, names: readonly string[]) =>
      graph(
        title,
        names.map((name) => own(name, watching, 'Maximum')),
      ),
    overdue: (title: string) =>
      graph(
        title,
        exceptionOwners.map((owner) =>
          own('ExceptionsOverdue', watching, 'Maximum', { owner }).with({ label: owner }),
        ),
      ),
    lambdas: (title: string, names: readonly string[], metricName: string) =>
      graph(
        title,
        names.map(
          (name) =>
            new Metric({
              namespace: 'AWS/Lambda',
              metricName,
              statistic: 'Sum',
              label: name,
              dimensionsMap: { FunctionName: functionName(environment, name) },
            }),
        ),
      ),
    queues: (title: string, names: readonly string[]) =>
      graph(
        title,
        names.map(
          (name) =>
            new Metric({
              namespace: 'AWS/SQS',
              metricName: 'ApproximateNumberOfMessagesVisible',
              statistic: 'Maximum',
              label: name,
              dimensionsMap: { QueueName: `${prefix}-${name}` },
            }),
        ),
      ),
  };
}

/** What was good of all that was counted; 1 where less than `ofAtLeast` was, which says nothing. */
export function shareOf(counted: string, period: Duration, ofAtLeast = 1): MathExpression {
  const sum = (metricName: string) =>
    new Metric({
      namespace: 'Crossdock',
      metricName,
      statistic: 'Sum',
      dimensionsMap: { service: keeping },
    });
  const id = metricOf(counted);
  return new MathExpression({
    label: counted,
    period,
    expression: `IF(all${id} >= ${ofAtLeast}, good${id} / all${id}, 1)`,
    usingMetrics: { [`good${id}`]: sum(`${id}Good`), [`all${id}`]: sum(`${id}All`) },
  });
}
