import type { OrderChangeRecord } from '#core/canonical/order-ledger.ts';
import type { AnyChange } from '#core/kernel/records.ts';

/** The change that records what was decided about an order, with the event that has it posted, told or both. */
export function recordedChange(change: OrderChangeRecord): AnyChange {
  const { id, purchaseOrderId, system, posting, telling } = change;
  const data = { orderChangeId: id, purchaseOrderId, system, posting, telling };
  return {
    type: 'order-change',
    id,
    expect: 'absent',
    body: change,
    events: [{ name: 'order-change-requested', data }],
  };
}
