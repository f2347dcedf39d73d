import { wireDate, wireDecimal } from '#adapters/tryton/wire.ts';
import type { SeededStock } from './distributor.ts';
import type { ErpWriter } from './erp-writer.ts';
import { type Foundations, idOf } from './foundations.ts';
import type { ItemIds } from './seed-items.ts';
import type { SiteIds } from './seed-sites.ts';

export interface Written {
  readonly items: ReadonlyMap<string, ItemIds>;
  readonly sites: ReadonlyMap<string, SiteIds>;
  readonly today: string;
}

/** Opening stock by inventory, and safety stock by order point. */
export async function seedStock(
  erp: ErpWriter,
  { company }: Foundations,
  stock: readonly SeededStock[],
  { items, sites, today }: Written,
): Promise<void> {
  const products = new Map([...items].map(([code, { product }]) => [code, product]));
  const ids = [...products.values()];
  // What is no longer carried has neither stock nor safety stock; what may not be bought has stock only.
  const active = new Set(await erp.search('product.product', [['id', 'in', ids]]));
  const bought = new Set(
    await erp.search('product.product', [
      ['id', 'in', ids],
      ['purchasable', '=', true],
    ]),
  );
  const kept = stock.filter(({ item }) => active.has(idOf(products, item)));
  for (const [site, { warehouse, storage }] of sites) {
    const here = kept.filter((position) => position.site === site);
    const [inventory] = await erp.create('stock.inventory', [
      {
        company,
        location: storage,
        date: wireDate(today),
        lines: [
          ['create', here.map(({ item, onHand }) => ({ product: idOf(products, item), quantity: onHand }))],
        ],
      },
    ]);
    await erp.call('stock.inventory', 'confirm', [inventory]);
    await erp.create(
      'stock.order_point',
      here
        .filter(({ item }) => bought.has(idOf(products, item)))
        .map(({ item, safetyStock, weeklyDemand }) => ({
          company,
          type: 'purchase',
          product: idOf(products, item),
          location: warehouse,
          min_quantity: safetyStock,
          target_quantity: safetyStock + weeklyDemand,
        })),
    );
  }
}

export const priceOf = (cents: number) => wireDecimal((cents / 100).toFixed(2));
