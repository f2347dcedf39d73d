import type { PurchaseOrder } from '#core/canonical/purchase-order.ts';
import { problem } from '#core/kernel/problem.ts';
import type { Records } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { nativeNumber } from './native-numbers.ts';

/** The ERP's numbers of what an order names. */
export interface OrderNumbers {
  readonly party: number;
  readonly warehouse: number;
  /** By item id. */
  readonly products: ReadonlyMap<string, number>;
}

/**
 * Find the numbers by our records, where synchronisation keeps them. `system-refused` names what has none: the
 * ERP cannot have been asked for it.
 */
export async function orderNumbers(
  records: Pick<Records, 'get' | 'getMany'>,
  system: string,
  { supplierId, locationId, lines }: PurchaseOrder,
): Promise<Result<OrderNumbers>> {
  const [supplier, location, products] = await Promise.all([
    records.get('supplier', supplierId),
    records.get('location', locationId),
    productNumbers(
      records,
      system,
      lines.map(({ itemId }) => itemId),
    ),
  ]);
  const party = supplier && nativeNumber(supplier.body.identifiers, system, 'party');
  if (party === undefined) return unknown(system, 'supplier', supplierId);
  const warehouse = location && nativeNumber(location.body.identifiers, system, 'warehouse');
  if (warehouse === undefined) return unknown(system, 'location', locationId);
  return products.ok ? ok({ party, warehouse, products: products.value }) : products;
}

/** The ERP's numbers of items by item id. `system-refused` names one that has none. */
export async function productNumbers(
  records: Pick<Records, 'getMany'>,
  system: string,
  itemIds: readonly string[],
): Promise<Result<ReadonlyMap<string, number>>> {
  const products = new Map<string, number>();
  for (const { id, body } of await records.getMany('item', [...new Set(itemIds)])) {
    const product = nativeNumber(body.identifiers, system, 'product');
    if (product !== undefined) products.set(id, product);
  }
  const missing = itemIds.find((id) => !products.has(id));
  return missing === undefined ? ok(products) : unknown(system, 'item', missing);
}

const unknown = (system: string, kind: string, id: string) =>
  fail(problem('system-refused', `The ${kind} ${id} has no number in ${system}: create it there first.`));
