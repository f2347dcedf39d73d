import { wireDays, wireDecimal } from '#adapters/tryton/wire.ts';
import { assortment } from './assortment.ts';
import type { SeededItem } from './distributor.ts';
import type { ErpWriter } from './erp-writer.ts';
import { type Foundations, idAt, idOf } from './foundations.ts';

export interface ItemIds {
  readonly product: number;
  /** The unit it is ordered in. */
  readonly orderUnit: number;
}

/** Items by code, in their hierarchy, with units, terms and prices. */
export async function seedItems(
  erp: ErpWriter,
  foundations: Foundations,
  items: readonly SeededItem[],
  suppliers: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, ItemIds>> {
  const accounting = await accountingCategory(erp, foundations);
  const categories = await seedCategories(erp, items);
  const cases = await seedCases(erp, foundations, items);
  const orderUnits = items.map((item) =>
    item.holds > 1 ? idOf(cases, `${item.holds}`) : baseUnit(foundations, item),
  );
  const templates = await erp.create(
    'product.template',
    items.map((item, index) => ({
      name: item.name,
      type: 'goods',
      default_uom: baseUnit(foundations, item),
      purchasable: item.status !== 'blocked',
      purchase_uom: idAt(orderUnits, index),
      list_price: wireDecimal('0'),
      account_category: accounting,
      categories: [['add', [idOf(categories, item.category.join('/'))]]],
      products: [['create', [{ suffix_code: item.code }]]],
      product_suppliers: [['create', [termsOf(foundations, item, suppliers)]]],
    })),
  );
  const products = await productsOf(erp, templates);
  await retire(erp, items, templates, products);
  return new Map(
    items.map(({ code }, index) => [
      code,
      { product: idAt(products, index), orderUnit: idAt(orderUnits, index) },
    ]),
  );
}

const baseUnit = ({ piece, kilogram }: Foundations, { unit }: SeededItem): number =>
  unit === 'Unit' ? piece : kilogram;

/** Lead time, order sizes and price per order unit. */
function termsOf(
  { company, currency }: Foundations,
  item: SeededItem,
  suppliers: ReadonlyMap<string, number>,
) {
  const { leadTimeDays = 5 } = assortment.find(({ code }) => code === item.supplier) ?? {};
  return {
    party: idOf(suppliers, item.supplier),
    company,
    currency,
    code: `${item.supplier.slice(0, 3)}-${item.code}`,
    lead_time: wireDays(leadTimeDays),
    quantity_minimal: item.minimum,
    quantity_rounding: item.multiple,
    prices: [['create', [{ quantity: 0, unit_price: wireDecimal((item.cents / 100).toFixed(2)) }]]],
  };
}

async function accountingCategory(erp: ErpWriter, foundations: Foundations): Promise<number> {
  const { expenseAccount, revenueAccount } = foundations;
  const [id = 0] = await erp.create('product.category', [
    { name: 'Goods', accounting: true, account_expense: expenseAccount, account_revenue: revenueAccount },
  ]);
  return id;
}

/** `Coffee/Beans` → its id. */
async function seedCategories(
  erp: ErpWriter,
  items: readonly SeededItem[],
): Promise<ReadonlyMap<string, number>> {
  const tops = [...new Set(items.map(({ category: [top] }) => top))];
  const topIds = await erp.create(
    'product.category',
    tops.map((name) => ({ name })),
  );
  const leaves = [...new Map(items.map(({ category }) => [category.join('/'), category])).values()];
  const leafIds = await erp.create(
    'product.category',
    leaves.map(([top, name]) => ({ name, parent: idAt(topIds, tops.indexOf(top)) })),
  );
  return new Map(leaves.map((category, index) => [category.join('/'), idAt(leafIds, index)]));
}

/** `48` → the id of the unit "Case of 48". */
async function seedCases(
  erp: ErpWriter,
  { unitCategory }: Foundations,
  items: readonly SeededItem[],
): Promise<ReadonlyMap<string, number>> {
  const sizes = [...new Set(items.map(({ holds }) => holds))].filter((holds) => holds > 1);
  const ids = await erp.create(
    'product.uom',
    sizes.map((holds) => ({
      name: `Case of ${holds}`,
      symbol: `cs${holds}`,
      category: unitCategory,
      factor: holds,
      rate: Number((1 / holds).toFixed(12)),
      rounding: 1,
      digits: 0,
    })),
  );
  return new Map(sizes.map((holds, index) => [`${holds}`, idAt(ids, index)]));
}

async function productsOf(erp: ErpWriter, templates: readonly number[]): Promise<number[]> {
  const rows = (await erp.call('product.template', 'read', templates, ['products'])) as {
    id: number;
    products: number[];
  }[];
  const byTemplate = new Map(rows.map(({ id, products }) => [id, products[0] ?? 0]));
  return templates.map((template) => byTemplate.get(template) ?? 0);
}

/** Items that are no longer carried stay in the ERP, inactive. */
async function retire(
  erp: ErpWriter,
  items: readonly SeededItem[],
  templates: readonly number[],
  products: readonly number[],
): Promise<void> {
  const gone = items.flatMap(({ status }, index) => (status === 'inactive' ? [index] : []));
  if (gone.length === 0) return;
  await erp.call(
    'product.product',
    'write',
    gone.map((index) => idAt(products, index)),
    { active: false },
  );
  await erp.call(
    'product.template',
    'write',
    gone.map((index) => idAt(templates, index)),
    { active: false },
  );
}
