import * as z from 'zod';
import { trytonClient } from '#adapters/tryton/client.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { unwrap } from '#core/kernel/result.ts';
import { isOurReference } from '#platform/posting/reference.ts';
import type { RunningErp } from '../erp/start-erp.ts';

const orderSchema = z.object({
  number: z.string().nullable(),
  state: z.string(),
  reference: z.string().nullable(),
});

/** A purchase order as the ERP has it. */
export type ErpOrder = z.infer<typeof orderSchema>;

/** The purchase orders with a reference of ours, asked of the ERP itself, as its administrator. */
export async function askErpForOurOrders(erp: RunningErp): Promise<ErpOrder[]> {
  const { url: endpoint, database, admin: credential } = erp;
  const found = await trytonClient({ endpoint, database, credential, clock: systemClock }).read({
    method: 'model.purchase.purchase.search_read',
    params: [[['reference', '!=', null]], 0, null, null, ['number', 'state', 'reference']],
    answer: z.array(orderSchema),
  });
  return unwrap(found).filter(({ reference }) => reference !== null && isOurReference(reference));
}
