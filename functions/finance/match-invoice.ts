import { busEventsHandler } from '#adapters/lambda/bus-queue-handler.ts';
import { matchingPorts } from '#adapters/matching-ports.ts';
import { matchInvoice } from '#business/finance/match-invoice.ts';
import { rematchWaitingInvoices } from '#business/finance/rematch-invoice.ts';
import { ok } from '#core/kernel/result.ts';

/** An invoice of a supplier is there, or goods arrived or an order changed that held one up: match it with both. */
export const handler = busEventsHandler({
  'partner-document-received': async ({ partnerDocumentId, kind }, { correlationId }) =>
    kind === 'supplier-invoice'
      ? matchInvoice(matchingPorts(), { partnerDocumentId, correlationId })
      : ok({ state: 'not-an-invoice' }),
  'order-progressed': async ({ purchaseOrderId, what }, { correlationId }) =>
    what === 'received' || what === 'changed'
      ? rematchWaitingInvoices(matchingPorts(), { purchaseOrderId, correlationId })
      : ok({ matched: 0 }),
});
