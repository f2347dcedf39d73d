import { newLedger } from '#business/purchasing/rules/new-ledger.ts';
import type { OrderLedger } from '#core/canonical/order-ledger.ts';
import type { PurchaseOrder } from '#core/canonical/purchase-order.ts';
import { aPartnerAgreement } from './a-partner-agreement.ts';
import { aPurchaseOrder } from './a-purchase-order.ts';

/** The ledger of an order that was just placed with acme. */
export const aLedger = (
  order: Partial<PurchaseOrder> = {},
  differing: Partial<OrderLedger> = {},
): OrderLedger => ({
  ...newLedger(aPurchaseOrder({ state: 'confirmed', number: 'PO-71', ...order }), {
    agreement: aPartnerAgreement(),
    channel: 'edi',
    at: '2026-11-23T08:00:00.000Z',
  }),
  ...differing,
});
