import { type LedgerLine, type OrderLedger, orderOfPartner } from '#core/canonical/order-ledger.ts';
import type { PartnerAgreement } from '#core/canonical/partner-agreement.ts';
import type { PurchaseOrder, PurchaseOrderLine } from '#core/canonical/purchase-order.ts';
import type { Instant } from '#core/kernel/dates.ts';

export interface LedgerTerms {
  readonly agreement: PartnerAgreement | undefined;
  readonly channel: OrderLedger['channel'];
  readonly at: Instant;
}

/** The number a partner knows an order by: that of the system of record, else ours. */
export const orderNumberOf = ({ id, number }: PurchaseOrder): string => number ?? id;

/** The ledger of an order that is to be told to its supplier now, or was ordered before anybody kept one. */
export function newLedger(order: PurchaseOrder, { agreement, channel, at }: LedgerTerms): OrderLedger {
  const { id, supplierId, system, locationId, orderDate, total } = order;
  const orderNumber = orderNumberOf(order);
  const isPlaced = order.state === 'confirmed';
  return {
    id,
    supplierId,
    ...(agreement && { partnerId: agreement.id }),
    channel,
    orderNumber,
    system,
    locationId,
    currency: total.currency,
    orderDate,
    cancelled: order.state === 'cancelled',
    answer:
      isPlaced && channel !== 'none' && agreement
        ? { state: 'awaiting', dueAt: answerDueAt(at, agreement) }
        : { state: 'none' },
    change: { sequence: 0 },
    waitingInvoices: [],
    lines: order.lines.map((line) => newLine(line, channel)),
    identifiers: agreement ? [orderOfPartner(agreement.id, orderNumber)] : [],
  };
}

/** Until when the supplier has to answer what it is told now. */
export const answerDueAt = (at: Instant, { answerWithinHours }: PartnerAgreement): Instant =>
  new Date(Date.parse(at) + answerWithinHours * 3_600_000).toISOString();

/** Where no partner answers, the promise is what the system's own users were told. */
export function newLine(line: PurchaseOrderLine, channel: OrderLedger['channel']): LedgerLine {
  const { lineNumber, itemId, quantity, baseQuantity, price, requestedDate } = line;
  return {
    lineNumber,
    itemId,
    quantity,
    baseQuantity,
    price,
    requestedDate,
    ...(channel === 'none' ? promisesOf(line) : {}),
    cancelled: false,
    shipped: [],
    received: [],
    invoiced: [],
  };
}

export const promisesOf = ({ firstPromisedDate, lastPromisedDate }: PurchaseOrderLine) => ({
  ...(firstPromisedDate && { firstPromisedDate }),
  ...(lastPromisedDate && { lastPromisedDate }),
});
