import * as z from 'zod';
import type { Reading } from './read-rows.ts';
import { stampFields, stamps } from './source-version.ts';

export const categoryRow = z.object({
  id: z.int(),
  name: z.string(),
  parent: z.int().nullable(),
  accounting: z.boolean(),
  ...stamps,
});
export type CategoryRow = z.infer<typeof categoryRow>;

export const categories: Reading<CategoryRow> = {
  model: 'product.category',
  domain: [],
  fields: ['name', 'parent', 'accounting', ...stampFields],
  row: categoryRow,
};

/**
 * The categories above and including the item's own, from the top. Categories for accounting are no part of the
 * hierarchy; of several others the first by id counts. A circle is walked until a category comes the second time.
 */
export function categoryPath(
  own: readonly number[],
  known: ReadonlyMap<number, CategoryRow>,
): readonly CategoryRow[] {
  const candidates = own.map((id) => known.get(id)).filter((category) => category !== undefined);
  const [leaf] = candidates.filter(({ accounting }) => !accounting).sort((a, b) => a.id - b.id);
  const path: CategoryRow[] = [];
  const seen = new Set<number>();
  let category = leaf;
  while (category) {
    path.unshift(category);
    if (seen.has(category.id)) break;
    seen.add(category.id);
    category = category.parent === null ? undefined : known.get(category.parent);
  }
  return path;
}
