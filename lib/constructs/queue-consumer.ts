import { Duration, Stack } from 'aws-cdk-lib';
import { EventBus, type EventPattern, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { eventCatalogue } from '#events/catalogue.ts';
import type { EventConsumer, Hearing } from '#events/define-consumer.ts';
import { eventType } from '#events/define-event.ts';
import { namesOf } from '../names.ts';
import { permissionsIn } from '../permissions.ts';
import type { CrossdockFunction } from './crossdock-function.ts';
import type { WorkQueue } from './work-queue.ts';

/** What a function needs to be allowed to work a queue, and to say why a message of it failed. */
export const mayConsume = (queue: WorkQueue): readonly PolicyStatement[] => [
  new PolicyStatement({
    sid: 'WorkItsQueue',
    actions: [
      'sqs:ReceiveMessage',
      'sqs:DeleteMessage',
      'sqs:ChangeMessageVisibility',
      'sqs:GetQueueAttributes',
    ],
    resources: [queue.queue.queueArn],
  }),
  ...permissionsIn(Stack.of(queue), queue.environment).noteFailures(),
];

export interface Consumption {
  readonly batchSize: number;
  /** Functions running at once at most: 2 to 1000. */
  readonly atMost: number;
}

/** Let a function work a queue, failing message by message; it must have been given `mayConsume`. */
export function consume(
  consumer: CrossdockFunction,
  work: WorkQueue,
  { batchSize, atMost }: Consumption,
): void {
  work.isWorkedBy(consumer.name);
  consumer.function.addEnvironment('READ_MODEL_TABLE', namesOf(work.environment).readModelTable);
  new CfnEventSourceMapping(consumer, 'Consumes', {
    functionName: consumer.function.functionName,
    eventSourceArn: work.queue.queueArn,
    batchSize,
    functionResponseTypes: ['ReportBatchItemFailures'],
    scalingConfig: { maximumConcurrency: atMost },
  });
}

/**
 * Carry what matches a pattern on a bus into a queue; what cannot be delivered goes to the queue's dead letters. `also`
 * tells a further pattern of the queue from its first.
 */
export function carry(queue: WorkQueue, busName: string, eventPattern: EventPattern, also = ''): void {
  const rule = new Rule(queue, `Carries${also}`, {
    eventBus: EventBus.fromEventBusName(queue, `From${also}`, busName),
    eventPattern,
  });
  rule.addTarget(
    new SqsQueue(queue.queue, {
      deadLetterQueue: queue.deadLetters,
      retryAttempts: 185,
      maxEventAge: Duration.hours(24),
    }),
  );
}

/** Carry the events that a consumer hears from the bus into its queue: one rule for each way in which it hears. */
export function hear(queue: WorkQueue, busName: string, { hears }: EventConsumer): void {
  const patterns = hears === 'everything' ? [{ source: ['crossdock'] }] : hears.map(patternOf);
  for (const [index, pattern] of patterns.entries()) {
    carry(queue, busName, pattern, index === 0 ? '' : String(index + 1));
  }
}

const patternOf = ({ events, where }: Hearing): EventPattern => ({
  detailType: events.map((name) => eventType(eventCatalogue[name])),
  ...(where ? { detail: { data: where } } : {}),
});
