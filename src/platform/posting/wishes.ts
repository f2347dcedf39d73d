import type { EventData } from '#events/catalogue.ts';
import type { PostingRequest } from './schedule-posting.ts';

/** What is to be posted where. */
export type Wish = Pick<PostingRequest, 'operation' | 'documentId' | 'laneId' | 'system'>;

type Asking = 'purchase-order-requested' | 'order-change-requested' | 'invoice-matched';

/** What each event that asks for something to be posted asks for; undefined where it is for somebody else. */
export const wishes: { readonly [N in Asking]: (data: EventData<N>) => Wish | undefined } = {
  'purchase-order-requested': ({ purchaseOrderId, system }) => ({
    operation: 'create-purchase-order',
    documentId: purchaseOrderId,
    system,
  }),
  // Some changes are for the supplier alone.
  'order-change-requested': ({ orderChangeId, purchaseOrderId, system, posting }) =>
    posting === 'requested'
      ? { operation: 'amend-purchase-order', documentId: orderChangeId, laneId: purchaseOrderId, system }
      : undefined,
  'invoice-matched': ({ invoiceId, system }) => ({
    operation: 'post-supplier-invoice',
    documentId: invoiceId,
    system,
  }),
};
