import * as z from 'zod';
import { purchaseOrderSchema } from '#core/canonical/purchase-order.ts';
import { instantSchema } from '#core/kernel/dates.ts';
import { page, resource } from './resource.ts';

export const purchaseOrderResource = resource(purchaseOrderSchema.shape);
export const purchaseOrderPage = page(purchaseOrderResource);

/** How far the order is on its way into the system of record. */
export const postingState = z.object({
  state: z.enum(['pending', 'claimed', 'unknown', 'parked', 'settled', 'refused', 'needs-person']),
  system: z.string(),
  /** What the order is found by in that system. */
  reference: z.string(),
  attempts: z.int().min(0),
  /** Why it waits, was refused or needs a person. */
  reason: z.string().optional(),
  /** When it is looked at again without anybody asking. */
  dueAt: instantSchema.optional(),
});

/** A purchase order with its posting, where we are the ones who post it. */
export const purchaseOrderWithPosting = purchaseOrderResource.extend({ posting: postingState.optional() });
