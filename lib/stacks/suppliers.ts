import { CfnOutput, Duration } from 'aws-cdk-lib';
import type { EventPattern } from 'aws-cdk-lib/aws-events';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { CrossdockFunction } from '../constructs/crossdock-function.ts';
import { every } from '../constructs/every.ts';
import { carry, consume, mayConsume } from '../constructs/queue-consumer.ts';
import { WorkQueue } from '../constructs/work-queue.ts';
import type { Environment } from '../environments.ts';
import { CrossdockStack } from './crossdock-stack.ts';

/** A function that hears events of the bus through a queue of its own. */
interface Hearer {
  readonly entry: string;
  readonly description: string;
  readonly queue: string;
  readonly hears: readonly EventPattern[];
  /** Besides reading and committing records. */
  readonly may?: readonly PolicyStatement[];
  readonly timeout?: Duration;
  readonly memoryMiB?: number;
  readonly atMost?: number;
  readonly delay?: Duration;
}

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
    const receive = this.hearing(
      {
        entry: 'edi/receive-interchange',
        description: 'Reads an interchange of a partner into canonical documents and acknowledges it.',
        queue: 'edi-files',
        hears: [
          {
            source: ['aws.s3'],
            detailType: ['Object Created'],
            detail: {
              bucket: { name: [this.names.landingBucket] },
              object: { key: [{ wildcard: 'partners/*/in/*' }] },
            },
          },
        ],
        may: [...this.exchanges(), ...this.permissions.readMailboxes()],
        timeout: Duration.minutes(10),
        memoryMiB: 1024,
        // Interchanges of one partner share its control numbers.
        atMost: 4,
      },
      'default',
    );
    new CfnOutput(this, 'ReceiveInterchangeFunctionName', { value: receive.function.functionName });
    this.hearing({
      entry: 'edi/release-parked-documents',
      description: 'Sets the documents that waited for a code to work again, in order.',
      queue: 'cross-references',
      hears: [said('cross-reference-changed')],
      timeout: Duration.minutes(5),
    });
  }

  private documentsOut(): void {
    const may = this.exchanges();
    this.hearing({
      entry: 'edi/send-purchase-order',
      description: 'Sends an order to its supplier by EDI.',
      queue: 'orders-to-send',
      hears: [said('order-placed', { channel: ['edi'] })],
      may,
    });
    this.hearing({
      entry: 'edi/send-order-change',
      description: 'Sends a change of an order to its supplier by EDI.',
      queue: 'order-changes-to-send',
      hears: [said('order-change-requested', { telling: ['requested'] })],
      may,
    });
  }

  private reports(): void {
    this.hearing({
      entry: 'edi/send-planning-schedules',
      description: 'Sends suppliers what a replenishment run plans to order from them.',
      queue: 'planning-schedules',
      hears: [said('replenishment-proposed')],
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
    this.hearing({
      entry: 'purchasing/open-order-ledger',
      description: 'Opens the dialogue with the supplier about an order, and notes what the ERP changed.',
      queue: 'orders-to-place',
      hears: [said('purchase-order-created'), said('purchase-order-changed'), said('partner-changed')],
      may: this.permissions.readSettings(),
    });
    this.hearing({
      entry: 'purchasing/apply-acknowledgement',
      description: "Compares a supplier's answer with its order, line by line.",
      queue: 'acknowledgements',
      hears: [said('partner-document-received', { kind: ['order-acknowledgement', 'order-change-answer'] })],
      may: this.matches(),
    });
    this.hearing({
      entry: 'purchasing/note-delivery',
      description: 'Notes on an order whether its supplier has it.',
      queue: 'deliveries-of-documents',
      hears: [said('partner-document-sent')],
      may: this.permissions.readSettings(),
    });
    this.hearing({
      entry: 'purchasing/apply-offer',
      description: "Keeps a supplier's stock, prices and lead times as offers.",
      queue: 'offers',
      hears: [said('partner-document-received', { kind: ['supplier-stock', 'supplier-catalog'] })],
      may: this.matches(),
      timeout: Duration.minutes(5),
    });
  }

  private goodsAndInvoices(): void {
    this.hearing({
      entry: 'purchasing/apply-ship-notice',
      description: 'Matches a ship notice to its orders.',
      queue: 'ship-notices',
      hears: [said('partner-document-received', { kind: ['ship-notice'] })],
      may: this.matches(),
      timeout: Duration.minutes(2),
    });
    this.hearing({
      entry: 'purchasing/apply-goods-receipt',
      description: 'Notes what arrived on the orders it was for.',
      queue: 'goods-receipts',
      hears: [said('goods-received')],
      may: this.permissions.readSettings(),
    });
    this.hearing({
      entry: 'finance/match-invoice',
      description: 'Matches an invoice with order and receipt, again when goods arrive.',
      queue: 'invoices',
      hears: [
        said('partner-document-received', { kind: ['supplier-invoice'] }),
        said('order-progressed', { what: ['received', 'changed'] }),
      ],
      may: this.matches(),
    });
  }

  private exceptions(): void {
    this.hearing({
      entry: 'exceptions/apply-resolution',
      description: 'Carries out what a person decided about an exception.',
      queue: 'resolutions',
      hears: [said('exception-resolved')],
      // What a system refused is posted again only where its posting waits for that.
      may: [...this.exchanges(), ...this.permissions.readPostings()],
      // A whole interchange may be read again.
      timeout: Duration.minutes(10),
      memoryMiB: 1024,
    });
    this.hearing({
      entry: 'exceptions/note-posting-refused',
      description: 'Opens an exception for what a system of record refused.',
      queue: 'refused-postings',
      hears: [
        said('purchase-order-refused'),
        said('order-change-settled', { posting: ['refused'] }),
        said('invoice-settled', { state: ['refused'] }),
      ],
    });
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

  /** A function with the queue it hears events through. */
  private hearing(hearer: Hearer, bus: string = this.names.bus): CrossdockFunction {
    const { entry, description, queue: name, hears, may = [], memoryMiB, atMost = 5, delay } = hearer;
    const timeout = hearer.timeout ?? Duration.seconds(30);
    const queue = new WorkQueue(this, `${name}-queue`, {
      environment: this.target,
      name,
      consumerTimeout: timeout,
      impact: 'work-is-late',
      ...(delay ? { delay } : {}),
    });
    for (const [index, pattern] of hears.entries()) {
      carry(queue, bus, pattern, index === 0 ? '' : String(index + 1));
    }
    const made = this.lambda({
      entry,
      description,
      timeout,
      ...(memoryMiB === undefined ? {} : { memoryMiB }),
      variables: this.variables,
      may: [mayConsume(queue), ...this.commits(), ...may],
      impact: 'work-is-late',
    });
    consume(made, queue, { batchSize: 1, atMost });
    return made;
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

/** Events of one name, of certain data only where it says so. */
const said = (event: string, data: Readonly<Record<string, string[]>> = {}): EventPattern => ({
  detailType: [`crossdock.${event}.v1`],
  ...(Object.keys(data).length > 0 ? { detail: { data } } : {}),
});
