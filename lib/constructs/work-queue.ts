import { Duration, Stack } from 'aws-cdk-lib';
import { TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnQueue, Queue, QueueEncryption, RedrivePermission } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Environment } from '../environments.ts';
import { namesOf } from '../names.ts';
import { alarm, type Impact } from './alarm.ts';
import { refusePlainHttp } from './refuse-plain-http.ts';
import { type DeployedQueue, workQueuesOf } from './work-queues.ts';

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
  readonly environment: Environment;
  private readonly entry: DeployedQueue;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    const { environment, fifo = false } = props;
    this.environment = environment;
    this.entry = { name: props.name, fifo };
    workQueuesOf(this).push(this.entry);
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
    });
    // Named by its text: two queues that refer to each other could not be made.
    this.allowsOnly(`${name}${suffix}`);
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
      // While the index looks at a message it is not visible: one look may not end the alarm.
      evaluationPeriods: 3,
      datapointsToAlarm: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }

  /** Say which function works it, for whoever redrives its dead letters. */
  isWorkedBy(functionName: string): void {
    this.entry.consumer = functionName;
  }

  /** Nothing but its own queue may use it for dead letters: then AWS's own redrive knows where they came from. */
  private allowsOnly(sourceName: string): void {
    const resource = this.deadLetters.node.defaultChild;
    if (!(resource instanceof CfnQueue)) throw new Error('a queue is made of one resource');
    resource.redriveAllowPolicy = {
      redrivePermission: RedrivePermission.BY_QUEUE,
      sourceQueueArns: [Stack.of(this).formatArn({ service: 'sqs', resource: sourceName })],
    };
  }
}
