import type { StoredRecord } from '#core/kernel/records.ts';
import { ordersByNativeId } from './orders-by-native-id.ts';
import type { PurchaseOrderSyncPorts, SystemPurchaseOrder } from './ports.ts';

/** What an order of a system is to us. */
export type Recognised =
  | {
      readonly kind: 'known';
      readonly order: SystemPurchaseOrder;
      readonly stored: StoredRecord<'purchase-order'>;
    }
  /** Made by the system's own users, and not known yet. */
  | { readonly kind: 'foreign'; readonly order: SystemPurchaseOrder }
  /** Posted by us, and posting has not recorded it on our order yet: a record for it would be a second one. */
  | { readonly kind: 'posting'; readonly order: SystemPurchaseOrder };

/** Which of our records each order is: the one that its native id leads to. */
export async function recogniseOrders(
  { source, records, isOurReference }: Omit<PurchaseOrderSyncPorts, 'clock'>,
  orders: readonly SystemPurchaseOrder[],
): Promise<readonly Recognised[]> {
  const known = await ordersByNativeId(
    records,
    source.id,
    orders.map(({ nativeId }) => nativeId),
  );
  return orders.map((order): Recognised => {
    const stored = known.get(order.nativeId);
    if (stored) return { kind: 'known', order, stored };
    return { kind: isOurReference(order.reference ?? '') ? 'posting' : 'foreign', order };
  });
}
