import type { OperationName } from '../reference.ts';
import { amendPurchaseOrder } from './amend-purchase-order.ts';
import { createPurchaseOrder } from './create-purchase-order.ts';
import type { Operation } from './operation.ts';
import { postSupplierInvoice } from './post-supplier-invoice.ts';

/** Everything that posting does: a new name does not compile until it is told how. */
export const operations: { readonly [O in OperationName]: Operation } = {
  'create-purchase-order': createPurchaseOrder,
  'amend-purchase-order': amendPurchaseOrder,
  'post-supplier-invoice': postSupplierInvoice,
};
