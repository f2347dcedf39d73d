/**
 * Everyone who hears events of the bus. The stacks make queues and rules from this, a replay sends by it, and the
 * catalogue's `consumers` agree with it. A new consumer is an entry here and a function in a stack.
 */
import type { EventConsumer } from './define-consumer.ts';

export const eventConsumers = {
  'apply-acknowledgement': {
    entry: 'purchasing/apply-acknowledgement',
    summary: "Compares a supplier's answer with its order, line by line.",
    queue: 'acknowledgements',
    hears: [
      {
        events: ['partner-document-received'],
        where: { kind: ['order-acknowledgement', 'order-change-answer'] },
      },
    ],
  },
  'apply-goods-receipt': {
    entry: 'purchasing/apply-goods-receipt',
    summary: 'Notes what arrived on the orders it was for.',
    queue: 'goods-receipts',
    hears: [{ events: ['goods-received'] }],
  },
  'apply-offer': {
    entry: 'purchasing/apply-offer',
    summary: "Keeps a supplier's stock, prices and lead times as offers.",
    queue: 'offers',
    hears: [
      { events: ['partner-document-received'], where: { kind: ['supplier-stock', 'supplier-catalog'] } },
    ],
  },
  'apply-resolution': {
    entry: 'exceptions/apply-resolution',
    summary: 'Carries out what a person decided about an exception.',
    queue: 'resolutions',
    hears: [{ events: ['exception-resolved'] }],
  },
  'apply-ship-notice': {
    entry: 'purchasing/apply-ship-notice',
    summary: 'Matches a ship notice to its orders.',
    queue: 'ship-notices',
    hears: [{ events: ['partner-document-received'], where: { kind: ['ship-notice'] } }],
  },
  'keep-read-model': {
    entry: 'measures/keep-read-model',
    summary: 'Counts what happened for the measures, and notes where it is found again.',
    queue: 'read-model',
    hears: 'everything',
  },
  'match-invoice': {
    entry: 'finance/match-invoice',
    summary: 'Matches an invoice with order and receipt, again when goods arrive.',
    queue: 'invoices',
    hears: [
      { events: ['partner-document-received'], where: { kind: ['supplier-invoice'] } },
      { events: ['order-progressed'], where: { what: ['received', 'changed'] } },
    ],
  },
  'note-delivery': {
    entry: 'purchasing/note-delivery',
    summary: 'Notes on an order whether its supplier has it.',
    queue: 'deliveries-of-documents',
    hears: [{ events: ['partner-document-sent'] }],
  },
  'note-posting-refused': {
    entry: 'exceptions/note-posting-refused',
    summary: 'Opens an exception for what a system of record refused.',
    queue: 'refused-postings',
    hears: [
      { events: ['purchase-order-refused'] },
      { events: ['order-change-settled'], where: { posting: ['refused'] } },
      { events: ['invoice-settled'], where: { state: ['refused'] } },
    ],
  },
  'open-order-ledger': {
    entry: 'purchasing/open-order-ledger',
    summary: 'Opens the dialogue with the supplier about an order, and notes what the ERP changed.',
    queue: 'orders-to-place',
    hears: [
      { events: ['purchase-order-created'] },
      { events: ['purchase-order-changed'] },
      { events: ['partner-changed'] },
    ],
  },
  'release-parked-documents': {
    entry: 'edi/release-parked-documents',
    summary: 'Sets the documents that waited for a code to work again, in order.',
    queue: 'cross-references',
    hears: [{ events: ['cross-reference-changed'] }],
  },
  'run-redrive': {
    entry: 'dead-letters/run-redrive',
    summary: 'Sends dead letters back to where they came from, as a redrive asks.',
    queue: 'redrives',
    hears: [{ events: ['redrive-started'] }],
  },
  'run-replay': {
    entry: 'replay/run-replay',
    summary: 'Sends events to one consumer again, as a replay asks.',
    queue: 'replays',
    hears: [{ events: ['replay-started'] }],
  },
  'schedule-posting': {
    entry: 'posting/schedule-posting',
    summary: 'Records that an order, a change of one or an invoice is to be posted, and wakes its lane.',
    queue: 'posting-requests',
    hears: [{ events: ['purchase-order-requested', 'order-change-requested', 'invoice-matched'] }],
  },
  'send-order-change': {
    entry: 'edi/send-order-change',
    summary: 'Sends a change of an order to its supplier by EDI.',
    queue: 'order-changes-to-send',
    hears: [{ events: ['order-change-requested'], where: { telling: ['requested'] } }],
  },
  'send-planning-schedules': {
    entry: 'edi/send-planning-schedules',
    summary: 'Sends suppliers what a replenishment run plans to order from them.',
    queue: 'planning-schedules',
    hears: [{ events: ['replenishment-proposed'] }],
  },
  'send-purchase-order': {
    entry: 'edi/send-purchase-order',
    summary: 'Sends an order to its supplier by EDI.',
    queue: 'orders-to-send',
    hears: [{ events: ['order-placed'], where: { channel: ['edi'] } }],
  },
  'start-replenishment': {
    entry: 'replenishment/start-replenishment',
    summary: 'Starts replenishment for a release that came into force.',
    queue: 'replenishment-starts',
    hears: [{ events: ['forecast-release-approved'] }],
  },
  'wake-approval-group': {
    entry: 'replenishment/wake-approval-group',
    summary: 'Wakes the workflow of a decided approval group.',
    queue: 'approval-wakes',
    hears: [{ events: ['approval-group-decided'] }],
  },
} as const satisfies Readonly<Record<string, EventConsumer>>;

export type ConsumerName = keyof typeof eventConsumers;

/** All of them by name. */
export const consumers: ReadonlyMap<string, EventConsumer> = new Map(Object.entries(eventConsumers));
