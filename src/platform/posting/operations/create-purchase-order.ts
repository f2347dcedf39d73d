import type { PurchaseOrder } from '#core/canonical/purchase-order.ts';
import { problem } from '#core/kernel/problem.ts';
import type { AnyChange } from '#core/kernel/records.ts';
import { fail, ok } from '#core/kernel/result.ts';
import { deliver } from '../delivery.ts';
import type { Posting } from '../model.ts';
import type { Over } from '../rules/transitions.ts';
import type { Operation } from './operation.ts';
import { orderScheme } from './order-in-system.ts';

const unknown = (id: string) => fail(problem('not-found', `There is no purchase order ${id}.`));

/** A purchase order that we decided becomes one of the system. */
export const createPurchaseOrder: Operation = {
  recordType: 'purchase-order',
  async prepare(records, { documentId }) {
    const stored = await records.get('purchase-order', documentId);
    if (!stored) return unknown(documentId);
    return ok({ deliveryTo: ({ purchaseOrders }) => deliver(purchaseOrders, ok(stored.body)) });
  },
  async outcome(records, posting, over) {
    const stored = await records.get('purchase-order', posting.documentId);
    if (!stored) return unknown(posting.documentId);
    const { version, body } = stored;
    return ok(
      over.name === 'settled'
        ? confirmation(body, version, posting, over)
        : refusal(body, version, posting, over),
    );
  },
  async again(records, documentId) {
    const stored = await records.get('purchase-order', documentId);
    if (!stored) return unknown(documentId);
    const { refusal: _repaired, ...order } = stored.body;
    const { system, supplierId, locationId, lines } = order;
    const data = { purchaseOrderId: documentId, system, supplierId, locationId, lines: lines.length };
    const change: AnyChange = {
      ...{ type: 'purchase-order', id: documentId, expect: stored.version },
      body: { ...order, state: 'requested' },
      events: [{ name: 'purchase-order-requested', data }],
    };
    return ok({ system, correlationId: stored.correlationId, change });
  },
  portOf: ({ purchaseOrders }) => purchaseOrders,
};

function confirmation(
  order: PurchaseOrder,
  version: number,
  { system }: Posting,
  { nativeId, number }: Extract<Over, { name: 'settled' }>,
): AnyChange | undefined {
  const scheme = orderScheme(system);
  const isKnown = order.identifiers.some((known) => known.scheme === scheme && known.value === nativeId);
  // Whoever made the identifier known may have moved the order on since: received, even cancelled.
  if (isKnown) return undefined;
  const { refusal: _overcome, ...rest } = order;
  const identifiers = [...order.identifiers, { scheme, value: nativeId }];
  return {
    ...{ type: 'purchase-order', id: order.id, expect: version },
    body: { ...rest, state: 'confirmed', number, identifiers },
    events: [{ name: 'purchase-order-created', data: { purchaseOrderId: order.id, system, number } }],
  };
}

function refusal(
  order: PurchaseOrder,
  version: number,
  { system }: Posting,
  { reason }: Extract<Over, { name: 'refused' }>,
): AnyChange | undefined {
  const isOpenWish = order.state === 'requested';
  if (!isOpenWish) return undefined;
  return {
    ...{ type: 'purchase-order', id: order.id, expect: version },
    body: { ...order, state: 'refused', refusal: reason },
    events: [{ name: 'purchase-order-refused', data: { purchaseOrderId: order.id, system, reason } }],
  };
}
