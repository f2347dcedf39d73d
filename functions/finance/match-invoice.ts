import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { dynamoSettings } from '#adapters/dynamodb/settings.ts';
import { busEventsHandler } from '#adapters/lambda/bus-queue-handler.ts';
import { s3Objects } from '#adapters/s3/objects.ts';
import { matchInvoice } from '#business/finance/match-invoice.ts';
import type { FinancePorts } from '#business/finance/ports.ts';
import { rematchWaitingInvoices } from '#business/finance/rematch-invoice.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { ok } from '#core/kernel/result.ts';

const ports = (): FinancePorts => ({
  records: dynamoRecords(),
  settings: dynamoSettings(),
  objects: s3Objects(),
  clock: systemClock,
});

/** An invoice of a supplier is there, or goods arrived or an order changed that held one up: match it with both. */
export const handler = busEventsHandler({
  'partner-document-received': async ({ partnerDocumentId, kind }, { correlationId }) =>
    kind === 'supplier-invoice'
      ? matchInvoice(ports(), { partnerDocumentId, correlationId })
      : ok({ state: 'not-an-invoice' }),
  'order-progressed': async ({ purchaseOrderId, what }, { correlationId }) =>
    what === 'received' || what === 'changed'
      ? rematchWaitingInvoices(ports(), { purchaseOrderId, correlationId })
      : ok({ matched: 0 }),
});
