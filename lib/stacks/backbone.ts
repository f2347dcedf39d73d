import { CfnOutput, Duration } from 'aws-cdk-lib';
import { TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Archive, EventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { alarm } from '../constructs/alarm.ts';
import { every } from '../constructs/every.ts';
import { refusePlainHttp } from '../constructs/refuse-plain-http.ts';
import { WorkQueue } from '../constructs/work-queue.ts';
import type { Environment } from '../environments.ts';
import { CrossdockStack } from './crossdock-stack.ts';

/** The bus, and the relay that publishes every committed event to it. */
export class BackboneStack extends CrossdockStack {
  constructor(scope: Construct, environment: Environment) {
    super(scope, 'backbone', environment, 'Crossdock: the event bus and the relay of committed events');
    this.alarmTopic();
    const bus = new EventBus(this, 'Bus', { eventBusName: this.names.bus });
    if (environment.features.busArchive) {
      new Archive(this, 'BusArchive', {
        sourceEventBus: bus,
        archiveName: `${this.names.prefix}-archive`,
        eventPattern: { source: ['crossdock'] },
        retention: Duration.days(800),
      });
    }
    this.relay();
    new CfnOutput(this, 'EventBusName', { value: bus.eventBusName });
  }

  private alarmTopic(): void {
    const topic = new Topic(this, 'Alarms', { topicName: this.names.alarmTopic });
    topic.addToResourcePolicy(refusePlainHttp(this.target, ['sns:Publish'], [topic.topicArn]));
    new CfnOutput(this, 'AlarmTopicArn', { value: topic.topicArn });
  }

  private relay(): void {
    const variables = { RECORDS_TABLE: this.names.recordsTable, EVENT_BUS_NAME: this.names.bus };
    const failures = new WorkQueue(this, 'RelayFailures', {
      environment: this.target,
      name: 'relay-failures',
      consumerTimeout: Duration.seconds(30),
      impact: 'orders-stop',
    });
    // Nothing works this queue, so its dead letters stay empty: what is in it is the news.
    alarm(this, 'RelayFailed', {
      environment: this.target,
      name: `${this.names.prefix}-relay-failures`,
      description: 'The stream gave up on a batch of events; the sweep publishes them.',
      impact: 'look-into-it',
      runbook: 'dead-letters',
      metric: failures.queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1) }),
      threshold: 1,
      // While the index looks at it, it is not visible.
      evaluationPeriods: 3,
      datapointsToAlarm: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    const streamArn = StringParameter.valueForStringParameter(this, this.names.recordsStreamParameter);
    const relay = this.lambda({
      entry: 'journal/relay-events',
      description: 'Publishes committed events from the stream of the records table to the bus.',
      variables,
      may: [
        ...this.permissions.relayEvents(),
        new PolicyStatement({
          sid: 'ReadTheStream',
          actions: ['dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:DescribeStream'],
          resources: [streamArn],
        }),
        new PolicyStatement({ sid: 'FindStreams', actions: ['dynamodb:ListStreams'], resources: ['*'] }),
        new PolicyStatement({
          sid: 'ReportLostBatches',
          actions: ['sqs:SendMessage'],
          resources: [failures.queue.queueArn],
        }),
      ],
      impact: 'orders-stop',
    });
    const records = Table.fromTableAttributes(this, 'Records', {
      tableName: this.names.recordsTable,
      tableStreamArn: streamArn,
    });
    relay.function.addEventSource(
      new DynamoEventSource(records, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        bisectBatchOnError: true,
        reportBatchItemFailures: true,
        retryAttempts: 10,
        maxRecordAge: Duration.hours(1),
        onFailure: new SqsDlq(failures.queue),
        filters: [
          FilterCriteria.filter({
            eventName: FilterRule.isEqual('INSERT'),
            dynamodb: { Keys: { sk: { S: FilterRule.beginsWith('EVENT#') } } },
          }),
        ],
      }),
    );

    const stragglers = this.lambda({
      entry: 'journal/relay-stragglers',
      description: 'Publishes committed events that the stream did not carry to the bus.',
      variables,
      may: [...this.permissions.findUnsentEvents(), ...this.permissions.relayEvents()],
      impact: 'orders-stop',
      timeout: Duration.seconds(50),
      reservedConcurrency: 1,
    });
    every(stragglers, Duration.minutes(1));
  }
}
