import { derivedId } from '#core/kernel/identifiers.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import type { PurchaseOrderSyncPorts, SystemPurchaseOrder } from './ports.ts';

/** The id of our record of an order that a system made by itself. */
export const foreignOrderId = (system: string, nativeId: string): string => derivedId('po', system, nativeId);

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

const ASKED_AT_A_TIME = 16;

/**
 * Which of our records each order is: the one that its native id leads to. Orders of the system's own are looked
 * for together, by the id they would have; the others one by one.
 */
export async function recogniseOrders(
  { source, records, isOurReference }: Omit<PurchaseOrderSyncPorts, 'clock'>,
  orders: readonly SystemPurchaseOrder[],
): Promise<readonly Recognised[]> {
  const ids = orders.map(({ nativeId }) => foreignOrderId(source.id, nativeId));
  const foreign = new Map(
    (await records.getMany('purchase-order', ids)).map((record) => [record.id, record]),
  );

  const recognise = async (order: SystemPurchaseOrder): Promise<Recognised> => {
    const { nativeId, reference = '' } = order;
    const scheme = `${source.id}:purchase-order`;
    const stored =
      foreign.get(foreignOrderId(source.id, nativeId)) ??
      (await records.findByIdentifier('purchase-order', { scheme, value: nativeId }));
    if (stored) return { kind: 'known', order, stored };
    return { kind: isOurReference(reference) ? 'posting' : 'foreign', order };
  };
  const recognised: Recognised[] = [];
  for (let at = 0; at < orders.length; at += ASKED_AT_A_TIME) {
    recognised.push(...(await Promise.all(orders.slice(at, at + ASKED_AT_A_TIME).map(recognise))));
  }
  return recognised;
}
