import type { Interchange } from '#core/canonical/interchange.ts';
import { partnerOfSupplier } from '#core/canonical/partner.ts';
import type { PurchaseOrder } from '#core/canonical/purchase-order.ts';
import type { CorrelationId } from '#core/kernel/correlation.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { correspondentOf } from './correspondent.ts';
import { type NotSent, orException } from './not-sent.ts';
import { orderContextOf } from './order-context-of.ts';
import type { ExchangePorts } from './ports.ts';
import { sendBusinessDocument } from './send-business-document.ts';

export interface OrderToSend {
  readonly purchaseOrderId: string;
  /** `1` for the first send; anything else that was not used before sends it again (S15). */
  readonly revision?: string;
  readonly correlationId: CorrelationId;
}

/**
 * Send a purchase order to its supplier by EDI (850, ORDERS).
 * 1. Find the order, its ledger with the number the supplier knows it by, and the supplier's partner.
 * 2. Gather parties and items by the numbers the partner knows.
 * 3. Write and send it. What cannot be sent opens an exception; the message is done with then.
 * Problems: `not-found`, `partner-unknown`.
 */
export async function sendPurchaseOrder(
  ports: ExchangePorts,
  { purchaseOrderId, revision = '1', correlationId }: OrderToSend,
): Promise<Result<Interchange | NotSent>> {
  const order = await orderAsKnown(ports, purchaseOrderId);
  if (!order.ok) return order;
  const correspondent = await correspondentOf(ports, order.value.partnerId);
  if (!correspondent.ok) return correspondent;
  const { document } = order.value;
  const context = await orderContextOf(ports, correspondent.value, namedBy(document));
  const sent = await sendBusinessDocument(ports, correspondent.value, {
    kind: 'purchase-order',
    document,
    context,
    cause: purchaseOrderId,
    revision,
    about: { number: document.number, orderNumber: document.number, purchaseOrderId },
    correlationId,
  });
  const about = { purchaseOrderId, orderNumber: document.number, supplierId: document.supplierId };
  return orException(
    ports,
    correspondent.value,
    { what: `order ${document.number}`, cause: purchaseOrderId, about, correlationId },
    sent,
  );
}

/** What an order names, by our ids. */
export const namedBy = ({ supplierId, locationId, lines }: PurchaseOrder) => ({
  supplierId,
  locationIds: [locationId],
  itemIds: lines.map(({ itemId }) => itemId),
});

export interface KnownOrder {
  readonly document: PurchaseOrder & { readonly number: string };
  readonly partnerId: string;
}

/** An order with the number its supplier knows it by, and the supplier's partner. */
export async function orderAsKnown(
  { records }: Pick<ExchangePorts, 'records'>,
  purchaseOrderId: string,
): Promise<Result<KnownOrder>> {
  const order = await records.get('purchase-order', purchaseOrderId);
  if (!order) return fail(problem('not-found', `there is no purchase order ${purchaseOrderId}`));
  const ledger = await records.get('order-ledger', purchaseOrderId);
  const { supplierId } = order.body;
  const partnerId =
    ledger?.body.partnerId ?? (await records.findByIdentifier('partner', partnerOfSupplier(supplierId)))?.id;
  if (partnerId === undefined)
    return fail(problem('partner-unknown', `supplier ${supplierId} has no partner`));
  const number = ledger?.body.orderNumber ?? order.body.number ?? purchaseOrderId;
  return ok({ document: { ...order.body, number }, partnerId });
}
