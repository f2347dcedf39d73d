import { CfnOutput, Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { eventConsumers } from '#events/consumers.ts';
import type { CrossdockFunction } from '../constructs/crossdock-function.ts';
import { every } from '../constructs/every.ts';
import { consume, hear, mayConsume } from '../constructs/queue-consumer.ts';
import { WorkQueue } from '../constructs/work-queue.ts';
import type { Environment } from '../environments.ts';
import { CrossdockStack } from './crossdock-stack.ts';

/** The way to and from systems of record: posting in order, and what is pulled from them. */
export class SystemsStack extends CrossdockStack {
  constructor(scope: Construct, environment: Environment) {
    super(scope, 'systems', environment, 'Crossdock: posting to systems of record, and syncing from them');
    this.posting();
    this.syncs();
  }

  private posting(): void {
    // A crashed attempt holds its order for six times as long, so this is kept short; a slow ERP is looked up later.
    const timeout = Duration.seconds(60);
    const postings = new WorkQueue(this, 'TrytonPostings', {
      environment: this.target,
      name: 'postings-tryton',
      fifo: true,
      consumerTimeout: timeout,
      // The posting record counts attempts and parks what must wait; the queue's count catches crashes only.
      maxReceives: 20,
      impact: 'orders-stop',
    });
    const scheduling = eventConsumers['schedule-posting'];
    const requests = new WorkQueue(this, 'PostingRequests', {
      environment: this.target,
      name: scheduling.queue,
      consumerTimeout: Duration.seconds(30),
      impact: 'orders-stop',
    });
    hear(requests, this.names.bus, scheduling);

    const variables = { ...this.variables, POSTING_QUEUE_URL: postings.queue.queueUrl };
    const wake = new PolicyStatement({
      sid: 'WakePostings',
      actions: ['sqs:SendMessage'],
      resources: [postings.queue.queueArn],
    });
    const postingsAccess = [...this.permissions.readPostings(), ...this.permissions.writePostings()];

    const schedule = this.lambda({
      entry: scheduling.entry,
      description: scheduling.summary,
      variables,
      may: [...mayConsume(requests), wake, ...postingsAccess],
      impact: 'orders-stop',
    });
    consume(schedule, requests, { batchSize: 10, atMost: 5 });

    const post = this.lambda({
      entry: 'posting/post-document',
      description: 'Posts an order, a change of one or an invoice to its system of record, exactly once.',
      timeout,
      variables,
      may: [
        ...mayConsume(postings),
        ...postingsAccess,
        ...this.permissions.readRecords(),
        ...this.permissions.commitRecords(),
        ...this.permissions.readSettings(),
        ...this.permissions.readSystemSecrets(),
      ],
      impact: 'orders-stop',
    });
    consume(post, postings, { batchSize: 1, atMost: 4 });

    const due = this.lambda({
      entry: 'posting/wake-due-postings',
      description: 'Wakes postings that wait for their time.',
      variables,
      may: [wake, ...this.permissions.readPostings()],
      impact: 'orders-stop',
      reservedConcurrency: 1,
    });
    every(due, Duration.minutes(1));

    new CfnOutput(this, 'PostingQueueUrl', { value: postings.queue.queueUrl });
    new CfnOutput(this, 'PostingDeadLetterQueueUrl', { value: postings.deadLetters.queueUrl });
  }

  private syncs(): void {
    const may = [
      ...this.permissions.readRecords(),
      ...this.permissions.commitRecords(),
      ...this.permissions.readSettings(),
      ...this.permissions.readSystemSecrets(),
    ];
    const sync = (entry: string, description: string, interval: Duration): CrossdockFunction => {
      const made = this.lambda({
        entry,
        description,
        memoryMiB: 1024,
        timeout: Duration.minutes(15),
        variables: this.variables,
        may,
        impact: 'work-is-late',
        reservedConcurrency: 1,
      });
      every(made, interval, { system: 'tryton' });
      return made;
    };
    const masterData = sync(
      'master-data/sync-master-data',
      'Pulls items, suppliers, locations, terms and stock from the system of record.',
      Duration.minutes(15),
    );
    const purchaseOrders = sync(
      'purchasing/sync-purchase-orders',
      'Pulls the state of purchase orders from the system of record.',
      Duration.minutes(5),
    );
    const receipts = sync(
      'purchasing/sync-goods-receipts',
      'Pulls what goods arrived from the system of record.',
      Duration.minutes(5),
    );
    new CfnOutput(this, 'SyncGoodsReceiptsFunctionName', { value: receipts.function.functionName });
    new CfnOutput(this, 'SyncMasterDataFunctionName', { value: masterData.function.functionName });
    new CfnOutput(this, 'SyncPurchaseOrdersFunctionName', { value: purchaseOrders.function.functionName });
  }

  private get variables(): Readonly<Record<string, string>> {
    return {
      RECORDS_TABLE: this.names.recordsTable,
      AUDIT_TABLE: this.names.auditTable,
      POSTINGS_TABLE: this.names.postingsTable,
      SETTINGS_TABLE: this.names.settingsTable,
      SYSTEM_SECRETS_PREFIX: this.names.systemSecretsPrefix,
    };
  }
}
