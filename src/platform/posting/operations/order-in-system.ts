import type { PurchaseOrder } from '#core/canonical/purchase-order.ts';
import { type Problem, problem } from '#core/kernel/problem.ts';
import type { Records } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { OrderInSystem } from '../system-of-record.ts';

/** The scheme of a system's purchase orders among the identifiers of ours. */
export const orderScheme = (system: string): string => `${system}:purchase-order`;

/**
 * A purchase order with what it is known by in a system. Problems: `posting-waits` while the order is on its way
 * there; `system-refused` when the system will not have it; `not-found` when we do not know it either.
 */
export async function orderInSystem(
  records: Pick<Records, 'get'>,
  system: string,
  purchaseOrderId: string,
): Promise<Result<OrderInSystem>> {
  const stored = await records.get('purchase-order', purchaseOrderId);
  if (!stored) return fail(problem('not-found', `There is no purchase order ${purchaseOrderId}.`));
  const order = stored.body;
  const native = order.identifiers.find(({ scheme }) => scheme === orderScheme(system));
  return native ? ok({ order, nativeId: native.value }) : fail(notThere(order, system));
}

function notThere({ id, state, refusal }: PurchaseOrder, system: string): Problem {
  if (state === 'requested') return problem('posting-waits', `Order ${id} is not in ${system} yet.`);
  const why = refusal === undefined ? '' : ` It was refused: ${refusal}`;
  return problem('system-refused', `Order ${id} is not in ${system}.${why}`.slice(0, 900));
}
