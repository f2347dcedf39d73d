import { assortment, type Line, sites } from './assortment.ts';
import { type Random, randomFrom } from './random.ts';

/** How many items and locations: enough for a test, for a story, or for a load. */
export const sizes = { small: { items: 24, locations: 3 }, medium: { items: 200, locations: 5 } } as const;
export type Size = keyof typeof sizes;

export interface SeededSupplier {
  readonly code: string;
  readonly name: string;
  readonly city: string;
  readonly leadTimeDays: number;
}

export interface SeededItem {
  readonly code: string;
  readonly name: string;
  readonly category: readonly [string, string];
  readonly unit: 'Unit' | 'Kilogram';
  readonly supplier: string;
  /** Base units in a case; 1: ordered by the base unit. */
  readonly holds: number;
  /** Of one order unit, in cents. */
  readonly cents: number;
  /** In order units. */
  readonly minimum: number;
  readonly multiple: number;
  /** `inactive` items are still forecast by planning: those rows are refused. */
  readonly status: 'active' | 'blocked' | 'inactive';
}

export interface SeededSite {
  readonly code: string;
  readonly name: string;
  readonly city: string;
  readonly region: string;
}

/** One item at one location, in base units. */
export interface SeededStock {
  readonly item: string;
  readonly site: string;
  readonly weeklyDemand: number;
  readonly onHand: number;
  readonly safetyStock: number;
}

export interface SeededOrder {
  readonly reference: string;
  readonly supplier: string;
  readonly site: string;
  readonly deliveryInDays: number;
  readonly lines: readonly { readonly item: string; readonly quantity: number }[];
}

export interface Distributor {
  readonly suppliers: readonly SeededSupplier[];
  readonly items: readonly SeededItem[];
  readonly sites: readonly SeededSite[];
  readonly stock: readonly SeededStock[];
  readonly openOrders: readonly SeededOrder[];
}

/** A believable distributor: the same for the same seed and size. */
export function distributor(seed: number, size: Size): Distributor {
  const random = randomFrom(seed);
  const items = chooseItems(random, sizes[size].items);
  const chosen = sites.slice(0, sizes[size].locations);
  const stock = items.flatMap((item) => chosen.map((site) => stockOf(random, item, site)));
  return {
    suppliers: assortment.map(({ code, name, city, leadTimeDays }) => ({ code, name, city, leadTimeDays })),
    items,
    sites: chosen,
    stock,
    openOrders: openOrders(random, items, chosen, stock),
  };
}

/** Some of every line, so that a small distributor has all four suppliers too. */
function chooseItems(random: Random, count: number): SeededItem[] {
  const queues = assortment.flatMap((supplier) =>
    supplier.lines.map((line) => itemsOf(random, supplier.code, line)),
  );
  const chosen: SeededItem[] = [];
  for (let round = 0; chosen.length < count; round += 1) {
    const row = queues.map((queue) => queue[round]).filter((item) => item !== undefined);
    if (row.length === 0) break;
    chosen.push(...row.slice(0, count - chosen.length));
  }
  return chosen;
}

function itemsOf(random: Random, supplier: string, line: Line): SeededItem[] {
  const names = line.products.flatMap((product, index) =>
    line.variants.map((variant, step) => ({
      code: `${line.code}-${String(index + 1).padStart(2, '0')}-${variant.code}`,
      name: `${product}, ${variant.name}`,
      // Larger variants cost more: the range is walked from its lower to its upper end.
      share: (step + 0.3 + 0.5 * random.next()) / line.variants.length,
    })),
  );
  return names.map(({ code, name, share }, index) => {
    const [least, most] = line.cents;
    const holds = random.pick(line.cases);
    return {
      code,
      name,
      category: line.category,
      unit: line.unit,
      supplier,
      holds,
      cents: Math.round(least + (most - least) * share) * holds,
      minimum: random.pick([1, 1, 2, 3]),
      multiple: random.pick([1, 1, 1, 2]),
      status: statusOf(line, index),
    };
  });
}

/** One item nobody may buy for now, one that is gone although planning has not heard of it. */
function statusOf({ code }: Line, index: number): SeededItem['status'] {
  if (code === 'SUG' && index === 1) return 'blocked';
  if (code === 'LID' && index === 1) return 'inactive';
  return 'active';
}

/** Demand fits the pack: nobody keeps cases of 48 of what sells three a week. */
function stockOf(random: Random, item: SeededItem, site: (typeof sites)[number]): SeededStock {
  const packsAWeek = item.cents > 20_000 ? random.between(1, 2) : random.between(3, 9);
  const weeklyDemand = Math.max(
    2,
    Math.round(packsAWeek * item.holds * site.share * (0.7 + 0.6 * random.next())),
  );
  const weeksOnHand = random.pick([0.6, 1.4, 2.5, 3.5, 4.5, 6, 8]);
  return {
    item: item.code,
    site: site.code,
    weeklyDemand,
    onHand: Math.round(weeklyDemand * weeksOnHand),
    safetyStock: Math.round(weeklyDemand * random.pick([0.5, 1, 1.5])),
  };
}

/** Two orders a supplier that other people placed: planning must count what is on its way already. */
function openOrders(
  random: Random,
  items: readonly SeededItem[],
  chosen: readonly SeededSite[],
  stock: readonly SeededStock[],
): SeededOrder[] {
  return assortment
    .flatMap(({ code }) =>
      chosen.slice(0, 2).map((site, index) => {
        const lines = items
          .filter((item) => item.supplier === code && item.status === 'active')
          .filter(() => random.next() < 0.3)
          .slice(0, 12)
          .map((item) => {
            const weekly =
              stock.find((kept) => kept.item === item.code && kept.site === site.code)?.weeklyDemand ?? 1;
            return { item: item.code, quantity: Math.max(item.minimum, Math.ceil(weekly / item.holds)) };
          });
        const reference = `HH-2026-${code.slice(0, 3)}-${site.code}`;
        return { reference, supplier: code, site: site.code, deliveryInDays: 6 + 5 * index, lines };
      }),
    )
    .filter(({ lines }) => lines.length > 0);
}
