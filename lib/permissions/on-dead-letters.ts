import { ArnFormat, Lazy } from 'aws-cdk-lib';
import { type DeployedQueue, workQueuesOf } from '../constructs/work-queues.ts';
import { functionName } from '../names.ts';
import type { Granting } from './granting.ts';

/** What functions may do with work queues that are not theirs: look after what died in them. */
export function onDeadLetters({ stack, environment, names, allow, bucket, tellAbsence }: Granting) {
  /** Of every work queue of the app, each by its name; known once all stacks are made. */
  const ofQueues = (arns: (queue: DeployedQueue) => readonly string[]): string[] =>
    Lazy.list({ produce: () => workQueuesOf(stack).flatMap(arns) });
  const queueArn = ({ name, fifo }: DeployedQueue, dead: '' | '-dead'): string =>
    stack.formatArn({
      service: 'sqs',
      resource: `${names.prefix}-${name}${dead}${fifo ? '.fifo' : ''}`,
    });
  /** What nothing works has its news in the queue itself. */
  const placesOfDead = (queue: DeployedQueue): readonly string[] =>
    queue.consumer ? [queueArn(queue, '-dead')] : [queueArn(queue, '-dead'), queueArn(queue, '')];
  const batched = (...actions: string[]): string[] =>
    environment.queueBatchesByName ? actions.flatMap((action) => [action, `${action}Batch`]) : actions;

  return {
    /** Messages are looked at, hidden meanwhile, and deleted once they are sent back or decided about. */
    lookThroughDeadLetters: () => [
      allow(
        'LookThroughDeadLetters',
        [
          'sqs:GetQueueUrl',
          'sqs:GetQueueAttributes',
          'sqs:ReceiveMessage',
          ...batched('sqs:ChangeMessageVisibility', 'sqs:DeleteMessage'),
        ],
        ofQueues(placesOfDead),
      ),
      allow(
        'KeepDeadLetters',
        ['s3:PutObject', 's3:AbortMultipartUpload'],
        [`${bucket(names.documentsBucket)}/dead-letters/*`],
      ),
    ],
    /** Only into queues that something works, and only where they came from: the function knows no other. */
    sendBackDeadLetters: () => [
      allow(
        'SendBackDeadLetters',
        ['sqs:GetQueueUrl', ...batched('sqs:SendMessage')],
        ofQueues((queue) => (queue.consumer ? [queueArn(queue, '')] : [])),
      ),
    ],
    countDeadLetters: () => [
      allow('CountDeadLetters', ['sqs:GetQueueUrl', 'sqs:GetQueueAttributes'], ofQueues(placesOfDead)),
    ],
    readDeadLetters: () => [
      allow('ReadDeadLetters', ['s3:GetObject'], [`${bucket(names.documentsBucket)}/dead-letters/*`]),
      tellAbsence('Documents', names.documentsBucket),
    ],
    /** A consumer that is asked what it would do does nothing. */
    rehearseConsumers: () => [
      allow(
        'RehearseConsumers',
        ['lambda:InvokeFunction'],
        ofQueues(({ consumer }) =>
          consumer
            ? [
                stack.formatArn({
                  service: 'lambda',
                  resource: 'function',
                  resourceName: functionName(environment, consumer),
                  arnFormat: ArnFormat.COLON_RESOURCE_NAME,
                }),
              ]
            : [],
        ),
      ),
    ],
  };
}
