import * as z from 'zod';
import { ok, type Result } from '#core/kernel/result.ts';
import type { TrytonClient } from './client.ts';

const unit = z.object({ id: z.int(), symbol: z.string(), factor: z.number() });

/** What of a product an order line needs, as `search_read` gives it for `productFields`. */
const orderedProduct = z.object({
  id: z.int(),
  rec_name: z.string(),
  active: z.boolean(),
  'account_category.': z.object({ supplier_taxes_used: z.array(z.int()) }).nullable(),
  'default_uom.': unit,
  'purchase_uom.': unit.nullable(),
});
export type OrderedProduct = z.infer<typeof orderedProduct>;

const productFields = [
  ...['rec_name', 'active', 'account_category.supplier_taxes_used'],
  ...['default_uom', 'purchase_uom'].flatMap((field) =>
    ['id', 'symbol', 'factor'].map((part) => `${field}.${part}`),
  ),
];

/** The products with these numbers, inactive ones too, by number. */
export async function orderedProducts(
  client: TrytonClient,
  numbers: readonly number[],
): Promise<Result<ReadonlyMap<number, OrderedProduct>>> {
  const rows = await client.read({
    method: 'model.product.product.search_read',
    params: [[['id', 'in', [...new Set(numbers)]]], 0, null, null, productFields],
    answer: z.array(orderedProduct),
    context: { active_test: false },
  });
  return rows.ok ? ok(new Map(rows.value.map((product) => [product.id, product]))) : rows;
}
