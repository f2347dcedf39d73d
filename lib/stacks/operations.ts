import { CfnOutput, Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { consumers, eventConsumers } from '#events/consumers.ts';
import { every } from '../constructs/every.ts';
import { workQueuesInWords } from '../constructs/work-queues.ts';
import type { Environment } from '../environments.ts';
import { CrossdockStack } from './crossdock-stack.ts';

/** What keeps the flows running repairable: dead letters go back, events are sent to one consumer again. */
export class OperationsStack extends CrossdockStack {
  constructor(scope: Construct, environment: Environment) {
    super(scope, 'operations', environment, 'Crossdock: dead letters and replays of events');
    this.deadLetters();
    this.replays();
  }

  private deadLetters(): void {
    const variables = {
      RECORDS_TABLE: this.names.recordsTable,
      AUDIT_TABLE: this.names.auditTable,
      READ_MODEL_TABLE: this.names.readModelTable,
      DOCUMENTS_BUCKET: this.names.documentsBucket,
      DEAD_LETTER_QUEUES: workQueuesInWords(this),
    };
    const may = [
      ...this.permissions.readRecords(),
      ...this.permissions.commitRecords(),
      ...this.permissions.readReadModel(),
      ...this.permissions.lookThroughDeadLetters(),
    ];
    const index = this.lambda({
      entry: 'dead-letters/index-dead-letters',
      description: 'Keeps a record of every message in a dead-letter queue, and notices what left.',
      timeout: Duration.seconds(55),
      variables,
      may,
      impact: 'look-into-it',
      reservedConcurrency: 1,
    });
    every(index, Duration.minutes(1));

    const run = this.hearing(eventConsumers['run-redrive'], {
      timeout: Duration.minutes(5),
      variables,
      may: [...may, ...this.permissions.sendBackDeadLetters()],
      impact: 'look-into-it',
    });
    every(run, Duration.minutes(1));
    new CfnOutput(this, 'DeadLetterQueues', { value: workQueuesInWords(this) });
    new CfnOutput(this, 'IndexDeadLettersFunctionName', { value: index.function.functionName });
    new CfnOutput(this, 'RunRedriveFunctionName', { value: run.function.functionName });
  }

  private replays(): void {
    const queues = [...consumers.values()].map(({ queue: name }) =>
      this.formatArn({ service: 'sqs', resource: `${this.names.prefix}-${name}` }),
    );
    const run = this.hearing(eventConsumers['run-replay'], {
      timeout: Duration.minutes(5),
      variables: {
        RECORDS_TABLE: this.names.recordsTable,
        AUDIT_TABLE: this.names.auditTable,
        READ_MODEL_TABLE: this.names.readModelTable,
        QUEUE_NAME_PREFIX: `${this.names.prefix}-`,
      },
      may: [
        ...this.permissions.readRecords(),
        ...this.permissions.commitRecords(),
        ...this.permissions.readReadModel(),
        new PolicyStatement({
          sid: 'SendToConsumers',
          actions: ['sqs:GetQueueUrl', 'sqs:SendMessage'],
          resources: queues,
        }),
      ],
      impact: 'look-into-it',
    });
    every(run, Duration.minutes(1), { goOn: true });
    new CfnOutput(this, 'RunReplayFunctionName', { value: run.function.functionName });
  }
}
