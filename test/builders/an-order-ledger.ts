import { type OrderLedger, orderOfPartner } from '#core/canonical/order-ledger.ts';

/** Order PO-71 of acme: ten cases of I1, awaiting its answer. */
export function anOrderLedger(changes: Partial<OrderLedger> = {}): OrderLedger {
  const { partnerId = 'acme', orderNumber = 'PO-71' } = changes;
  return {
    id: 'po-1',
    supplierId: 'S1',
    partnerId,
    channel: 'api',
    orderNumber,
    system: 'tryton',
    locationId: 'DC',
    currency: 'EUR',
    orderDate: '2026-11-23',
    cancelled: false,
    answer: { state: 'awaiting', dueAt: '2026-11-24T08:00:00.000Z' },
    change: { sequence: 0 },
    waitingInvoices: [],
    lines: [
      {
        lineNumber: 1,
        itemId: 'I1',
        quantity: { value: '10', unit: 'XCS' },
        baseQuantity: { value: '480', unit: 'EA' },
        price: { amount: '12.5', currency: 'EUR', per: { value: '100', unit: 'EA' } },
        requestedDate: '2026-12-07',
        cancelled: false,
        shipped: [],
        received: [],
        invoiced: [],
      },
    ],
    identifiers: [orderOfPartner(partnerId, orderNumber)],
    ...changes,
  };
}
