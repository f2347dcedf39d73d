import { Duration } from 'aws-cdk-lib';
import { TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Queue, QueueEncryption, RedrivePermission } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Environment } from '../environments.ts';
import { namesOf } from '../names.ts';
import { alarm, type Impact } from './alarm.ts';
import { refusePlainHttp } from './refuse-plain-http.ts';

export interface WorkQueueProps {
  readonly environment: Environment;
  /** What is in it, as in `posting-requests`. */
  readonly name: string;
  /** Of the function that works it: the visibility timeout is six times as long. */
  readonly consumerTimeout: Duration;
  readonly impact: Impact;
  /** Ordered per message group. */
  readonly fifo?: boolean;
  /** Receives before the message counts as poison; high where the record counts attempts itself. */
  readonly maxReceives?: number;
  /** Messages wait so long before they are worked on; at most 15 minutes. */
  readonly delay?: Duration;
}

/** A queue with its dead-letter queue: encrypted, TLS only, 14 days, and an alarm on the first dead letter. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    const { environment, fifo = false } = props;
    const suffix = fifo ? '.fifo' : '';
    const name = `${namesOf(environment).prefix}-${props.name}`;
    const kept = {
      encryption: QueueEncryption.SQS_MANAGED,
      retentionPeriod: Duration.days(14),
      ...(fifo ? { fifo: true } : {}),
    };
    this.deadLetters = new Queue(this, 'DeadLetters', {
      ...kept,
      queueName: `${name}-dead${suffix}`,
      redriveAllowPolicy: { redrivePermission: RedrivePermission.ALLOW_ALL },
    });
    this.queue = new Queue(this, 'Queue', {
      ...kept,
      queueName: `${name}${suffix}`,
      ...(props.delay ? { deliveryDelay: props.delay } : {}),
      visibilityTimeout: Duration.seconds(props.consumerTimeout.toSeconds() * 6),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: props.maxReceives ?? 5 },
    });
    for (const queue of [this.deadLetters, this.queue]) {
      queue.addToResourcePolicy(refusePlainHttp(environment, ['sqs:*'], [queue.queueArn]));
    }
    alarm(this, 'Dead', {
      environment,
      name: `${name}-dead-letters`,
      description: `Messages of ${props.name} could not be processed and wait in the dead-letter queue.`,
      impact: props.impact,
      runbook: 'dead-letters',
      metric: this.deadLetters.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1) }),
      threshold: 1,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }
}
