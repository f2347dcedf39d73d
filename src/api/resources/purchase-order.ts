import * as z from 'zod';
import { purchaseOrderSchema } from '#core/canonical/purchase-order.ts';
import { instantSchema } from '#core/kernel/dates.ts';
import { page, resource } from './resource.ts';

export const purchaseOrderResource = resource(purchaseOrderSchema.shape);
export const purchaseOrderPage = page(purchaseOrderResource);

/** How far the order is on its way into the system of record. */
export const postingState = z.object({
  state: z.string(),
  system: z.string(),
  attempts: z.int().min(0),
  /** Why it is not settled yet, or never will be. */
  problem: z.object({ code: z.string(), detail: z.string() }).optional(),
  nextAttemptAt: instantSchema.optional(),
});

/** A purchase order with its posting, where we are the ones who post it. */
export const purchaseOrderWithPosting = purchaseOrderResource.extend({ posting: postingState.optional() });
