import { CfnOutput, Duration } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { type ConsumerName, eventConsumers } from '#events/consumers.ts';
import { every } from '../constructs/every.ts';
import { carry } from '../constructs/queue-consumer.ts';
import type { Environment } from '../environments.ts';
import { CrossdockStack, type Worker } from './crossdock-stack.ts';

/** What a function needs besides what all of them do. */
type Needs = Partial<Omit<Worker, 'variables' | 'impact'>>;

/** The dialogue with suppliers: interchanges in and out, answers, shipments, receipts, invoices, exceptions. */
export class SuppliersStack extends CrossdockStack {
  constructor(scope: Construct, environment: Environment) {
    super(scope, 'suppliers', environment, 'Crossdock: documents to and from suppliers, matched');
    this.interchangesIn();
    this.documentsOut();
    this.reports();
    this.orders();
    this.goodsAndInvoices();
    this.exceptions();
  }

  private interchangesIn(): void {
    const reading = {
      entry: 'edi/receive-interchange',
      summary: 'Reads an interchange of a partner into canonical documents and acknowledges it.',
      queue: 'edi-files',
    };
    const worker = this.asWorker({
      may: [...this.exchanges(), ...this.permissions.readMailboxes()],
      timeout: Duration.minutes(10),
      memoryMiB: 1024,
      // Interchanges of one partner share its control numbers.
      atMost: 4,
    });
    const { made: receive, queue: files } = this.working(reading, worker);
    carry(files, 'default', {
      source: ['aws.s3'],
      detailType: ['Object Created'],
      detail: {
        bucket: { name: [this.names.landingBucket] },
        object: { key: [{ wildcard: 'partners/*/in/*' }] },
      },
    });
    new CfnOutput(this, 'ReceiveInterchangeFunctionName', { value: receive.function.functionName });
    this.hears('release-parked-documents', { timeout: Duration.minutes(5) });
  }

  private documentsOut(): void {
    const may = this.exchanges();
    this.hears('send-purchase-order', { may });
    this.hears('send-order-change', { may });
  }

  private reports(): void {
    this.hears('send-planning-schedules', {
      may: [...this.exchanges(), ...this.permissions.readWork('runs')],
      // Policy orders at once what it may: then it is on order, and no longer in the schedule.
      delay: Duration.minutes(5),
      timeout: Duration.minutes(15),
      memoryMiB: 1024,
    });
    const activity = this.lambda({
      entry: 'edi/send-product-activity',
      description: 'Sends suppliers the sales and stock of their items.',
      timeout: Duration.minutes(15),
      memoryMiB: 1024,
      variables: this.variables,
      may: [...this.commits(), ...this.exchanges()],
      impact: 'look-into-it',
      reservedConcurrency: 1,
    });
    // A week is told once: whoever could not be told of it yet is told the next day.
    every(activity, Duration.days(1));
  }

  private orders(): void {
    this.hears('open-order-ledger', { may: this.permissions.readSettings() });
    this.hears('apply-acknowledgement', { may: this.matches() });
    this.hears('note-delivery', { may: this.permissions.readSettings() });
    this.hears('apply-offer', {
      may: this.matches(),
      timeout: Duration.minutes(5),
    });
  }

  private goodsAndInvoices(): void {
    this.hears('apply-ship-notice', {
      may: this.matches(),
      timeout: Duration.minutes(2),
    });
    this.hears('apply-goods-receipt', { may: this.permissions.readSettings() });
    this.hears('match-invoice', { may: this.matches() });
  }

  private exceptions(): void {
    this.hears('apply-resolution', {
      // What a system refused is posted again only where its posting waits for that.
      may: [...this.exchanges(), ...this.permissions.readPostings()],
      // A whole interchange may be read again.
      timeout: Duration.minutes(10),
      memoryMiB: 1024,
    });
    this.hears('note-posting-refused');
    const sweep = this.lambda({
      entry: 'exceptions/sweep-due-dates',
      description: 'Finds answers, acknowledgements, invoices and exceptions that are overdue.',
      timeout: Duration.minutes(5),
      variables: this.variables,
      // An invoice that is overdue is matched once more.
      may: [...this.commits(), ...this.matches()],
      impact: 'work-is-late',
      reservedConcurrency: 1,
    });
    every(sweep, Duration.minutes(1));
    new CfnOutput(this, 'SweepDueDatesFunctionName', { value: sweep.function.functionName });
  }

  private hears(consumer: ConsumerName, needs: Needs = {}): void {
    this.hearing(eventConsumers[consumer], this.asWorker(needs));
  }

  /** Every function here reads and commits records. */
  private asWorker({ may = [], ...needs }: Needs): Worker {
    return {
      ...needs,
      variables: this.variables,
      may: [...this.commits(), ...may],
      impact: 'work-is-late',
    };
  }

  private commits(): PolicyStatement[] {
    return [...this.permissions.readRecords(), ...this.permissions.commitRecords()];
  }

  /** Reads what a partner said, in canonical form, by what was agreed with it. */
  private matches(): PolicyStatement[] {
    return [...this.permissions.readSettings(), ...this.permissions.readDocuments()];
  }

  /** Keeps what came and what goes, and puts what goes into the partner's mailbox. */
  private exchanges(): PolicyStatement[] {
    return [
      ...this.permissions.readSettings(),
      ...this.permissions.keepDocuments(),
      ...this.permissions.writeMailboxes(),
    ];
  }

  private get variables(): Readonly<Record<string, string>> {
    return {
      RECORDS_TABLE: this.names.recordsTable,
      AUDIT_TABLE: this.names.auditTable,
      SETTINGS_TABLE: this.names.settingsTable,
      POSTINGS_TABLE: this.names.postingsTable,
      LANDING_BUCKET: this.names.landingBucket,
      DOCUMENTS_BUCKET: this.names.documentsBucket,
      WORK_BUCKET: this.names.workBucket,
    };
  }
}
