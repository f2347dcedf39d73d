import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { busEventsHandler } from '#adapters/lambda/bus-queue-handler.ts';
import { notePostingRefused } from '#business/exceptions/note-posting-refused.ts';
import { systemClock } from '#core/kernel/clock.ts';

const ports = { records: dynamoRecords(), clock: systemClock };

/** A system of record refuses an order, a change or an invoice → an exception that says so in its words. */
export const handler = busEventsHandler({
  'purchase-order-refused': ({ purchaseOrderId: id }, { correlationId }) =>
    notePostingRefused(ports, { what: 'purchase-order', id, correlationId }),
  'order-change-settled': ({ orderChangeId: id }, { correlationId }) =>
    notePostingRefused(ports, { what: 'order-change', id, correlationId }),
  'invoice-settled': ({ invoiceId: id }, { correlationId }) =>
    notePostingRefused(ports, { what: 'invoice', id, correlationId }),
});
