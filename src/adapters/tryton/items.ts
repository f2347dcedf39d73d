import * as z from 'zod';
import type { Candidate, CandidateBody } from '#business/master-data/ports.ts';
import { decimalText, divide } from '#core/kernel/decimal.ts';
import { type CategoryRow, categoryPath } from './categories.ts';
import { nativeScheme } from './native-numbers.ts';
import { type Reading, withInactive } from './read-rows.ts';
import { sourceVersionOf, stamped, stampFields, stamps } from './source-version.ts';
import { unitCodeOf } from './units.ts';
import { quantityMicros } from './wire.ts';

const unitRow = z.object({ symbol: z.string(), factor: z.number() });
type UnitRow = z.infer<typeof unitRow>;

export const productRow = z.object({
  id: z.int(),
  code: z.string().nullable(),
  name: z.string(),
  active: z.boolean(),
  purchasable: z.boolean(),
  replaced_by: z.int().nullable(),
  categories: z.array(z.int()),
  'default_uom.': unitRow,
  'purchase_uom.': unitRow.nullable(),
  'template.': stamped,
  'identifiers.': z.array(z.object({ type: z.string().nullable(), code: z.string() })),
  ...stamps,
});
export type ProductRow = z.infer<typeof productRow>;

const unitFields = (field: string) => [`${field}.symbol`, `${field}.factor`];

/** Goods, the inactive ones too; services are no items. */
export const products: Reading<ProductRow> = {
  model: 'product.product',
  domain: [['type', '=', 'goods']],
  fields: [
    ...['code', 'name', 'active', 'purchasable', 'replaced_by', 'categories', ...stampFields],
    ...unitFields('default_uom'),
    ...unitFields('purchase_uom'),
    ...stampFields.map((field) => `template.${field}`),
    ...['identifiers.type', 'identifiers.code'],
  ],
  row: productRow,
  context: withInactive,
};

export const itemIdOf = ({ id, code }: Pick<ProductRow, 'id' | 'code'>): string => code ?? String(id);

/** A product of the ERP as an item; units we have no code for are passed on by their symbol. */
export function toItem(
  row: ProductRow,
  { system, categories }: { readonly system: string; readonly categories: ReadonlyMap<number, CategoryRow> },
): Candidate {
  const path = categoryPath(row.categories, categories);
  const base = row['default_uom.'];
  const body = {
    description: row.name,
    status: statusOf(row),
    hierarchy: path.map(({ name }) => name),
    baseUnit: unitOf(base),
    packs: packsOf(base, row['purchase_uom.']),
    identifiers: [
      { scheme: nativeScheme(system, 'product'), value: String(row.id) },
      ...row['identifiers.']
        .filter(({ type }) => type === 'ean')
        .map(({ code }) => ({ scheme: 'gtin', value: code })),
    ],
  } satisfies { [K in keyof CandidateBody['items']]: unknown };
  return { id: itemIdOf(row), body, sourceVersion: sourceVersionOf([row, row['template.'], ...path]) };
}

function statusOf({ active, purchasable, replaced_by }: ProductRow): CandidateBody['items']['status'] {
  if (!active) return 'inactive';
  if (replaced_by !== null) return 'phasing_out';
  return purchasable ? 'active' : 'blocked';
}

const unitOf = ({ symbol }: UnitRow): string => unitCodeOf(symbol) ?? symbol;

/** The unit it is bought in, where it is another than it is counted in. */
function packsOf(base: UnitRow, bought: UnitRow | null) {
  if (!bought || bought.symbol === base.symbol) return [];
  const holds = divide(quantityMicros(bought.factor), quantityMicros(base.factor));
  return [{ unit: unitOf(bought), holds: decimalText(holds) }];
}
